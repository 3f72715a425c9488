import type { CardElementArray, IAdaptiveCard, IChoiceSetInput } from '@microsoft/teams.cards';
import type { NudgeAnswer, NudgeContent } from '../../../domain/ports.ts';
import { dateText, monthText } from '../../../platform/i18n/dates.ts';
import { translator } from '../../../platform/i18n/i18n.ts';
import { acts, type Button, buttons, discussionPath, opensPage } from './buttons.card.ts';
import { card, recordsLink, text } from './elements.card.ts';
import type { CardSurroundings } from './surroundings.ts';

/** リマインド to a leader: the shortest way to hold the discussion, a day for it, or next week. */
export function nudgeCard(content: NudgeContent, surroundings: CardSurroundings): IAdaptiveCard {
  const { locale } = content;
  return card(locale, [
    text(nudgeSummary(content), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    ...(content.answer ? answered(content, content.answer, surroundings) : asking(content, surroundings)),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function nudgeSummary({ locale, month, department }: NudgeContent): string {
  return translator(locale)('nudge.title', {
    month: monthText(month, locale),
    department: department[locale],
  });
}

function asking(content: NudgeContent, surroundings: CardSurroundings): CardElementArray {
  const { locale, standing, dueOn, lastOn, month } = content;
  const t = translator(locale);
  const values = {
    month: monthText(month, locale),
    dueOn: dateText(dueOn, locale),
    lastOn: dateText(lastOn, locale),
  };
  return [
    text(t(`nudge.${standing}`, values), { spacing: 'Small' }),
    text(t('nudge.shortest'), { spacing: 'Small' }),
    ...buttons([holdButton(content, surroundings)]),
    ...planning(content),
  ];
}

function answered(
  content: NudgeContent,
  answer: NudgeAnswer,
  surroundings: CardSurroundings,
): CardElementArray {
  const day = 'day' in answer ? dateText(answer.day, content.locale) : '';
  const isStill = answer.kind === 'planned' || answer.kind === 'snoozed';
  return [
    text(translator(content.locale)(`nudge.answer.${answer.kind}`, { day }), { spacing: 'Small' }),
    ...(isStill ? [...buttons([holdButton(content, surroundings)]), ...planning(content)] : []),
  ];
}

function holdButton(
  { locale, discussionId, editionId, departmentId }: NudgeContent,
  surroundings: CardSurroundings,
): Button {
  const look = { title: translator(locale)('nudge.hold'), style: 'positive' } as const;
  return opensPage(
    'discussion.lead',
    discussionId,
    discussionPath(editionId, departmentId),
    look,
    surroundings,
  );
}

function planning({ locale, discussionId, days }: NudgeContent): CardElementArray {
  const t = translator(locale);
  const snooze = acts('nudge.snooze', discussionId, { title: t('nudge.snooze') });
  const [first] = days;
  if (first === undefined) return buttons([snooze]);
  const choice: IChoiceSetInput = {
    type: 'Input.ChoiceSet',
    id: 'plannedOn',
    label: t('nudge.day'),
    style: 'compact',
    value: first,
    choices: days.map((day) => ({ title: dateText(day, locale), value: day })),
  };
  return [choice, ...buttons([acts('nudge.plan', discussionId, { title: t('nudge.plan') }, 'auto'), snooze])];
}
