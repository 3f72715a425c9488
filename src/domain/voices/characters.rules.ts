/** Control characters but line feed and tab: PostgreSQL refuses NUL, terminals obey others. */
const control = /(?![\n\t])\p{Cc}/u;

/** Characters that show nothing, or turn the direction of those around them; letters that are blank. */
const invisible = /[\p{Cf}\u115F\u1160\u3164\uFFA0]/u;

/** Whether a text can be kept, shown and logged: no control characters, no half of a character. */
export function isPlain(text: string): boolean {
  return text.isWellFormed() && !control.test(text);
}

/** Whether, besides, all of it can be seen as it is. */
export function isVisible(text: string): boolean {
  return isPlain(text) && !invisible.test(text);
}

/** Whether a text says anything: a letter or a digit of any script. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Paths of all texts within a value that are not plain, names of entries included: `bleeps.0.label`. */
export function unplainPlaces(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return isPlain(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    // A name that is not plain must not be named.
    if (!isPlain(key)) return [path];
    return unplainPlaces(entry, path ? `${path}.${key}` : key);
  });
}
