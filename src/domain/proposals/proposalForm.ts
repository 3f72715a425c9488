import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { type SuggestedWords, suggestedWords } from '../discussions/index.ts';
import { visibleVoice } from '../listening/index.ts';
import { actingPerson, type Day, dayOf } from '../people/index.ts';
import type { Voice } from '../voices/index.ts';
import { answerDay } from './proposal.rules.ts';

/** What the form of a proposal begins with. */
export interface ProposalForm {
  /** If it is sent today. */
  answerDueOn: Day;
  /** Null: none, or none that can be heard any more. */
  voice: { voice: Voice; atMs: number | null } | null;
  taken: SuggestedWords | null;
}

/**
 * Opens the form, with the voice and the place in it that moved somebody, or with what their workplace suggested. A
 * voice that is gone hinders no proposal.
 *
 * @throws AppError signIn.required, discussion.notMember, discussion.suggestionGone
 */
export async function proposalForm(
  ctx: Ctx,
  { voiceId, atMs, suggestionId }: { voiceId?: string; atMs?: number; suggestionId?: string },
): Promise<ProposalForm> {
  await actingPerson(ctx);
  const taken = suggestionId ? await suggestedWords(ctx, suggestionId) : null;
  const place = taken ? { voiceId: taken.voiceId, atMs: taken.atMs } : { voiceId, atMs: atMs ?? null };
  const voice = place.voiceId ? await heardVoice(ctx, place.voiceId) : null;
  const answerDueOn = answerDay(dayOf(ctx.clock.now(), ctx.settings), ctx.settings);
  return { answerDueOn, voice: voice && { voice, atMs: within(voice, place.atMs) }, taken };
}

async function heardVoice(ctx: Ctx, voiceId: string): Promise<Voice | null> {
  try {
    return (await visibleVoice(ctx, voiceId)).voice;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function within({ durationMs }: Voice, atMs: number | null): number | null {
  return atMs !== null && atMs < durationMs ? atMs : null;
}
