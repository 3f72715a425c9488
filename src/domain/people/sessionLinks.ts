import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { insertSessionLink, markSessionLinkUsed } from './people.store.ts';

/**
 * Makes a link token for one person: single use, good for settings.session.linkMinutes, kept as a hash so
 * that a copy of the database opens nothing.
 *
 * @returns the token for the URL's fragment, which browsers never send to a server
 */
export async function createSessionLink(ctx: Ctx, personId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url');
  const expiresAt = new Date(ctx.clock.now().getTime() + ctx.settings.session.linkMinutes * 60_000);
  await insertSessionLink(ctx.db, { tokenHash: hashOf(token), personId, expiresAt });
  return token;
}

/**
 * Takes a link token in, once.
 *
 * @returns the person's id
 * @throws AppError signIn.linkUsed when it is unknown, used or run out
 */
export async function redeemSessionLink(ctx: Ctx, token: string): Promise<string> {
  const personId = await markSessionLinkUsed(ctx.db, hashOf(token), ctx.clock.now());
  if (!personId) throw new AppError('signIn.linkUsed');
  return personId;
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
