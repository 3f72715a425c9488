/** Minutes and seconds of a length, for sentences: seconds always have two digits. */
export function minutesAndSeconds(ms: number): { minutes: string; seconds: string } {
  const whole = Math.floor(Math.max(ms, 0) / 1000);
  return { minutes: String(Math.floor(whole / 60)), seconds: String(whole % 60).padStart(2, '0') };
}

/** A length to the nearest second, as the cards say it; places in the sound are cut off instead. */
export function wholeSeconds(ms: number): number {
  return Math.round(ms / 1000) * 1000;
}

/** A place in the sound as a clock shows it: `1:02`. */
export function clockTime(ms: number): string {
  const { minutes, seconds } = minutesAndSeconds(ms);
  return `${minutes}:${seconds}`;
}

/** `2026-12-18` as people say it: 「12月18日(金)」, "Friday, December 18". */
export function dayInWords(day: string, locale: 'ja' | 'en'): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    day: 'numeric',
    weekday: locale === 'ja' ? 'short' : 'long',
    timeZone: 'UTC',
  }).format(Date.parse(`${day}T00:00:00Z`));
}

/** A moment as people say it: 「12月18日(金) 14:30」, in the time of the place where it is read. */
export function momentInWords(ms: number, locale: 'ja' | 'en', timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    day: 'numeric',
    weekday: locale === 'ja' ? 'short' : 'long',
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone ? { timeZone } : {}),
  }).format(ms);
}

/** `2026-12` as people say it: 「12月」, or 「2026年12月」 with its year. */
export function monthInWords(month: string, locale: 'ja' | 'en', withYear: boolean): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    ...(withYear ? { year: 'numeric' as const } : {}),
    timeZone: 'UTC',
  }).format(Date.parse(`${month}-01T00:00:00Z`));
}

/**
 * A customer's own sentence in Japanese quotation marks, in both languages: the words stay Japanese. The outer
 * marks change where the words hold a quotation themselves.
 */
export function quoted(words: string): string {
  return words.includes('「') ? `『${words}』` : `「${words}」`;
}
