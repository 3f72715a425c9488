import type { Ctx } from '../context.ts';
import { dayOf, findDepartments, findNames } from '../people/index.ts';
import type { Bilingual } from '../ports.ts';
import {
  countByProposalState,
  countProposals,
  type ProposalSearch,
  type ProposalSort,
  searchProposals,
} from './board.store.ts';
import { overdueOf, type ProposalState } from './proposal.rules.ts';
import { requireReader } from './proposals.policy.ts';
import type { Proposal } from './proposals.store.ts';
import { proposalsWithLateRequests, requestsLateOf } from './requests.store.ts';
import { listedStates, numberIn, wordsIn } from './search.rules.ts';
import { countSupports } from './supports.store.ts';

/** What somebody of the quality department asks for. */
export interface ProposalQuestion {
  /** None: all that may be listed. */
  states: readonly ProposalState[];
  /** `me`, `nobody`, or a triager's id. */
  owner?: string;
  departmentId?: string;
  ownerDepartmentId?: string;
  lineOfBusiness?: string;
  process?: string;
  voiceId?: string;
  isOverdue: boolean;
  words: string;
}

/** A proposal on the board or in the list. */
export interface WorkItem {
  proposal: Proposal;
  supporters: number;
  assignee: Bilingual | null;
  /** The proposer's; null: anonymous. */
  department: Bilingual | null;
  /** The answer, the state's term, or what a department was asked; the first of them. */
  overdue: 'answer' | 'stage' | 'request' | null;
  daysInState: number;
}

export interface BoardColumn {
  state: ProposalState;
  count: number;
  /** The first few. */
  items: WorkItem[];
}

/** States that are columns; the others end a proposal's way and are counted alone. */
export const columnStates: readonly ProposalState[] = [
  'received',
  'checking',
  'asking',
  'considering',
  'on_hold',
  'adopted',
  'in_progress',
  'done',
];

/** So many cards a column shows. */
export const cardsInColumn = 30;

/**
 * The board: a column for each state, what waits longest first.
 *
 * @throws AppError signIn.required, forbidden
 */
export async function proposalBoard(
  ctx: Ctx,
  question: ProposalQuestion,
): Promise<{ columns: BoardColumn[]; ended: { state: ProposalState; count: number }[] }> {
  const { search, today } = await searchFor(ctx, question);
  const page = { today, sort: 'waiting', skip: 0, take: cardsInColumn } as const;
  const shown = columnStates.filter((state) => search.states.includes(state));
  const [counts, ...found] = await Promise.all([
    countByProposalState(ctx.db, search, today),
    ...shown.map((state) => searchProposals(ctx.db, { ...search, states: [state] }, page)),
  ]);
  const items = await itemsOf(ctx, found.flat());
  return {
    columns: shown.map((state) => ({
      state,
      count: counts.get(state) ?? 0,
      items: items.filter((item) => item.proposal.state === state),
    })),
    ended: search.states
      .filter((state) => !columnStates.includes(state))
      .map((state) => ({ state, count: counts.get(state) ?? 0 })),
  };
}

/**
 * The same as a list.
 *
 * @throws AppError signIn.required, forbidden
 */
export async function proposalList(
  ctx: Ctx,
  question: ProposalQuestion,
  page: { sort: ProposalSort; skip: number; take: number },
): Promise<{ items: WorkItem[]; total: number }> {
  const { search, today } = await searchFor(ctx, question);
  const [proposals, total] = await Promise.all([
    searchProposals(ctx.db, search, { ...page, today }),
    countProposals(ctx.db, search, today),
  ]);
  return { items: await itemsOf(ctx, proposals), total };
}

/** @throws AppError signIn.required, forbidden */
export async function searchFor(
  ctx: Ctx,
  { states, owner, words, isOverdue, ...question }: ProposalQuestion,
): Promise<{ search: ProposalSearch; today: string }> {
  const person = await requireReader(ctx);
  const asked = states.length > 0 ? states : listedStates;
  const today = dayOf(ctx.clock.now(), ctx.settings);
  const assigneeId = owner === 'me' ? person.id : owner === 'nobody' ? null : owner;
  return {
    search: {
      ...question,
      states: asked.filter((state) => listedStates.includes(state)),
      ...(assigneeId === undefined ? {} : { assigneeId }),
      ...(isOverdue ? { overdueWith: await proposalsWithLateRequests(ctx.db, today) } : {}),
      words: wordsIn(words),
      number: numberIn(words),
    },
    today,
  };
}

const dayMs = 86_400_000;

async function itemsOf(ctx: Ctx, proposals: readonly Proposal[]): Promise<WorkItem[]> {
  const today = dayOf(ctx.clock.now(), ctx.settings);
  const [supporters, names, departments, late] = await Promise.all([
    countSupports(
      ctx.db,
      proposals.map(({ id }) => id),
    ),
    findNames(
      ctx.db,
      proposals.flatMap(({ assigneeId }) => assigneeId ?? []),
    ),
    findDepartments(ctx.db, [...new Set(proposals.flatMap(({ departmentId }) => departmentId ?? []))]),
    requestsLateOf(
      ctx.db,
      proposals.map(({ id }) => id),
      today,
    ),
  ]);
  const bilingual = (one: { name: string; nameEn: string } | undefined) =>
    one ? { ja: one.name, en: one.nameEn } : null;
  return proposals.map((proposal) => ({
    proposal,
    supporters: supporters.get(proposal.id) ?? 0,
    assignee: bilingual(proposal.assigneeId ? names.get(proposal.assigneeId) : undefined),
    department: bilingual(departments.find(({ id }) => id === proposal.departmentId)),
    overdue: overdueOf(proposal, today) ?? (late.has(proposal.id) ? 'request' : null),
    daysInState: Math.round(
      (Date.parse(today) - Date.parse(dayOf(proposal.stateSince, ctx.settings))) / dayMs,
    ),
  }));
}
