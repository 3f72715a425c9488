import { translator } from '../../platform/i18n/i18n.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Bilingual } from '../ports.ts';
import { type Step, stepsOf } from './discussion.rules.ts';
import type { Guide } from './guide.rules.ts';

/** The steps of a discussion with the sentence for each: a prompt, or what the guide says. */
export function walkOf(guide: Guide, settings: Settings): (Step & { words: Bilingual })[] {
  return stepsOf(guide.prompts.length, settings).map((step) => ({ ...step, words: wordsOf(step, guide) }));
}

function wordsOf(step: Step, guide: Guide): Bilingual {
  if (step.kind === 'closing') return guide.closing;
  if (step.prompt !== null) return guide.prompts[step.prompt] ?? guide.closing;
  return {
    ja: translator('ja')(`discussion.step.${step.kind}`),
    en: translator('en')(`discussion.step.${step.kind}`),
  };
}
