import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { actingPerson, type PersonRow } from '../people/index.ts';

type Led = { departmentId: string; leaderId: string | null };

/** Roles of a post that steer a discussion. */
const leadingRoles = ['head', 'promoter', 'deputy'];

/** Takes part: has a post in the department, the main one or another (兼務). */
export function isMember(person: PersonRow, departmentId: string): boolean {
  return person.posts.some((post) => post.departmentId === departmentId);
}

/** Steers: head, promoter or deputy of the department, or its leader of the day. */
export function mayLead(person: PersonRow, discussion: Led): boolean {
  const post = person.posts.find((one) => one.departmentId === discussion.departmentId);
  if (!post) return false;
  return leadingRoles.includes(post.role) || discussion.leaderId === person.id;
}

/** @throws AppError signIn.required, discussion.notMember */
export async function requireMember(ctx: Ctx, discussion: Led): Promise<PersonRow> {
  const person = await actingPerson(ctx);
  if (!isMember(person, discussion.departmentId)) throw new AppError('discussion.notMember');
  return person;
}

/** @throws AppError signIn.required, discussion.notMember, discussion.notLeader */
export async function requireLeader(ctx: Ctx, discussion: Led): Promise<PersonRow> {
  const person = await requireMember(ctx, discussion);
  if (!mayLead(person, discussion)) throw new AppError('discussion.notLeader');
  return person;
}
