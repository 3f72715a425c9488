import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { findMembership, type Membership, type PersonRow } from '../people/index.ts';

type Led = { departmentId: string; leaderId: string | null };

/** Roles of a post that steer a discussion. */
const leadingRoles = ['head', 'promoter', 'deputy'];

/** Steers: head, promoter or deputy of the department, or its leader of the day. */
export function mayLead(member: { id: string; role: string }, discussion: Led): boolean {
  return leadingRoles.includes(member.role) || discussion.leaderId === member.id;
}

/** Takes part: has a post in the department, the main one or another (兼務). */
export function isMember(person: PersonRow, departmentId: string): boolean {
  return person.posts.some((post) => post.departmentId === departmentId);
}

/** Whether somebody steers a discussion, by all their posts. */
export function leadsIn(person: PersonRow, discussion: Led): boolean {
  const post = person.posts.find((one) => one.departmentId === discussion.departmentId);
  return post !== undefined && mayLead({ id: person.id, role: post.role }, discussion);
}

/**
 * The person who acts, as a member: with a post in the department, the main one or another (兼務).
 *
 * @throws AppError signIn.required, discussion.notMember
 */
export async function requireMember(ctx: Ctx, discussion: Led): Promise<Membership> {
  if (ctx.actor.kind !== 'person') throw new AppError('signIn.required');
  return requireThere(await findMembership(ctx.db, ctx.actor.personId, discussion.departmentId));
}

/** @throws AppError signIn.required for who has left, discussion.notMember where there is no place */
export function requireThere(member: Membership | null): Membership {
  if (!member) throw new AppError('discussion.notMember');
  if (member.status === 'left') throw new AppError('signIn.required');
  return member;
}

/** @throws AppError signIn.required, discussion.notMember, discussion.notLeader */
export async function requireLeader(ctx: Ctx, discussion: Led): Promise<Membership> {
  const member = await requireMember(ctx, discussion);
  if (!mayLead(member, discussion)) throw new AppError('discussion.notLeader');
  return member;
}
