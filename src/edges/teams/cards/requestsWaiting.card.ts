import type { IAdaptiveCard, IContainer } from '@microsoft/teams.cards';
import type { RequestsWaitingContent } from '../../../domain/proposalContents.ts';
import { dateText } from '../../../platform/i18n/dates.ts';
import { translator } from '../../../platform/i18n/i18n.ts';
import { buttons, opensPage, proposalPath } from './buttons.card.ts';
import { card, recordsLink, runs, text } from './elements.card.ts';
import type { CardSurroundings } from './surroundings.ts';

/** 検討依頼 that wait beyond their day. */
export function requestsWaitingCard(
  content: RequestsWaitingContent,
  surroundings: CardSurroundings,
): IAdaptiveCard {
  const { locale, requests, more } = content;
  const t = translator(locale);
  return card(locale, [
    text(requestsWaitingSummary(content), { weight: 'Bolder', style: 'heading' }),
    text(t('proposal.requestsWaiting.body')),
    ...requests.map((request) => requestPart(request, content, surroundings)),
    ...(more > 0 ? [text(t('proposal.requestsWaiting.more', { n: more }), { isSubtle: true })] : []),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function requestsWaitingSummary({ locale, requests, more }: RequestsWaitingContent): string {
  return translator(locale)('proposal.requestsWaiting.title', { n: requests.length + more });
}

function requestPart(
  { proposalId, number, title, department, dueOn }: RequestsWaitingContent['requests'][number],
  { locale }: RequestsWaitingContent,
  surroundings: CardSurroundings,
): IContainer {
  const t = translator(locale);
  const day = t('proposal.requestsWaiting.dueOn', { day: dateText(dueOn, locale) });
  // Several have buttons of the same name: this is what a screen reader tells them apart by.
  const look = { title: t('proposal.answer'), tooltip: t('ownProposals.openTooltip', { number }) };
  return {
    type: 'Container',
    separator: true,
    spacing: 'Medium',
    items: [
      runs([{ text: title, weight: 'Bolder' }]),
      text([number, department[locale], day].join(t('card.separator')), {
        isSubtle: true,
        spacing: 'Small',
      }),
      ...buttons([opensPage('proposal.open', proposalId, proposalPath(proposalId), look, surroundings)]),
    ],
  };
}
