import type { CardElementArray, IAdaptiveCard } from '@microsoft/teams.cards';
import type { DiscussionCardContent } from '../../../domain/ports.ts';
import { monthText } from '../../../platform/i18n/dates.ts';
import { translator } from '../../../platform/i18n/i18n.ts';
import { card, recordsLink, text, verbatim } from './elements.card.ts';
import type { CardSurroundings } from './surroundings.ts';

/** The department's card of its discussion. */
export function discussionCard(
  content: DiscussionCardContent,
  surroundings: CardSurroundings,
): IAdaptiveCard {
  const { locale } = content;
  return card(locale, [
    text(discussionSummary(content), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    ...stepPart(content),
    ...outcome(content),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function discussionSummary({ month, locale, state }: DiscussionCardContent): string {
  return translator(locale)(`discussion.card.${state}`, { month: monthText(month, locale) });
}

function stepPart({ step, locale }: DiscussionCardContent): CardElementArray {
  return step ? [verbatim(step.words[locale], locale)] : [];
}

function outcome({ understood, locale }: DiscussionCardContent): CardElementArray {
  return understood ? [verbatim(understood, locale)] : [];
}
