import { randomUUID } from 'node:crypto';
import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { actingPerson } from '../people/index.ts';
import { deleteMessageDraftsBefore, findMessageDraft, insertMessageDraft } from './messageDrafts.store.ts';

/** Long enough to open the form and to open it again; nobody may leave a message with us. */
const draftMs = 30 * 60_000;

/**
 * Keeps a message that somebody proposes from until their form has taken it over: sealed, without who wrote it, and
 * without whose draft it is for anybody who has the database alone.
 *
 * @returns the draft's id, which opens nothing by itself
 * @throws AppError signIn.required
 */
export async function keepMessage(ctx: Ctx, words: string): Promise<string> {
  const person = await actingPerson(ctx);
  const now = ctx.clock.now();
  // Random, not by time: nothing is to be joined with what is sent later.
  const id = randomUUID();
  await insertMessageDraft(ctx.db, {
    id,
    tag: tagOf(ctx, person.id),
    sealed: ctx.seal.close(words),
    expiresAt: new Date(now.getTime() + draftMs),
  });
  return id;
}

/**
 * The words of the message, for the person who proposes from it. Asking twice is asking once.
 *
 * @throws AppError signIn.required, proposal.draftGone
 */
export async function keptMessage(ctx: Ctx, draftId: string): Promise<string> {
  const person = await actingPerson(ctx);
  const draft = await findMessageDraft(ctx.db, draftId);
  const isTheirs = draft?.tag === tagOf(ctx, person.id);
  if (!draft || !isTheirs || draft.expiresAt <= ctx.clock.now()) throw new AppError('proposal.draftGone');
  return ctx.seal.open(draft.sealed);
}

/** Another hash than that of what was sent anonymously: the two must not find each other. */
function tagOf(ctx: Ctx, personId: string): string {
  return ctx.seal.tag(`message:${personId}`);
}

/** Every ten minutes: what ran out is gone. */
export async function forgetMessageDrafts(ctx: Ctx): Promise<void> {
  await inTransaction(ctx, (tx) => deleteMessageDraftsBefore(tx.db, tx.clock.now()));
}
