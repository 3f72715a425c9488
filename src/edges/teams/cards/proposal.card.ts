import type { CardElementArray, IAdaptiveCard } from '@microsoft/teams.cards';
import type { ProposalCardContent, ProposalNewsContent } from '../../../domain/ports.ts';
import { dateText } from '../../../platform/i18n/dates.ts';
import { translator } from '../../../platform/i18n/i18n.ts';
import { buttons, opensPage } from './buttons.card.ts';
import { card, recordsLink, runs, shortened, text, verbatim } from './elements.card.ts';
import type { CardSurroundings } from './surroundings.ts';

/** Longest part of the quality department's words on a card; the page has all of it. */
const mostWords = 600;

/** 受付のお知らせ: where one's proposal is now. */
export function proposalCard(content: ProposalCardContent, surroundings: CardSurroundings): IAdaptiveCard {
  const { locale, state, title, number, question } = content;
  const t = translator(locale);
  return card(locale, [
    text(proposalSummary(content), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    runs([{ text: title }]),
    text(t('proposal.stateLine', { state: t(`proposal.state.${state}`) }), {
      weight: 'Bolder',
      spacing: 'Medium',
    }),
    text(t(`proposal.standing.${state}`, { number, other: content.mergedInto ?? '' })),
    ...(question ? [verbatim(shortened(question, mostWords), locale)] : []),
    ...whenPart(content),
    ...buttons([opens(content, t(question ? 'proposal.answer' : 'proposal.open'), surroundings)]),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function proposalSummary({ number, locale }: ProposalCardContent): string {
  return translator(locale)('proposal.receipt', { number });
}

function whenPart({ answerDueOn, isOverdue, delayReason, locale }: ProposalCardContent): CardElementArray {
  if (answerDueOn === null) return [];
  const t = translator(locale);
  const day = dateText(answerDueOn, locale);
  return [
    text(t(isOverdue ? 'proposal.answerLate' : 'proposal.answerBy', { day }), { isSubtle: true }),
    ...(delayReason ? [verbatim(shortened(delayReason, mostWords), locale)] : []),
  ];
}

/** One quiet message about a step. */
export function proposalNewsCard(
  content: ProposalNewsContent,
  surroundings: CardSurroundings,
): IAdaptiveCard {
  const { locale, title, words, day, news } = content;
  const t = translator(locale);
  return card(locale, [
    text(proposalNewsSummary(content), { weight: 'Bolder', style: 'heading' }),
    runs([{ text: title }]),
    text(t(bodyKey(content), { number: content.number })),
    ...(words ? [verbatim(shortened(words, mostWords), locale)] : []),
    ...(day
      ? [
          text(
            t(news === 'delayed' ? 'proposal.answerBy' : 'proposal.reviewOn', { day: dateText(day, locale) }),
          ),
        ]
      : []),
    ...buttons([opens(content, t(news === 'asked' ? 'proposal.answer' : 'proposal.open'), surroundings)]),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function proposalNewsSummary(content: ProposalNewsContent): string {
  const { locale, number, news, state } = content;
  const t = translator(locale);
  const what = news === 'moved' ? t(`proposal.state.${state}`) : t(`proposal.news.${news}`);
  return t('proposal.newsTitle', { number, what });
}

function bodyKey({ to, news, state }: ProposalNewsContent): string {
  if (to === 'department') return `proposal.department.${state}`;
  if (to === 'follower') return `proposal.follower.${state}`;
  if (to === 'mergedProposer') return 'proposal.mergedNews';
  if (news === 'moved') return `proposal.standing.${state}`;
  return `proposal.newsBody.${news}`;
}

function opens(
  { proposalId }: { proposalId: string },
  title: string,
  surroundings: CardSurroundings,
): ReturnType<typeof opensPage> {
  return opensPage('proposal.open', proposalId, `/proposals/${proposalId}`, { title }, surroundings);
}
