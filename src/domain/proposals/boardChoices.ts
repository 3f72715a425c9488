import type { Ctx } from '../context.ts';
import {
  actingPerson,
  type DepartmentRow,
  findDepartments,
  hasRole,
  type PersonRow,
  peopleWithRole,
} from '../people/index.ts';
import { departmentsOfProposals, findProposalByNumber } from './board.store.ts';
import { readsProposals, requireReader } from './proposals.policy.ts';
import type { Proposal } from './proposals.store.ts';
import { countReferredProposals } from './referredProposals.ts';
import { numberIn } from './search.rules.ts';

/** What the board may be filtered by. */
export interface BoardChoices {
  triagers: PersonRow[];
  /** Departments that own what was proposed (主管部署). */
  ownerDepartments: DepartmentRow[];
  /** Departments that proposals came from. */
  departments: DepartmentRow[];
  works: boolean;
}

/**
 * Who may be at work on proposals, which departments they concern, and whether the person who looks is one of them.
 *
 * @throws AppError signIn.required, forbidden
 */
export async function boardChoices(ctx: Ctx): Promise<BoardChoices> {
  const person = await requireReader(ctx);
  const [triagers, ids] = await Promise.all([
    peopleWithRole(ctx.db, 'triager'),
    departmentsOfProposals(ctx.db),
  ]);
  const departments = await findDepartments(ctx.db, [...new Set([...ids.owners, ...ids.proposers])]);
  return {
    triagers,
    ownerDepartments: departments.filter(({ id }) => ids.owners.includes(id)),
    departments: departments.filter(({ id }) => ids.proposers.includes(id)),
    works: hasRole(person, 'triager'),
  };
}

/**
 * A proposal by its receipt number.
 *
 * @returns null where there is none that the quality department sees
 * @throws AppError signIn.required, forbidden
 */
export async function findByNumber(ctx: Ctx, words: string): Promise<Proposal | null> {
  await requireReader(ctx);
  const number = numberIn(words);
  const found = number && (await findProposalByNumber(ctx.db, number));
  return found?.state === 'referred' ? null : found;
}

/** Which pages of proposals somebody may open, and how many hand-overs nobody has taken on. */
export interface ProposalDesk {
  board: boolean;
  referred: number;
}

/** @throws AppError signIn.required */
export async function proposalDesk(ctx: Ctx): Promise<ProposalDesk> {
  const person = await actingPerson(ctx);
  return { board: readsProposals(person), referred: await countReferredProposals(ctx) };
}
