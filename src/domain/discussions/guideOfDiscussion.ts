import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { findEdition } from '../listening/index.ts';
import { findVoices } from '../voices/index.ts';
import { type Guide, guideOf } from './guideOf.ts';

/**
 * The guide of a discussion: that of the month's first voice that was not withdrawn.
 *
 * @throws AppError discussion.notFound
 */
export async function guideOfDiscussion(ctx: Ctx, editionId: string): Promise<Guide> {
  const edition = await findEdition(ctx.db, editionId);
  if (!edition) throw new AppError('discussion.notFound');
  const voices = await findVoices(ctx.db, edition.voiceIds);
  const first = edition.voiceIds
    .map((id) => voices.find((voice) => voice.id === id && voice.state === 'approved'))
    .find((voice) => voice !== undefined);
  return guideOf(ctx, first ?? null, edition);
}
