import { translator } from '../../platform/i18n/i18n.ts';
import type { Ctx } from '../context.ts';
import type { Bilingual } from '../ports.ts';
import { type Step, stepsOf } from './discussion.rules.ts';
import type { Discussion } from './discussions.store.ts';
import { guideOfDiscussion } from './guideOfDiscussion.ts';

/** The steps of a discussion with the sentence for each: a prompt, or what the guide says. */
export async function discussionWalk(
  ctx: Ctx,
  discussion: Pick<Discussion, 'editionId'>,
): Promise<(Step & { words: Bilingual })[]> {
  const guide = await guideOfDiscussion(ctx, discussion.editionId);
  return stepsOf(guide.prompts.length, ctx.settings).map((step) => ({
    ...step,
    words: wordsOf(step, guide),
  }));
}

function wordsOf(step: Step, guide: { prompts: readonly Bilingual[]; closing: Bilingual }): Bilingual {
  if (step.kind === 'closing') return guide.closing;
  if (step.prompt !== null) return guide.prompts[step.prompt] ?? guide.closing;
  return {
    ja: translator('ja')(`discussion.step.${step.kind}`),
    en: translator('en')(`discussion.step.${step.kind}`),
  };
}
