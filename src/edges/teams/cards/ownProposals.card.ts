import type { IAdaptiveCard, IContainer } from '@microsoft/teams.cards';
import type { OwnProposal, OwnProposalsContent } from '../../../domain/proposalContents.ts';
import { dateText } from '../../../platform/i18n/dates.ts';
import { translator } from '../../../platform/i18n/i18n.ts';
import { buttons, opensPage, opensProposalForm, proposalPath } from './buttons.card.ts';
import { card, recordsLink, runs, text } from './elements.card.ts';
import type { CardSurroundings } from './surroundings.ts';

/** 「わたしの提案」: what somebody sent, and where each is now. */
export function ownProposalsCard(
  content: OwnProposalsContent,
  surroundings: CardSurroundings,
): IAdaptiveCard {
  const { locale, proposals, more, followed, moreFollowed } = content;
  const t = translator(locale);
  return card(locale, [
    text(ownProposalsSummary(content), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    text(t(proposals.length > 0 ? 'ownProposals.body' : 'ownProposals.none'), { spacing: 'Small' }),
    ...proposals.map((proposal) => proposalPart(proposal, content, surroundings)),
    ...(more > 0 ? [text(t('ownProposals.more', { number: more }), { isSubtle: true })] : []),
    ...(followed.length > 0
      ? [text(t('ownProposals.followed'), { weight: 'Bolder', style: 'heading', spacing: 'Large' })]
      : []),
    ...followed.map((proposal) => proposalPart(proposal, content, surroundings)),
    ...(moreFollowed > 0 ? [text(t('ownProposals.more', { number: moreFollowed }), { isSubtle: true })] : []),
    ...buttons([opensProposalForm(null, { title: t('card.propose') }, surroundings)]),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function ownProposalsSummary({ locale }: OwnProposalsContent): string {
  return translator(locale)('ownProposals.title');
}

function proposalPart(
  { proposalId, number, title, state, anonymous, answerDueOn }: OwnProposal,
  { locale }: OwnProposalsContent,
  surroundings: CardSurroundings,
): IContainer {
  const t = translator(locale);
  const facts = [
    number,
    t(`proposal.state.${state}`),
    ...(answerDueOn ? [t('ownProposals.answerBy', { day: dateText(answerDueOn, locale) })] : []),
    ...(anonymous ? [t('ownProposals.anonymous')] : []),
  ];
  // Several proposals have buttons of the same name: this is what a screen reader tells them apart by.
  const look = { title: t('ownProposals.open'), tooltip: t('ownProposals.openTooltip', { number }) };
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      runs([{ text: title, weight: 'Bolder' }]),
      text(facts.join(t('card.separator')), { isSubtle: true, spacing: 'Small' }),
      ...buttons([opensPage('proposal.open', proposalId, proposalPath(proposalId), look, surroundings)]),
    ],
  };
}
