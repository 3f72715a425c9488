import type { Db, Prisma } from '../../platform/db/client.ts';
import type { Day } from '../people/index.ts';
import { idsMergedInto, rootOf } from './merges.store.ts';

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

/** What the quality department writes: `version` counts its changes. */
const workedOut = [
  'priority',
  'cause',
  'countermeasure',
  'measured',
  'lineOfBusiness',
  'process',
  'ownerDepartmentId',
] as const;

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
      ...(workedOut.some((key) => key in change) ? { version: { increment: 1 } } : {}),
      ...(seen ? { revision: { increment: 1 } } : {}),
    },
  });
}

/** Proposals that were found to be the same as these, directly or by way of others. */
export async function mergedInto(db: Db, proposalIds: readonly string[]): Promise<Proposal[]> {
  const ids = await idsMergedInto(db, proposalIds);
  if (ids.length === 0) return [];
  const rows = await db.proposal.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
  return rows.map(fromRow);
}

/** The one that a proposal is worked on as: the last of the chain that it was merged along; null where it was not. */
export async function mergeTarget(db: Db, proposal: Proposal): Promise<Proposal | null> {
  if (proposal.mergedIntoId === null) return null;
  return findProposal(db, (await rootOf(db, proposal.id)) ?? proposal.mergedIntoId);
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

/** Where a proposal stands in the order of the last changes. */
export interface ChangePlace {
  changedAt: Date;
  id: string;
}

/** What was changed after that place, in order, for the index of similar ones. */
export async function changedAfter(db: Db, { changedAt, id }: ChangePlace, most: number) {
  return db.proposal.findMany({
    where: { OR: [{ changedAt: { gt: changedAt } }, { changedAt, id: { gt: id } }] },
    select: {
      id: true,
      title: true,
      today: true,
      change: true,
      effect: true,
      lineOfBusiness: true,
      process: true,
      ownerDepartmentId: true,
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

/** A row with its days as yyyy-mm-dd. */
export function fromRow<R extends RowDates>(row: R): Omit<R, keyof RowDates> & Days {
  return {
    ...row,
    dueOn: row.dueOn && dayText(row.dueOn),
    answerDueOn: dayText(row.answerDueOn),
    reviewOn: row.reviewOn && dayText(row.reviewOn),
  };
}
