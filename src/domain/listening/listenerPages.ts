import type { Ctx } from '../context.ts';
import { actingPerson } from '../people/index.ts';
import { findVoices, type Voice } from '../voices/index.ts';
import { type Edition, editionsInState } from './editions.store.ts';
import { heardVoices, openProgress, type Progress } from './listening.store.ts';
import { visibleVoice } from './visibleVoice.ts';

export interface ListeningPage {
  voice: Voice;
  edition: Edition;
  heard: boolean;
  progress: Progress | null;
  others: { voice: Voice; heard: boolean }[];
}

/**
 * Opens a voice for the person who acts, and remembers when: sound can only be played from now on.
 *
 * @throws AppError signIn.required, voice.notFound, voice.withdrawn
 */
export async function openListeningPage(ctx: Ctx, voiceId: string): Promise<ListeningPage> {
  const person = await actingPerson(ctx);
  const { voice, edition } = await visibleVoice(ctx, voiceId);
  const heard = await heardVoices(ctx.db, person.id, edition.voiceIds);
  const others = await findVoices(
    ctx.db,
    edition.voiceIds.filter((id) => id !== voiceId),
  );
  return {
    voice,
    edition,
    heard: heard.has(voiceId),
    progress:
      edition.state === 'open' ? await openProgress(ctx.db, person.id, voiceId, ctx.clock.now()) : null,
    others: others
      .filter((other) => other.state === 'approved')
      .map((other) => ({ voice: other, heard: heard.has(other.id) })),
  };
}

export interface EditionOverview {
  edition: Edition;
  voices: { voice: Voice; heard: boolean }[];
}

/**
 * This month's edition and the past ones, newest first, as the person who acts sees them.
 *
 * @throws AppError signIn.required
 */
export async function listEditions(ctx: Ctx): Promise<EditionOverview[]> {
  const person = await actingPerson(ctx);
  const editions = await editionsInState(ctx.db, 'open', 'closed');
  const voiceIds = editions.flatMap((edition) => edition.voiceIds);
  const voices = new Map((await findVoices(ctx.db, voiceIds)).map((voice) => [voice.id, voice]));
  const heard = await heardVoices(ctx.db, person.id, voiceIds);
  return editions.map((edition) => ({
    edition,
    voices: edition.voiceIds.flatMap((id) => {
      const voice = voices.get(id);
      return voice ? [{ voice, heard: heard.has(id) }] : [];
    }),
  }));
}
