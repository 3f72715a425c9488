import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { emit } from '../emit.ts';
import { actingPerson, dayOf, mainPost, type PersonRow } from '../people/index.ts';
import type { Voice } from '../voices/index.ts';
import { acceptListening, coveredMs, type Interval, isHeard } from './coverage.rules.ts';
import { markProgressDirty } from './departments.store.ts';
import type { Edition } from './editions.store.ts';
import { heardVoices, insertHearing, lockProgress, saveProgress } from './listening.store.ts';
import { visibleVoice } from './visibleVoice.ts';

export interface ListeningState {
  heard: boolean;
  coverage: Interval[];
  /** 0–1 */
  covered: number;
  /** When the part that came too fast may be sent again; 0 = all was counted. */
  retryAfterMs: number;
}

/**
 * Takes in what a person played, or read: the report does not say which. Over all their devices no more
 * sound counts than could have been played since they first opened the voice; at settings.listening.heardAt
 * of its length it is heard.
 *
 * After the edition has closed nothing is kept.
 *
 * @throws AppError signIn.required, voice.notFound, voice.withdrawn
 */
export async function reportListening(
  ctx: Ctx,
  report: { voiceId: string; intervals: readonly Interval[]; positionMs: number },
): Promise<ListeningState> {
  const person = await actingPerson(ctx);
  const { voice, edition } = await visibleVoice(ctx, report.voiceId);
  if (edition.state !== 'open') {
    const heard = await heardVoices(ctx.db, person.id, [voice.id]);
    return { heard: heard.has(voice.id), coverage: [], covered: 0, retryAfterMs: 0 };
  }
  return inTransaction(ctx, async (tx) => {
    const now = ctx.clock.now();
    const { fastestSpeed, heardAt } = ctx.settings.listening;
    const progress = await lockProgress(tx.db, person.id, voice.id, now);
    const accepted = acceptListening(progress.coverage, report.intervals, {
      durationMs: voice.durationMs,
      elapsedMs: now.getTime() - progress.openedAt.getTime(),
      fastestSpeed,
    });
    await saveProgress(tx.db, person.id, voice.id, {
      coverage: accepted.coverage,
      positionMs: Math.min(report.positionMs, voice.durationMs),
      updatedAt: now,
    });
    const heard = isHeard(accepted.coverage, voice.durationMs, heardAt);
    if (heard) await keepHearing(tx, person, voice, edition, now);
    return {
      heard,
      coverage: accepted.coverage,
      covered: voice.durationMs ? coveredMs(accepted.coverage) / voice.durationMs : 0,
      retryAfterMs: Math.ceil(accepted.refusedMs / fastestSpeed),
    };
  });
}

async function keepHearing(
  ctx: Ctx,
  person: PersonRow,
  voice: Voice,
  edition: Edition,
  now: Date,
): Promise<void> {
  const departmentId = mainPost(person)?.departmentId;
  if (!departmentId) throw new AppError('internal');
  const isFirst = await insertHearing(ctx.db, {
    personId: person.id,
    voiceId: voice.id,
    editionId: edition.id,
    departmentId,
    heardOn: dayOf(now, ctx.settings),
  });
  if (!isFirst) return;
  await markProgressDirty(ctx.db, edition.id, departmentId);
  await emit(ctx, 'listening.voice.heard', {
    editionId: edition.id,
    voiceId: voice.id,
    personId: person.id,
    departmentId,
  });
}
