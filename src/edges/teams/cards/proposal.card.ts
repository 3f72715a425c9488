import type { CardElementArray, IAdaptiveCard, ITextInput } from '@microsoft/teams.cards';
import type { ProposalCardContent, ProposalNewsContent } from '../../../domain/proposalContents.ts';
import { dateText } from '../../../platform/i18n/dates.ts';
import { translator } from '../../../platform/i18n/i18n.ts';
import { acts, type Button, buttons, opensPage, proposalPath } from './buttons.card.ts';
import { card, recordsLink, runs, shortened, text, verbatim } from './elements.card.ts';
import type { CardSurroundings } from './surroundings.ts';

/** Longest part of the quality department's words on a card; the page has all of it. */
const mostWords = 600;
/** As the server takes it, in UTF-16 units. */
const longestAnswer = 2_000;

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
    text(t(`proposal.standing.${state}`, { number, other: content.mergedInto?.number ?? '' })),
    ...mergedPart(content),
    ...(question ? [verbatim(shortened(question, mostWords), locale)] : []),
    ...whenPart(content),
    ...buttons([opensProposal(content, t(question ? 'proposal.answer' : 'proposal.open'), surroundings)]),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** Where the one is that it was merged into. */
function mergedPart({ mergedInto, locale }: ProposalCardContent): CardElementArray {
  if (!mergedInto) return [];
  const t = translator(locale);
  const state = t(`proposal.state.${mergedInto.state}`);
  return [text(t('proposal.mergedState', { other: mergedInto.number, state }))];
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
    ...(day ? [text(t(dayKey(news), { day: dateText(day, locale) }))] : []),
    ...answerPart(content),
    ...buttons([opensProposal(content, t(openKey(content)), surroundings)]),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

type News = ProposalNewsContent['news'];

function dayKey(news: News): string {
  if (news === 'requested') return 'proposal.answerWanted';
  if (news === 'assigned' || news === 'questionAnswered') return 'proposal.answerPromised';
  return news === 'delayed' ? 'proposal.answerBy' : 'proposal.reviewOn';
}

/** Its words in the activity feed. */
export function proposalNewsSummary(content: ProposalNewsContent): string {
  const { locale, number, news, state, to } = content;
  const t = translator(locale);
  // What is asked of somebody else is no question to its reader.
  const isState = news === 'moved' || (news === 'asked' && to === 'mergedProposer');
  const what = isState ? t(`proposal.state.${state}`) : t(`proposal.news.${news}`);
  return t('proposal.newsTitle', { number, what });
}

/** A question that cannot be answered here any more is answered on the page, which says what became of it. */
function openKey({ news, to, questionId }: ProposalNewsContent): string {
  const isAsked = news === 'requested' || (news === 'asked' && to === 'proposer' && !questionId);
  return isAsked ? 'proposal.answer' : 'proposal.open';
}

function bodyKey({ to, news, state }: ProposalNewsContent): string {
  if (to === 'department') return `proposal.department.${state}`;
  if (to === 'follower') return `proposal.follower.${news === 'moved' ? state : news}`;
  if (to === 'mergedProposer') return `proposal.mergedNews.${news === 'moved' ? state : news}`;
  if (news === 'moved') return `proposal.standing.${state}`;
  return `proposal.newsBody.${news}`;
}

/** 「答える」 right on the card of a question. */
function answerPart({ questionId, locale }: ProposalNewsContent): CardElementArray {
  if (!questionId) return [];
  const t = translator(locale);
  const input: ITextInput = {
    type: 'Input.Text',
    id: 'answer',
    label: t('proposal.answerLabel'),
    isMultiline: true,
    maxLength: longestAnswer,
    isRequired: true,
    errorMessage: t('proposal.answerMissing'),
  };
  const look = { title: t('proposal.answerHere'), style: 'positive' } as const;
  return [input, ...buttons([acts('proposal.answer', questionId, look, 'auto')])];
}

/** The page of a proposal. */
export function opensProposal(
  { proposalId }: { proposalId: string },
  title: string,
  surroundings: CardSurroundings,
): Button {
  return opensPage('proposal.open', proposalId, proposalPath(proposalId), { title }, surroundings);
}
