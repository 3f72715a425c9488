import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { actingPerson, hasRole, type PersonRow, requireRole } from '../people/index.ts';
import type { Proposal } from './proposals.store.ts';
import { isProposer } from './proposers.ts';

/** Reads the quality department's side of proposals: board, list, history. */
export function readsProposals(person: PersonRow): boolean {
  return hasRole(person, 'triager', 'curator', 'approver');
}

/** @throws AppError signIn.required, forbidden */
export function requireReader(ctx: Ctx): Promise<PersonRow> {
  return requireRole(ctx, 'triager', 'curator', 'approver');
}

/** Works on proposals. @throws AppError signIn.required, forbidden */
export function requireTriager(ctx: Ctx): Promise<PersonRow> {
  return requireRole(ctx, 'triager');
}

/**
 * The person who acts, if they sent it, under their name or anonymously.
 *
 * @throws AppError signIn.required, proposal.notProposer
 */
export async function requireProposer(ctx: Ctx, proposal: Proposal): Promise<PersonRow> {
  const person = await actingPerson(ctx);
  if (!(await isProposer(ctx, proposal, person.id))) throw new AppError('proposal.notProposer');
  return person;
}

/** Leads a department: answers what the quality department asks it. */
export function answersFor(person: PersonRow, departmentId: string): boolean {
  return person.posts.some(
    (post) => post.departmentId === departmentId && ['head', 'deputy', 'promoter'].includes(post.role),
  );
}
