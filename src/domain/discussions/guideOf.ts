import { translator } from '../../platform/i18n/i18n.ts';
import type { Ctx } from '../context.ts';
import type { EditionFrame, EditionFrameVoice } from '../listening/index.ts';
import type { Bilingual } from '../ports.ts';

export interface Guide {
  opening: Bilingual;
  prompts: Bilingual[];
  listenFor: Bilingual;
  closing: Bilingual;
}

/** INTERIM until the guides land. */
export async function guideOf(
  _ctx: Ctx,
  _voice: EditionFrameVoice | null,
  edition: EditionFrame,
): Promise<Guide> {
  const both = (key: string): Bilingual => ({ ja: translator('ja')(key), en: translator('en')(key) });
  return {
    opening: both('discussion.step.reflect'),
    prompts: edition.prompts,
    listenFor: both('discussion.step.reveal'),
    closing: both('discussion.step.reveal'),
  };
}
