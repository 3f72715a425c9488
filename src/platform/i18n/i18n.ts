import { createInstance, type TFunction } from 'i18next';
import en from './en.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };

export type Locale = 'ja' | 'en';

const i18n = createInstance({
  lng: 'ja',
  fallbackLng: false,
  resources: { ja: { translation: ja }, en: { translation: en } },
  // Cards and terminals show text, not HTML: escaping would show "&amp;".
  interpolation: { escapeValue: false },
});
await i18n.init();

/**
 * Looks up words of the server's catalogs (ja.json, en.json) in one language.
 *
 * @param always values that need not be given with each key
 */
export function translator(locale: Locale, always: Readonly<Record<string, string>> = {}): TFunction {
  const t = i18n.getFixedT(locale);
  const withAlways = (key: string | string[], values?: object) => t(key, { ...always, ...values });
  return withAlways as unknown as TFunction;
}

/** The language that an HTTP client asks for; Japanese unless it prefers English. */
export function localeFromHeader(acceptLanguage: string | undefined): Locale {
  const first = acceptLanguage?.trim().toLowerCase().slice(0, 2);
  return first && first !== 'ja' && first !== '*' ? 'en' : 'ja';
}
