import i18next, { type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Bilingual } from '../../edges/http/contract.ts';
import en from './en.json';
import ja from './ja.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof ja };
  }
}

export type Locale = 'ja' | 'en';

/** The page's language out of any language tag (`ja-JP`, `en-us`, …): Japanese unless it is English. */
export function localeOf(tag: string): Locale {
  return tag.toLowerCase().startsWith('en') ? 'en' : 'ja';
}

/** Loads both catalogs and begins in the given language. */
export function startWords(locale: Locale): void {
  void i18next.init({
    lng: locale,
    fallbackLng: 'ja',
    resources: { ja: { translation: ja }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  document.documentElement.lang = locale;
}

/** The language that the page speaks now. */
export function currentLocale(): Locale {
  return localeOf(i18next.language);
}

/** From now on the page speaks this language. */
export function speak(locale: Locale): void {
  document.documentElement.lang = locale;
  void i18next.changeLanguage(locale);
}

function subscribe(changed: () => void): () => void {
  i18next.on('languageChanged', changed);
  return () => i18next.off('languageChanged', changed);
}

export type Words = {
  t: TFunction;
  locale: Locale;
  /** The side of a bilingual word that fits the page's language. */
  pick(word: Bilingual): string;
};

/** The words of the page; components that use it follow a change of language. */
export function useWords(): Words {
  const locale = useSyncExternalStore(subscribe, currentLocale);
  return { t: i18next.t, locale, pick: (word) => word[locale] };
}
