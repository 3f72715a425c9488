import type { IAdaptiveCard } from '@microsoft/teams.cards';
import type { Content } from '../../../domain/ports.ts';
import { actionsCard, actionsSummary, effectCard, effectSummary } from './actions.card.ts';
import { discussionCard, discussionSummary } from './discussion.card.ts';
import { editionCard, editionSummary } from './edition.card.ts';
import { noticeCard, noticeSummary } from './notice.card.ts';
import { nudgeCard, nudgeSummary } from './nudge.card.ts';
import { overdueCard, overdueSummary } from './overdue.card.ts';
import { ownProposalsCard, ownProposalsSummary } from './ownProposals.card.ts';
import { proposalCard, proposalNewsCard, proposalNewsSummary, proposalSummary } from './proposal.card.ts';
import {
  proposalDraftCard,
  proposalDraftSummary,
  proposalSentCard,
  proposalSentSummary,
} from './proposalDraft.card.ts';
import { reminderCard, reminderChoiceCard, reminderChoiceSummary, reminderSummary } from './reminder.card.ts';
import { requestsWaitingCard, requestsWaitingSummary } from './requestsWaiting.card.ts';
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
  const { publicUrl, settings } = surroundings;
  switch (content.card) {
    case 'edition':
      return asActivity(editionCard(content, surroundings), editionSummary(content, settings));
    case 'discussion':
      return asActivity(discussionCard(content, surroundings), discussionSummary(content));
    case 'nudge':
      return asActivity(nudgeCard(content, surroundings), nudgeSummary(content));
    case 'reminder':
      return asActivity(reminderCard(content, surroundings), reminderSummary(content));
    case 'reminderChoice':
      return asActivity(reminderChoiceCard(content, publicUrl), reminderChoiceSummary(content));
    case 'actions':
      return asActivity(actionsCard(content, publicUrl), actionsSummary(content));
    case 'effect':
      return asActivity(effectCard(content, publicUrl), effectSummary(content));
    case 'theme':
      return asActivity(themeCard(content, publicUrl), themeSummary(content));
    case 'proposal':
      return asActivity(proposalCard(content, surroundings), proposalSummary(content));
    case 'proposalNews':
      return asActivity(proposalNewsCard(content, surroundings), proposalNewsSummary(content));
    case 'proposalDraft':
      return asActivity(proposalDraftCard(content, surroundings), proposalDraftSummary(content));
    case 'proposalSent':
      return asActivity(proposalSentCard(content, surroundings), proposalSentSummary(content));
    case 'ownProposals':
      return asActivity(ownProposalsCard(content, surroundings), ownProposalsSummary(content));
    case 'requestsWaiting':
      return asActivity(requestsWaitingCard(content, surroundings), requestsWaitingSummary(content));
    case 'proposalOverdue':
      return asActivity(overdueCard(content, surroundings), overdueSummary(content));
    case 'notice':
      return asActivity(noticeCard(content, publicUrl), noticeSummary(content));
  }
}

/** Wraps a card. */
export function asActivity(card: IAdaptiveCard, summary: string): CardActivity {
  return {
    type: 'message',
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}
