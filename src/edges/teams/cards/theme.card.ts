import type { CardElementArray, IAdaptiveCard } from '@microsoft/teams.cards';
import type { ThemeContent } from '../../../domain/ports.ts';
import { monthText } from '../../../platform/i18n/dates.ts';
import { translator } from '../../../platform/i18n/i18n.ts';
import { card, recordsLink, text, verbatim } from './elements.card.ts';

/** A theme (課題): to a department that wrote about it, or to a leader of the one that owns it. */
export function themeCard(content: ThemeContent, publicUrl: string): IAdaptiveCard {
  const { locale, to, title } = content;
  const t = translator(locale);
  return card(locale, [
    text(themeSummary(content), { weight: 'Bolder', style: 'heading' }),
    text(t(`theme.${to}.lead`)),
    verbatim(title),
    ...facts(content),
    text(t(`theme.${to}.end`), { isSubtle: true }),
    recordsLink(locale, publicUrl),
  ]);
}

/** Its words in the activity feed: the title stays in the card. */
export function themeSummary({ locale, to, month }: ThemeContent): string {
  return translator(locale)(`theme.${to}.title`, { month: monthText(month, locale) });
}

function facts({ locale, to, owner, cause, answer }: ThemeContent): CardElementArray {
  if (to === 'owner') return [];
  const t = translator(locale);
  return [
    ...(owner ? named(t('theme.fact.owner'), owner[locale], locale) : []),
    ...(cause ? named(t('theme.fact.cause'), cause, locale) : []),
    ...named(t('theme.fact.answer'), answer || t('theme.fact.noAnswer'), locale),
  ];
}

/** People's words, exactly as they are, below what they are. */
function named(name: string, words: string, locale: ThemeContent['locale']): CardElementArray {
  return [
    text(name, { weight: 'Bolder', size: 'Small', isSubtle: true, spacing: 'Medium' }),
    {
      type: 'RichTextBlock',
      lang: locale,
      spacing: 'None',
      inlines: [{ type: 'TextRun', text: words }],
    },
  ];
}
