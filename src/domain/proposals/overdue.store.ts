import type { Db, Prisma } from '../../platform/db/client.ts';
import type { Day } from '../people/index.ts';
import { beforeDecision } from './proposal.rules.ts';
import { fromRow, type Proposal } from './proposals.store.ts';
import { proposalsWithLateRequests } from './requests.store.ts';

/** What is overdue on this day: an answer that was promised, the term of the state, a 検討依頼; the longest first. */
export async function overdueProposals(
  db: Db,
  today: Day,
  { assigneeId, take }: { assigneeId?: string; take: number },
): Promise<Proposal[]> {
  const lateIds = await proposalsWithLateRequests(db, today);
  const rows = await db.proposal.findMany({
    where: { ...overdueWhere(today, lateIds), ...(assigneeId === undefined ? {} : { assigneeId }) },
    orderBy: [{ answerDueOn: 'asc' }, { id: 'asc' }],
    take,
  });
  return rows.map(fromRow);
}

export async function countOverdue(db: Db, today: Day, assigneeId?: string): Promise<number> {
  const lateIds = await proposalsWithLateRequests(db, today);
  return db.proposal.count({
    where: { ...overdueWhere(today, lateIds), ...(assigneeId === undefined ? {} : { assigneeId }) },
  });
}

/** Who is at work on something that is overdue. */
export async function assigneesOfOverdue(db: Db, today: Day): Promise<string[]> {
  const lateIds = await proposalsWithLateRequests(db, today);
  const rows = await db.proposal.findMany({
    where: { ...overdueWhere(today, lateIds), assigneeId: { not: null } },
    distinct: ['assigneeId'],
    select: { assigneeId: true },
  });
  return rows.flatMap(({ assigneeId }) => assigneeId ?? []);
}

/** Proposals whose answer was promised for a day between these, and has not come. */
export async function unansweredBetween(db: Db, from: Day, before: Day): Promise<Proposal[]> {
  const rows = await db.proposal.findMany({
    where: {
      state: { in: [...beforeDecision] },
      answerDueOn: { gte: new Date(from), lt: new Date(before) },
    },
    orderBy: [{ answerDueOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/**
 * The condition of being overdue: an answer, the term of the state, or what a department was asked.
 *
 * @param lateIds of `proposalsWithLateRequests`: named, because a condition on another table would read all proposals
 */
export function overdueWhere(today: Day, lateIds: readonly string[]) {
  const day = new Date(today);
  return {
    OR: [
      { state: { in: [...beforeDecision] }, answerDueOn: { lt: day } },
      { dueOn: { lt: day } },
      { id: { in: [...lateIds] } },
    ],
  } satisfies Prisma.ProposalWhereInput;
}
