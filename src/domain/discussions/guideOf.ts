import { defaultSettings } from '../../platform/settings.ts';
import type { Ctx } from '../context.ts';
import type { EditionFrame, EditionFrameVoice } from '../listening/index.ts';
import type { Bilingual } from '../ports.ts';
import { type Guide, guideFrom, samePrompts } from './guide.rules.ts';
import { findGuide } from './guides.store.ts';

/** What the product brings along; a plan that holds just this was not thought about. */
const shippedPrompts = defaultSettings().edition.prompts;

/** The prompts of a month where a curator, or the company in its settings, chose them; else null. */
export function plannedPrompts({ prompts }: { prompts: Bilingual[] }): Bilingual[] | null {
  return samePrompts(prompts, shippedPrompts) ? null : prompts;
}

/**
 * What the leader of a month's discussions has in hand. A curator's guide of the voice comes first, then the prompts
 * planned for the month, then the library's for its kind.
 *
 * @param voice the one that the workplace talks about; null where none is left: then the month's prompts stay
 */
export async function guideOf(
  ctx: Ctx,
  voice: Pick<EditionFrameVoice, 'id' | 'kind'> | null,
  edition: Pick<EditionFrame, 'prompts' | 'month'>,
): Promise<Guide> {
  const stored = voice && (await findGuide(ctx.db, voice.id));
  const { opening, prompts, listenFor, closing } = guideFrom({
    kind: voice?.kind ?? null,
    written: stored?.words ?? null,
    planned: voice ? plannedPrompts(edition) : edition.prompts,
    month: edition.month,
  });
  return { opening, prompts, listenFor, closing };
}
