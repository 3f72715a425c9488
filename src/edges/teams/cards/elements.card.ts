import type {
  CardElementArray,
  IAdaptiveCard,
  IRichTextBlock,
  ITextBlock,
  ITextRun,
} from '@microsoft/teams.cards';
import { type Locale, translator } from '../../../platform/i18n/i18n.ts';

/** Teams renders Adaptive Cards up to 1.5. Source: Microsoft Learn, "Cards reference". */
export const cardVersion = '1.5';

/** A card in one language. */
export function card(locale: Locale, body: CardElementArray): IAdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: cardVersion,
    lang: locale,
    body,
  };
}

/** Our own words. Never for words that people wrote: a TextBlock reads Markdown in them. */
export function text(words: string, look: Partial<ITextBlock> = {}): ITextBlock {
  return { type: 'TextBlock', text: words, wrap: true, ...look };
}

/** Other people's words, exactly as they are: text runs know no Markdown and no links. */
export function verbatim(words: string, locale: Locale = 'ja'): IRichTextBlock {
  return {
    type: 'RichTextBlock',
    lang: locale,
    spacing: 'Small',
    inlines: [{ type: 'TextRun', text: words, size: 'Large', weight: 'Bolder' }],
  };
}

/** Several runs in one line of words, each with its own look: people's words beside ours. */
export function runs(parts: readonly Pick<ITextRun, 'text' | 'weight' | 'isSubtle'>[]): IRichTextBlock {
  return {
    type: 'RichTextBlock',
    spacing: 'Small',
    inlines: parts.filter((part) => part.text !== '').map((part) => ({ type: 'TextRun', ...part })),
  };
}

/** Words cut to so many characters, with a mark where something is missing. */
export function shortened(words: string, most: number): string {
  const characters = Array.from(words);
  return characters.length > most ? `${characters.slice(0, most).join('').trimEnd()}…` : words;
}

/** 「この仕組みが記録すること」, at the foot of every card. */
export function recordsLink(locale: Locale, publicUrl: string): ITextBlock {
  const words = translator(locale)('card.records');
  return text(`[${words}](${publicUrl}/records?locale=${locale})`, {
    size: 'Small',
    isSubtle: true,
    spacing: 'Medium',
  });
}
