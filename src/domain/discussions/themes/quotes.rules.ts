/** So many characters in a row that are the same are no coincidence. */
const sameCharacters = 16;

/**
 * Whether words repeat what somebody wrote: what goes to other departments is said in words of one's own, so that
 * nobody reads their colleague's sentence in it.
 *
 * @param words what is to be told
 * @param texts what people wrote
 */
export function quotesAny(words: readonly string[], texts: readonly string[]): boolean {
  const runs = new Set(words.flatMap(runsOf));
  return runs.size > 0 && texts.some((text) => runsOf(text).some((run) => runs.has(run)));
}

function runsOf(text: string): string[] {
  const letters = text.replace(/\s/gu, '');
  return Array.from({ length: Math.max(0, letters.length - sameCharacters + 1) }, (_, start) =>
    letters.slice(start, start + sameCharacters),
  );
}
