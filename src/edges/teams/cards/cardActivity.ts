import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Content } from '../../../domain/ports.ts';
import { discussionCard, discussionSummary } from './discussion.card.ts';
import { editionCard, editionSummary } from './edition.card.ts';
import { noticeCard, noticeSummary } from './notice.card.ts';
import type { CardSurroundings } from './surroundings.ts';
import { themeCard, themeSummary } from './theme.card.ts';

/** The activity that carries a card: the card alone, and `summary` as the words in the activity feed. */
export interface CardActivity {
  type: 'message';
  summary: string;
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive'; content: IAdaptiveCard }];
}

/**
 * Renders what the bot says. No text beside the card: text plus card in one activity is split by Teams, and
 * then no id comes back to update it by.
 */
export function cardActivity(content: Content, surroundings: CardSurroundings): CardActivity {
  if (content.card === 'edition')
    return asActivity(editionCard(content, surroundings), editionSummary(content, surroundings.settings));
  if (content.card === 'discussion')
    return asActivity(discussionCard(content, surroundings), discussionSummary(content));
  if (content.card === 'theme')
    return asActivity(themeCard(content, surroundings.publicUrl), themeSummary(content));
  return asActivity(noticeCard(content, surroundings.publicUrl), noticeSummary(content));
}

/** Wraps a card. */
export function asActivity(card: IAdaptiveCard, summary: string): CardActivity {
  return {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}
