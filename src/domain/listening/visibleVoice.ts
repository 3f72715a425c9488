import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { findVoice, type Voice } from '../voices/index.ts';
import { type Edition, visibleEditionsWithVoice } from './editions.store.ts';

/**
 * A voice that everybody who takes part may hear: it belongs to an edition that is open or was.
 *
 * @throws AppError voice.withdrawn (the page and the sound answer 410), voice.notFound
 */
export async function visibleVoice(ctx: Ctx, voiceId: string): Promise<{ voice: Voice; edition: Edition }> {
  const voice = await findVoice(ctx.db, voiceId);
  if (voice?.state === 'withdrawn') throw new AppError('voice.withdrawn');
  const editions = await visibleEditionsWithVoice(ctx.db, voiceId);
  const edition = editions.find((one) => one.state === 'open') ?? editions[0];
  if (!voice || !edition) throw new AppError('voice.notFound');
  return { voice, edition };
}
