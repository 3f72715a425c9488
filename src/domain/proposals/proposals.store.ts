import type { Db, Prisma } from '../../platform/db/client.ts';
import type { Day } from '../people/index.ts';

export type Proposal = NonNullable<Awaited<ReturnType<typeof findProposal>>>;

export async function findProposal(db: Db, proposalId: string) {
  const row = await db.proposal.findUnique({ where: { id: proposalId } });
  return row && fromRow(row);
}

export async function findProposals(db: Db, proposalIds: readonly string[]) {
  const rows = await db.proposal.findMany({ where: { id: { in: [...proposalIds] } } });
  return rows.map(fromRow);
}

/** The proposal, locked until the transaction ends: one change at a time. */
export async function lockProposal(db: Db, proposalId: string): Promise<Proposal | null> {
  await db.$queryRaw`SELECT 1 FROM proposal WHERE id = ${proposalId}::uuid FOR UPDATE`;
  return findProposal(db, proposalId);
}

/** Two presses that send the same proposal come one after the other: held until the transaction ends. */
export async function lockNewProposal(db: Db, proposalId: string): Promise<Proposal | null> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`proposal:${proposalId}`}, 0))`;
  return findProposal(db, proposalId);
}

/** The next receipt number of a fiscal year; numbers are given in the order of their commits, without gaps. */
export async function nextSerial(db: Db, fiscalYear: number): Promise<number> {
  const rows = await db.$queryRaw<{ last: number }[]>`
    INSERT INTO proposal_serial (fiscal_year, last) VALUES (${fiscalYear}::smallint, 1)
    ON CONFLICT (fiscal_year) DO UPDATE SET last = proposal_serial.last + 1
    RETURNING last`;
  return rows[0]?.last ?? 1;
}

interface Days {
  dueOn: Day | null;
  answerDueOn: Day;
  reviewOn: Day | null;
}
export type NewProposal = Omit<Prisma.ProposalUncheckedCreateInput, keyof Days> & Omit<Days, 'reviewOn'>;

export async function insertProposal(db: Db, { dueOn, answerDueOn, ...row }: NewProposal): Promise<void> {
  await db.proposal.create({ data: { ...row, ...dates({ dueOn, answerDueOn }) } as never });
}

/** What an act changes; days as yyyy-mm-dd. */
export type ProposalChange = Partial<
  Omit<Proposal, 'id' | 'fiscalYear' | 'serial' | 'revision' | 'version' | 'changedAt'>
>;

/**
 * Writes a change.
 *
 * @param seen the proposer sees it: counts the revision up
 */
export async function updateProposal(
  db: Db,
  proposalId: string,
  { dueOn, answerDueOn, reviewOn, ...change }: ProposalChange,
  { now, seen }: { now: Date; seen: boolean },
): Promise<void> {
  await db.proposal.update({
    where: { id: proposalId },
    data: {
      ...change,
      ...dates({ dueOn, answerDueOn, reviewOn }),
      changedAt: now,
      version: { increment: 1 },
      ...(seen ? { revision: { increment: 1 } } : {}),
    },
  });
}

/** Proposals that were found to be the same as these. */
export async function mergedInto(db: Db, proposalIds: readonly string[]): Promise<Proposal[]> {
  const rows = await db.proposal.findMany({
    where: { mergedIntoId: { in: [...proposalIds] } },
    orderBy: { id: 'asc' },
  });
  return rows.map(fromRow);
}

export async function insertCoProposers(
  db: Db,
  proposalId: string,
  personIds: readonly string[],
): Promise<void> {
  await db.coProposer.createMany({
    data: personIds.map((personId) => ({ proposalId, personId })),
    skipDuplicates: true,
  });
}

export async function deleteCoProposers(db: Db, proposalId: string): Promise<void> {
  await db.coProposer.deleteMany({ where: { proposalId } });
}

export async function coProposersOf(db: Db, proposalIds: readonly string[]): Promise<string[]> {
  const rows = await db.coProposer.findMany({
    where: { proposalId: { in: [...proposalIds] } },
    orderBy: { personId: 'asc' },
  });
  return [...new Set(rows.map((row) => row.personId))];
}

/** Proposals of a person: sent under their name, or with others; and those whose ids are given (anonymous ones). */
export async function proposalsOf(
  db: Db,
  personId: string,
  anonymousIds: readonly string[],
): Promise<Proposal[]> {
  const rows = await db.proposal.findMany({
    where: {
      OR: [
        { proposerId: personId },
        { coProposers: { some: { personId } } },
        { id: { in: [...anonymousIds] } },
      ],
    },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(fromRow);
}

/** Proposals that took these insights, groups or actions up and are there for everybody, the first one first. */
export async function proposalsFrom(db: Db, sourceIds: readonly string[]): Promise<Proposal[]> {
  if (sourceIds.length === 0) return [];
  const rows = await db.proposal.findMany({
    where: { sourceId: { in: [...sourceIds] }, state: { notIn: ['withdrawn', 'referred'] } },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

export async function supportedBy(db: Db, personId: string): Promise<Proposal[]> {
  const rows = await db.proposal.findMany({
    where: { supports: { some: { personId } } },
    orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(fromRow);
}

/** Everything that was changed since, for the index of similar ones. */
export async function changedSince(db: Db, since: Date, most: number) {
  return db.proposal.findMany({
    where: { changedAt: { gte: since } },
    select: {
      id: true,
      title: true,
      today: true,
      change: true,
      effect: true,
      lineOfBusiness: true,
      process: true,
      state: true,
      changedAt: true,
    },
    orderBy: [{ changedAt: 'asc' }, { id: 'asc' }],
    take: most,
  });
}

/** A date column as yyyy-mm-dd. */
function dayText(date: Date): Day {
  return date.toISOString().slice(0, 10);
}

function dates(days: Record<string, Day | null | undefined>): Record<string, Date | null> {
  return Object.fromEntries(
    Object.entries(days).flatMap(([name, day]) =>
      day === undefined ? [] : [[name, day === null ? null : new Date(day)]],
    ),
  );
}

interface RowDates {
  dueOn: Date | null;
  answerDueOn: Date;
  reviewOn: Date | null;
}

function fromRow<R extends RowDates>(row: R): Omit<R, keyof RowDates> & Days {
  return {
    ...row,
    dueOn: row.dueOn && dayText(row.dueOn),
    answerDueOn: dayText(row.answerDueOn),
    reviewOn: row.reviewOn && dayText(row.reviewOn),
  };
}
