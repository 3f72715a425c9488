import type { Db } from '../../platform/db/client.ts';
import type { Day } from '../people/index.ts';

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
