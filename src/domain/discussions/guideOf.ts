import { translator } from '../../platform/i18n/i18n.ts';
import type { Ctx } from '../context.ts';
import type { Edition } from '../listening/index.ts';
import type { Bilingual } from '../ports.ts';
import type { Voice } from '../voices/index.ts';

export interface Guide {
  opening: Bilingual;
  prompts: Bilingual[];
  listenFor: Bilingual;
  closing: Bilingual;
}

/** INTERIM until the guides land. */
export async function guideOf(_ctx: Ctx, _voice: Voice | null, edition: Edition): Promise<Guide> {
  const both = (key: string): Bilingual => ({ ja: translator('ja')(key), en: translator('en')(key) });
  return {
    opening: both('discussion.step.reflect'),
    prompts: edition.prompts as Bilingual[],
    listenFor: both('discussion.step.reveal'),
    closing: both('discussion.step.reveal'),
  };
}
