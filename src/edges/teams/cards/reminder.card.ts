import type { CardElementArray, IAdaptiveCard } from '@microsoft/teams.cards';
import type { ReminderChoiceContent, ReminderContent } from '../../../domain/ports.ts';
import { dateText, monthText } from '../../../platform/i18n/dates.ts';
import { translator } from '../../../platform/i18n/i18n.ts';
import { acts, buttons, opensPage } from './buttons.card.ts';
import { card, recordsLink, text } from './elements.card.ts';
import type { CardSurroundings } from './surroundings.ts';

/** リマインド to somebody who has not heard all of the month's voices, with the way to switch them off. */
export function reminderCard(content: ReminderContent, surroundings: CardSurroundings): IAdaptiveCard {
  const { locale, answer } = content;
  return card(locale, [
    text(reminderSummary(content), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    ...(answer
      ? [text(translator(locale)(`reminder.answer.${answer}`), { spacing: 'Small' })]
      : asking(content, surroundings)),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function reminderSummary({ locale, month, dueOn }: ReminderContent): string {
  return translator(locale)('reminder.title', {
    month: monthText(month, locale),
    day: dateText(dueOn, locale),
  });
}

function asking(
  { locale, voiceIds, editionId }: ReminderContent,
  surroundings: CardSurroundings,
): CardElementArray {
  const t = translator(locale);
  const [voiceId] = voiceIds;
  const open = (verb: 'voice.listen' | 'voice.read', id: string) =>
    verb === 'voice.listen'
      ? opensPage(verb, id, `/listen/${id}`, { title: t('card.listen'), style: 'positive' }, surroundings)
      : opensPage(verb, id, `/listen/${id}?mode=read`, { title: t('card.read') }, surroundings);
  return [
    text(t('reminder.body'), { spacing: 'Small' }),
    ...buttons([
      ...(voiceId ? [open('voice.listen', voiceId), open('voice.read', voiceId)] : []),
      acts('reminders.off', editionId, { title: t('reminder.stop') }),
    ]),
  ];
}

/** What somebody has chosen about reminders, with one button to change it. */
export function reminderChoiceCard(
  { locale, wanted, personId }: ReminderChoiceContent,
  publicUrl: string,
): IAdaptiveCard {
  const t = translator(locale);
  const now = wanted ? 'on' : 'off';
  const verb = wanted ? 'reminders.off' : 'reminders.on';
  return card(locale, [
    text(reminderChoiceSummary({ locale, wanted }), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    text(t(`reminderChoice.${now}.body`), { spacing: 'Small' }),
    ...buttons([acts(verb, personId, { title: t(`reminderChoice.${now}.switch`) })]),
    recordsLink(locale, publicUrl),
  ]);
}

/** Its words in the activity feed. */
export function reminderChoiceSummary({
  locale,
  wanted,
}: Pick<ReminderChoiceContent, 'locale' | 'wanted'>): string {
  return translator(locale)(`reminderChoice.${wanted ? 'on' : 'off'}.title`);
}
