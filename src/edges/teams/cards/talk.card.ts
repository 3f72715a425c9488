import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { type Locale, translator } from '../../../platform/i18n/i18n.ts';
import { card, recordsLink, text } from './elements.card.ts';

/** What the bot answers when somebody writes to it. */
export type Talk =
  | 'help'
  | 'notUnderstood'
  | 'welcome'
  | 'noEdition'
  | 'stranger'
  | 'failed'
  | 'personalData'
  | 'cardGone'
  | 'personalOnly'
  | 'notYours'
  | 'records';

/**
 * A short answer: what it is about, and what one can write.
 *
 * @param more paragraphs that only this reader is told
 */
export function talkCard(
  talk: Talk,
  locale: Locale,
  publicUrl: string,
  programme: string,
  more: readonly string[] = [],
): IAdaptiveCard {
  const t = translator(locale);
  return card(locale, [
    text(t(`talk.${talk}.title`, { programme }), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    text(t(`talk.${talk}.body`, { programme }), { spacing: 'Small' }),
    ...more.map((words) => text(words, { spacing: 'Medium' })),
    recordsLink(locale, publicUrl),
  ]);
}
