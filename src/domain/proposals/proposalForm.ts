import type { Ctx } from '../context.ts';
import { visibleVoice } from '../listening/index.ts';
import { actingPerson, type Day, dayOf } from '../people/index.ts';
import type { Voice } from '../voices/index.ts';
import { answerDay } from './proposal.rules.ts';

/** What the form begins with. */
export interface ProposalForm {
  /** By when an answer would come, if it were sent today. */
  answerDueOn: Day;
  /** The voice that it starts from; null where there is none. */
  voice: Voice | null;
}

/**
 * Opens the form, from a voice or from nothing.
 *
 * @throws AppError signIn.required, voice.notFound, voice.withdrawn
 */
export async function openProposalForm(ctx: Ctx, voiceId: string | null): Promise<ProposalForm> {
  await actingPerson(ctx);
  return {
    answerDueOn: answerDay(dayOf(ctx.clock.now(), ctx.settings), ctx.settings),
    voice: voiceId === null ? null : (await visibleVoice(ctx, voiceId)).voice,
  };
}
