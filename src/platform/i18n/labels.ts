import type { Settings } from '../settings.ts';
import { type Locale, translator } from './i18n.ts';

/**
 * A line of business as cards, pages and terminal say it: 「自動車保険」. Where it is other or unknown, the
 * word alone; a key that was removed from the settings stands for itself.
 */
export function lineOfBusinessText(key: string, settings: Settings, locale: Locale): string {
  const line = settings.linesOfBusiness[key]?.[locale];
  if (line === undefined) return key;
  return key === 'other' || key === 'unknown' ? line : translator(locale)('lineOfBusiness', { line });
}

/**
 * A customer's words in Japanese quotation marks, in both languages: the words stay Japanese. The outer marks
 * change where the words hold a quotation themselves.
 */
export function quoted(words: string): string {
  return words.includes('「') ? `『${words}』` : `「${words}」`;
}
