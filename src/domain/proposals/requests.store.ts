import type { Db, Prisma } from '../../platform/db/client.ts';
import type { Day } from '../people/index.ts';
import { closedStates } from './proposal.rules.ts';

/** 検討依頼 */
export interface ProposalRequest {
  id: string;
  proposalId: string;
  departmentId: string;
  askedById: string;
  askedAt: Date;
  words: string;
  dueOn: Day;
  answer: string | null;
  answeredById: string | null;
  answeredAt: Date | null;
}
type NewRequest = Omit<ProposalRequest, 'answer' | 'answeredById' | 'answeredAt'>;

export async function insertRequest(db: Db, { dueOn, ...request }: NewRequest): Promise<void> {
  await db.proposalRequest.create({ data: { ...request, dueOn: new Date(dueOn) } });
}

export async function findRequest(db: Db, requestId: string): Promise<ProposalRequest | null> {
  const row = await db.proposalRequest.findUnique({ where: { id: requestId } });
  return row && fromRow(row);
}

export async function findRequests(db: Db, requestIds: readonly string[]): Promise<ProposalRequest[]> {
  const rows = await db.proposalRequest.findMany({ where: { id: { in: [...requestIds] } } });
  return rows.map(fromRow);
}

/** Of one proposal, in the order in which they were asked. */
export async function requestsOf(db: Db, proposalId: string): Promise<ProposalRequest[]> {
  const rows = await db.proposalRequest.findMany({
    where: { proposalId },
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** Requests whose day is over and that nobody has answered, of proposals that are still open. */
export async function requestsOverdue(db: Db, today: Day): Promise<ProposalRequest[]> {
  const rows = await db.proposalRequest.findMany({
    where: { ...unanswered, dueOn: { lt: new Date(today) } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** Open proposals of which a department has not answered in time. */
export async function proposalsWithLateRequests(db: Db, today: Day): Promise<string[]> {
  return [...new Set((await requestsOverdue(db, today)).map(({ proposalId }) => proposalId))];
}

/** What waits for an answer of these departments. */
export async function requestsWaitingFor(
  db: Db,
  departmentIds: readonly string[],
): Promise<ProposalRequest[]> {
  if (departmentIds.length === 0) return [];
  const rows = await db.proposalRequest.findMany({
    where: { ...unanswered, departmentId: { in: [...departmentIds] } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  });
  return rows.map(fromRow);
}

/** Of these proposals, those of which a department has not answered in time: since which day. */
export async function requestsLateOf(
  db: Db,
  proposalIds: readonly string[],
  today: Day,
): Promise<Map<string, Day>> {
  const rows = await db.proposalRequest.findMany({
    where: { ...unanswered, proposalId: { in: [...proposalIds] }, dueOn: { lt: new Date(today) } },
    orderBy: [{ dueOn: 'desc' }, { id: 'asc' }],
  });
  return new Map(rows.map((row) => [row.proposalId, fromRow(row).dueOn]));
}

const unanswered = {
  answeredAt: null,
  proposal: { state: { notIn: [...closedStates] } },
} satisfies Prisma.ProposalRequestWhereInput;

export async function answerRequestRow(
  db: Db,
  requestId: string,
  answer: { answer: string; answeredById: string; answeredAt: Date },
): Promise<void> {
  await db.proposalRequest.update({ where: { id: requestId }, data: answer });
}

function fromRow(row: Omit<ProposalRequest, 'dueOn'> & { dueOn: Date }): ProposalRequest {
  return { ...row, dueOn: row.dueOn.toISOString().slice(0, 10) };
}
