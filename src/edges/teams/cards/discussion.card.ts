import type { CardElementArray, IAdaptiveCard, IRichTextBlock } from '@microsoft/teams.cards';
import type { DiscussionCardContent, StepEnd } from '../../../domain/ports.ts';
import { dateText, monthText } from '../../../platform/i18n/dates.ts';
import { type Locale, translator } from '../../../platform/i18n/i18n.ts';
import { type Button, buttons, opensDiscussion, opensProposalForm } from './buttons.card.ts';
import { card, recordsLink, runs, shortened, text, verbatim } from './elements.card.ts';
import type { CardSurroundings } from './surroundings.ts';

/** The department's card of its discussion: where it is, and at the end what came of it. */
export function discussionCard(
  content: DiscussionCardContent,
  surroundings: CardSurroundings,
): IAdaptiveCard {
  const { locale } = content;
  return card(locale, [
    text(discussionSummary(content), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    ...stepPart(content),
    ...comingPart(content),
    ...outcome(content),
    ...endPart(content),
    ...openPart(content, surroundings),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** What reaches beyond the workplace goes on as a proposal. */
function proposing({ state, locale }: DiscussionCardContent, surroundings: CardSurroundings): Button[] {
  if (state !== 'wrapped_up') return [];
  return [opensProposalForm(null, { title: translator(locale)('card.propose') }, surroundings)];
}

/** Its words in the activity feed. */
export function discussionSummary({ month, locale, state, ended }: DiscussionCardContent): string {
  const says = ended && state !== 'skipped' ? `ended.${ended.kind}` : state;
  return translator(locale)(`discussion.card.${says}`, { month: monthText(month, locale) });
}

/** After the month: thanks, and until when it can still be reported. */
function endPart({ ended, locale, state }: DiscussionCardContent): CardElementArray {
  if (!ended || state === 'skipped') return [];
  const t = translator(locale);
  const thanks = t(`discussion.ended.${ended.kind}`);
  const until =
    ended.kind === 'late' ? [t('discussion.ended.until', { day: dateText(ended.lastOn, locale) })] : [];
  return [thanks, ...until].map((words) => text(words, { spacing: 'Medium' }));
}

/** A button only where it leads somewhere. */
function openPart(content: DiscussionCardContent, surroundings: CardSurroundings): CardElementArray {
  const { ended, state, locale } = content;
  if (ended && ended.kind !== 'late') return [];
  const title = translator(locale)(`discussion.open.${ended ? ended.kind : state}`);
  return buttons([
    opensDiscussion(content, { title, style: 'positive' }, surroundings),
    ...proposing(content, surroundings),
  ]);
}

/** 「じっくり」 says how far it is; 「5分で」 has one question. */
function stepPart({ step, locale }: DiscussionCardContent): CardElementArray {
  if (!step) return [];
  const t = translator(locale);
  const facts = [
    ...(step.of > 1 ? [t('discussion.stepOf', { n: step.n, of: step.of })] : []),
    ...(step.until ? [untilText(step.until, locale)] : []),
  ];
  return [
    ...(facts.length > 0
      ? [text(facts.join(t('card.separator')), { isSubtle: true, spacing: 'Small' })]
      : []),
    verbatim(step.words[locale], locale),
  ];
}

/**
 * Each reader's Teams says a time in their own time zone.
 * Source: Microsoft Learn, "Text features in Adaptive Cards": the function knows no fractions of a second.
 */
function untilText(until: StepEnd, locale: Locale): string {
  const t = translator(locale);
  if (until.kind === 'day') return t('discussion.untilDay', { day: dateText(until.day, locale) });
  return t('discussion.untilTime', { time: `{{TIME(${until.at.replace(/\.\d+Z$/, 'Z')})}}` });
}

function comingPart({ insightsComing, locale }: DiscussionCardContent): CardElementArray {
  return insightsComing ? [text(translator(locale)('discussion.coming'), { spacing: 'Medium' })] : [];
}

/** What fits on a card that people read in a channel; the page has all of it. */
const most = { understood: 1_000, actions: 10, action: 120, proposed: 5 } as const;

function outcome(content: DiscussionCardContent): CardElementArray {
  const { understood, actions, proposed, locale, state } = content;
  if (state !== 'wrapped_up') return [];
  const t = translator(locale);
  const heading = (key: string) => text(t(key), { weight: 'Bolder', spacing: 'Medium' });
  const more = actions.length - most.actions;
  const isCut =
    more > 0 ||
    [...understood].length > most.understood ||
    [...actions.map((one) => one.text), ...proposed].some((words) => [...words].length > most.action) ||
    proposed.length > most.proposed;
  return [
    ...(understood
      ? [heading('discussion.understood'), runs([{ text: shortened(understood, most.understood) }])]
      : []),
    ...(actions.length > 0
      ? [
          heading('discussion.actions'),
          ...actions.slice(0, most.actions).map((one) => actionLine(one, locale)),
        ]
      : []),
    ...(more > 0 ? [text(t('discussion.moreActions', { number: more }), { isSubtle: true })] : []),
    ...proposedPart(content),
    ...(isCut ? [text(t('discussion.more'), { isSubtle: true })] : []),
    ...heldLine(content),
  ];
}

/** What the workplace would like to propose. */
function proposedPart({ proposed, locale }: DiscussionCardContent): CardElementArray {
  if (proposed.length === 0) return [];
  const t = translator(locale);
  return [
    text(t('discussion.proposed'), { weight: 'Bolder', spacing: 'Medium' }),
    ...proposed
      .slice(0, most.proposed)
      .map((words) => runs([{ text: `${t('discussion.bullet')}${shortened(words, most.action)}` }])),
  ];
}

function actionLine(
  { text: words, owner, dueOn }: DiscussionCardContent['actions'][number],
  locale: Locale,
): IRichTextBlock {
  const t = translator(locale);
  const facts = [
    ...(owner ? [t('discussion.owner', { name: owner[locale] })] : []),
    ...(dueOn ? [t('discussion.by', { day: dateText(dueOn, locale) })] : []),
  ];
  return runs([
    { text: `${t('discussion.bullet')}${shortened(words, most.action)}` },
    {
      text: facts.length > 0 ? t('discussion.facts', { facts: facts.join(t('card.separator')) }) : '',
      isSubtle: true,
    },
  ]);
}

function heldLine({ heldOn, participants, locale }: DiscussionCardContent): CardElementArray {
  if (!heldOn || participants === null) return [];
  const words = translator(locale)('discussion.held', { day: dateText(heldOn, locale), participants });
  return [text(words, { isSubtle: true, spacing: 'Medium' })];
}
