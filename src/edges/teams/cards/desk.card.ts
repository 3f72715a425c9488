import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { type Locale, translator } from '../../../platform/i18n/i18n.ts';
import type { DeskPage } from '../actions/cardAction.ts';
import { buttons, opensPage } from './buttons.card.ts';
import { card, recordsLink, text } from './elements.card.ts';
import type { CardSurroundings } from './surroundings.ts';

/** One page of somebody's work, and the button that opens it. */
export function deskCard(
  page: DeskPage,
  personId: string,
  locale: Locale,
  surroundings: CardSurroundings,
): IAdaptiveCard {
  const t = translator(locale);
  const look = { title: t('desk.open'), style: 'positive' } as const;
  return card(locale, [
    text(t(`desk.${page}.title`), { weight: 'Bolder', size: 'Medium', style: 'heading' }),
    text(t(`desk.${page}.body`), { spacing: 'Small' }),
    ...buttons([opensPage(`desk.${page}`, personId, `/${page}`, look, surroundings)]),
    recordsLink(locale, surroundings.publicUrl),
  ]);
}

/** What the help tells those whose work has pages: the words that open them. */
export function deskHelp(pages: readonly DeskPage[], locale: Locale): string[] {
  if (pages.length === 0) return [];
  const t = translator(locale);
  const english = translator('en');
  const lines = pages.map((page) => {
    // Whoever speaks Japanese may type the English word, too.
    const other = locale === 'ja' ? ` (${english(`desk.${page}.title`).toLowerCase()})` : '';
    return t('desk.line', { word: t(`desk.${page}.title`), other, body: t(`desk.${page}.body`) });
  });
  return [`${t('desk.help')}\n\n${lines.join('\n')}`];
}
