import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { findPerson, type PersonRow } from './people.store.ts';

export type Role = 'curator' | 'approver' | 'triager' | 'administrator';

/** Takes part in the programme: may sign in, listen and talk to the bot. */
export function mayTakePart(person: PersonRow): boolean {
  return person.status !== 'left';
}

export function hasRole(person: PersonRow, ...roles: Role[]): boolean {
  return person.status === 'active' && person.grants.some((grant) => roles.includes(grant.role));
}

/**
 * The person who acts, if they hold one of these roles.
 *
 * @throws AppError forbidden
 */
export async function requireRole(ctx: Ctx, ...roles: Role[]): Promise<PersonRow> {
  const person = await actingPerson(ctx);
  if (!hasRole(person, ...roles)) throw new AppError('forbidden', { roles: roles.join(', ') });
  return person;
}

/**
 * The person who acts.
 *
 * @throws AppError signIn.required when nobody does, or they have left
 */
export async function actingPerson(ctx: Ctx): Promise<PersonRow> {
  if (ctx.actor.kind !== 'person') throw new AppError('signIn.required');
  const person = await findPerson(ctx.db, ctx.actor.personId);
  if (!person || !mayTakePart(person)) throw new AppError('signIn.required');
  return person;
}
