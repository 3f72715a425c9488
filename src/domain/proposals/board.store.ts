import type { Db, Prisma } from '../../platform/db/client.ts';
import type { Day } from '../people/index.ts';
import { overdueWhere } from './overdue.store.ts';
import type { ProposalState } from './proposal.rules.ts';
import { fromRow, type Proposal } from './proposals.store.ts';

/** What the quality department looks for. */
export interface ProposalSearch {
  states: readonly ProposalState[];
  /** Of one triager; null: of nobody; left out: of everybody. */
  assigneeId?: string | null;
  /** The proposer's department. */
  departmentId?: string;
  ownerDepartmentId?: string;
  lineOfBusiness?: string;
  process?: string;
  voiceId?: string;
  /** Only what is overdue: of these a department has not answered in time. Left out: everything. */
  overdueWith?: readonly string[];
  /** All of these words, anywhere in what was written. */
  words: readonly string[];
  /** Of a receipt number that was looked for. */
  number: { fiscalYear: number; serial: number } | null;
}

export const proposalSorts = ['received', 'due', 'changed', 'waiting'] as const;
export type ProposalSort = (typeof proposalSorts)[number];

const orders: Record<ProposalSort, Prisma.ProposalOrderByWithRelationInput[]> = {
  received: [{ receivedAt: 'desc' }, { id: 'desc' }],
  due: [{ answerDueOn: 'asc' }, { id: 'asc' }],
  changed: [{ changedAt: 'desc' }, { id: 'desc' }],
  waiting: [{ stateSince: 'asc' }, { id: 'asc' }],
};

export async function searchProposals(
  db: Db,
  search: ProposalSearch,
  page: { today: Day; sort: ProposalSort; skip: number; take: number },
): Promise<Proposal[]> {
  const rows = await db.proposal.findMany({
    where: whereOf(search, page.today),
    orderBy: orders[page.sort],
    skip: page.skip,
    take: page.take,
  });
  return rows.map(fromRow);
}

export async function countProposals(db: Db, search: ProposalSearch, today: Day): Promise<number> {
  return db.proposal.count({ where: whereOf(search, today) });
}

/** How many are in each state. */
export async function countByProposalState(
  db: Db,
  search: ProposalSearch,
  today: Day,
): Promise<Map<ProposalState, number>> {
  const rows = await db.proposal.groupBy({
    by: ['state'],
    where: whereOf(search, today),
    _count: { _all: true },
  });
  return new Map(rows.map((row) => [row.state, row._count._all]));
}

/** Departments that proposals belong to, and that they came from. */
export async function departmentsOfProposals(db: Db): Promise<{ owners: string[]; proposers: string[] }> {
  const state = { not: 'referred' } as const;
  const [owners, proposers] = await Promise.all([
    db.proposal.groupBy({
      by: ['ownerDepartmentId'],
      where: { state, ownerDepartmentId: { not: null } },
    }),
    db.proposal.groupBy({ by: ['departmentId'], where: { state, departmentId: { not: null } } }),
  ]);
  return {
    owners: owners.flatMap(({ ownerDepartmentId }) => ownerDepartmentId ?? []),
    proposers: proposers.flatMap(({ departmentId }) => departmentId ?? []),
  };
}

export async function findProposalByNumber(
  db: Db,
  { fiscalYear, serial }: { fiscalYear: number; serial: number },
): Promise<Proposal | null> {
  const row = await db.proposal.findUnique({ where: { fiscalYear_serial: { fiscalYear, serial } } });
  return row && fromRow(row);
}

function whereOf(search: ProposalSearch, today: Day): Prisma.ProposalWhereInput {
  const { departmentId, ownerDepartmentId, lineOfBusiness, process, voiceId, number, overdueWith } = search;
  return {
    state: { in: [...search.states] },
    ...(search.assigneeId === undefined ? {} : { assigneeId: search.assigneeId }),
    ...(departmentId ? { departmentId } : {}),
    ...(ownerDepartmentId ? { ownerDepartmentId } : {}),
    ...(lineOfBusiness ? { lineOfBusiness } : {}),
    ...(process ? { process } : {}),
    ...(voiceId ? { voiceId } : {}),
    ...(number ?? {}),
    AND: [...(overdueWith ? [overdueWhere(today, overdueWith)] : []), ...search.words.map(containing)],
  };
}

function containing(word: string): Prisma.ProposalWhereInput {
  // Most words have no small and capital letters: the plain comparison is twice as fast.
  const hasCase = word.toLowerCase() !== word.toUpperCase();
  const contains = { contains: word, ...(hasCase ? ({ mode: 'insensitive' } as const) : {}) };
  return { OR: [{ title: contains }, { today: contains }, { change: contains }, { effect: contains }] };
}
