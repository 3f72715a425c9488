import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { inspectSound } from '../../platform/media/inspectSound.ts';
import type { Ctx } from '../context.ts';
import { audit, monthOf, requireRole } from '../people/index.ts';
import { reviewExcerpt } from './personalData.ts';
import { parseTranscript, type TranscriptFormat } from './transcript.rules.ts';
import { checkExcerpt, parseVoiceMetadata } from './voices.rules.ts';
import { findVoiceByReference, insertVoice } from './voices.store.ts';

export interface VoiceFiles {
  /** Content of voice.json, parsed. */
  metadata: unknown;
  transcript: { format: TranscriptFormat; source: string };
  sound: Uint8Array;
}

/** An excerpt is short: a listener gives it two or three minutes. */
const longestMs = 10 * 60_000;
const largestBytes = 30 * 1024 * 1024;

/**
 * Takes in an excerpt that is already masked in sound and in words, once nothing in it looks like personal data
 * that nobody has answered for. It waits for another person's approval.
 *
 * @returns the voice's id
 * @throws AppError forbidden (curators only), voice.bad*, voice.unknownMetadata, voice.receivedInFuture,
 *   voice.transcriptTooLong, voice.tooManySentences, voice.soundCut, voice.quote*, voice.bleep*,
 *   voice.alreadyImported, voice.personalData (PersonalDataFound, with the places)
 */
export async function importVoice(ctx: Ctx, files: VoiceFiles): Promise<string> {
  const curator = await requireRole(ctx, 'curator');
  const metadata = parseVoiceMetadata(files.metadata, ctx.settings);
  if (metadata.receivedMonth > monthOf(ctx.clock.now(), ctx.settings)) {
    throw new AppError('voice.receivedInFuture', { month: metadata.receivedMonth });
  }
  const sentences = parseTranscript(files.transcript.format, files.transcript.source, metadata.speakers);
  const sound = files.sound.byteLength <= largestBytes ? await inspectSound(files.sound) : null;
  if (!sound || sound.durationMs > longestMs) throw new AppError('voice.badSound');
  if (!sound.complete) throw new AppError('voice.soundCut');
  checkExcerpt(metadata, sentences, sound.durationMs);
  const healthHold = await reviewExcerpt(ctx, metadata, sentences);
  const { reference } = metadata;
  // Before the sound is stored; two imports at the same moment are told apart by the insert below.
  if (await findVoiceByReference(ctx.db, reference)) {
    throw new AppError('voice.alreadyImported', { reference });
  }
  const soundKey = await ctx.media.put(files.sound);

  return inTransaction(ctx, async (tx) => {
    const { speakers: _speakers, accepted = [], handledWell, licence, attribution, ...facts } = metadata;
    const id = newId();
    const isNew = await insertVoice(tx.db, {
      ...facts,
      id,
      sentences,
      durationMs: sound.durationMs,
      soundKey,
      soundType: sound.type,
      healthHold,
      handledWell: handledWell ?? null,
      licence: licence ?? null,
      attribution: attribution ?? null,
      importedAt: ctx.clock.now(),
      importedById: curator.id,
    });
    if (!isNew) throw new AppError('voice.alreadyImported', { reference });
    await audit(tx, 'voices.importVoice', id, {
      reference,
      accepted: accepted.map(({ why }) => why),
      healthHold,
    });
    return id;
  });
}
