import type { Ctx } from '../context.ts';
import type { EditionFrame } from '../listening/index.ts';
import type { Guide } from './guide.rules.ts';
import { guideOf } from './guideOf.ts';

/** The guide of a month's discussions: that of its first voice that was not withdrawn. */
export async function guideOfDiscussion(ctx: Ctx, edition: EditionFrame): Promise<Guide> {
  return guideOf(ctx, edition.voices.find((voice) => voice.state === 'approved') ?? null, edition);
}
