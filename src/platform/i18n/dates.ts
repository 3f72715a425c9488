import { DateTime } from 'luxon';
import { type Locale, translator } from './i18n.ts';

/** "2026-12-18" → 「12月18日(金)」, "Fri 18 December". */
export function dateText(day: string, locale: Locale): string {
  const date = DateTime.fromISO(day, { zone: 'utc' }).setLocale(locale);
  return date.toFormat(locale === 'ja' ? 'M月d日(ccc)' : 'ccc d MMMM');
}

/** "2026-12" → 「12月」, "December". */
export function monthText(month: string, locale: Locale): string {
  const date = DateTime.fromISO(`${month}-01`, { zone: 'utc' }).setLocale(locale);
  return date.toFormat(locale === 'ja' ? 'M月' : 'MMMM');
}

/** "2026-12-01 09:30" in the company's time zone, for the terminal. */
export function dateTimeText(moment: Date, { timeZone }: { timeZone: string }): string {
  return DateTime.fromJSDate(moment, { zone: timeZone }).toFormat('yyyy-MM-dd HH:mm');
}

/** What a month's progress is about: 「今月の声」 while it is open, 「12月の声」 afterwards. */
export function voicesText(edition: { month: string; state: string }, locale: Locale): string {
  const t = translator(locale);
  if (edition.state === 'open') return t('voicesOf.thisMonth');
  return t('voicesOf.month', { month: monthText(edition.month, locale) });
}

/** 72000 → 「1分12秒」, "1 min 12 s". */
export function durationText(ms: number, locale: Locale): string {
  const seconds = Math.round(ms / 1000);
  const t = translator(locale);
  const parts = { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
  return parts.minutes > 0 ? t('duration.minutes', parts) : t('duration.seconds', parts);
}
