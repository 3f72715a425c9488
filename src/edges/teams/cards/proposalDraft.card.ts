import type { CardElementArray, IAdaptiveCard, ITextInput, IToggleInput } from '@microsoft/teams.cards';
import type { ProposalDraftContent, ProposalSentContent } from '../../../domain/proposalContents.ts';
import { dateText } from '../../../platform/i18n/dates.ts';
import { translator } from '../../../platform/i18n/i18n.ts';
import { acts, buttons, opensProposalForm } from './buttons.card.ts';
import { card, recordsLink, text } from './elements.card.ts';
import { opensProposal } from './proposal.card.ts';
import type { CardSurroundings } from './surroundings.ts';

/** As the server takes it, in UTF-16 units. */
const longestText = 2_000;

/** 提案 in chat: a short form. What stands in its fields is masked. */
export function proposalDraftCard(
  content: ProposalDraftContent,
  surroundings: CardSurroundings,
): IAdaptiveCard {
  const { locale, proposalId, why, words, anonymous } = content;
  const t = translator(locale);
  const send = t(why === 'masked' ? 'propose.sendMasked' : 'propose.send');
  return card(locale, [
    text(proposalDraftSummary(content), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    ...lead(content),
    field('change', words.change, content, { isRequired: true }),
    field('today', words.today, content),
    field('effect', words.effect, content),
    toggle('anonymous', t('propose.anonymous'), anonymous),
    text(t('propose.anonymousNote'), { isSubtle: true, size: 'Small', spacing: 'Small' }),
    ...(why === 'masked' ? [toggle('keep', t('propose.keep'), false)] : []),
    ...buttons([
      acts('proposal.send', proposalId, { title: send, style: 'positive' }, 'auto'),
      opensProposalForm(null, { title: t('propose.onPage') }, surroundings),
    ]),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function proposalDraftSummary({ locale }: ProposalDraftContent): string {
  return translator(locale)('propose.title');
}

function lead({ why, locale, masks, number, isCut }: ProposalDraftContent): CardElementArray {
  const t = translator(locale);
  const isCaution = why === 'masked' || why === 'empty';
  return [
    text(t(`propose.lead.${why}`, { masks: masks.join(t('propose.and')), number: number ?? '' }), {
      spacing: 'Small',
      ...(isCaution ? { weight: 'Bolder' } : {}),
    }),
    ...(why === 'masked' ? [text(t('propose.maskedNote'), { spacing: 'Small' })] : []),
    ...(isCut ? [text(t('propose.cut', { most: longestText }), { spacing: 'Small' })] : []),
  ];
}

function field(
  id: 'change' | 'today' | 'effect',
  value: string,
  { locale }: ProposalDraftContent,
  { isRequired = false } = {},
): ITextInput {
  const t = translator(locale);
  return {
    type: 'Input.Text',
    id,
    label: t(`propose.field.${id}`),
    placeholder: t(`propose.placeholder.${id}`),
    isMultiline: true,
    maxLength: longestText,
    ...(value ? { value } : {}),
    ...(isRequired ? { isRequired, errorMessage: t('propose.missing') } : {}),
  };
}

function toggle(id: 'anonymous' | 'keep', title: string, isOn: boolean): IToggleInput {
  return {
    type: 'Input.Toggle',
    id,
    title,
    wrap: true,
    value: String(isOn),
    valueOn: 'true',
    valueOff: 'false',
  };
}

/** The form after it was sent; the receipt comes as a card of its own. */
export function proposalSentCard(
  content: ProposalSentContent,
  surroundings: CardSurroundings,
): IAdaptiveCard {
  const { locale, number, answerDueOn, anonymous, masks } = content;
  const t = translator(locale);
  return card(locale, [
    text(proposalSentSummary(content), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    text(t('propose.sent', { number, day: dateText(answerDueOn, locale) }), { spacing: 'Small' }),
    ...(masks.length > 0
      ? [text(t('propose.sentMasked', { masks: masks.join(t('propose.and')) }), { spacing: 'Small' })]
      : []),
    ...(anonymous ? [text(t('propose.sentAnonymous'), { spacing: 'Small' })] : []),
    ...buttons([opensProposal(content, t('proposal.open'), surroundings)]),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function proposalSentSummary({ locale }: ProposalSentContent): string {
  return translator(locale)('propose.sentTitle');
}

/** In a channel or group chat: nobody proposes there, anonymously least of all. */
export function proposeElsewhereCard(locale: 'ja' | 'en', surroundings: CardSurroundings): IAdaptiveCard {
  const t = translator(locale);
  return card(locale, [
    text(t('propose.elsewhere.title'), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    text(t('propose.elsewhere.body'), { spacing: 'Small' }),
    ...buttons([opensProposalForm(null, { title: t('card.propose') }, surroundings)]),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}
