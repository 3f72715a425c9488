/** The words among `known` that come nearest to a mistyped one, nearest first. */
export function nearest(word: string, known: readonly string[], most = 3): string[] {
  return known
    .map((one) => ({ one, apart: distance(word.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.apart - b.apart)
    .slice(0, most)
    .map(({ one }) => one);
}

/** Levenshtein's distance: how many letters have to be put in, taken out or changed. */
function distance(from: string, to: string): number {
  let row = [...to, ''].map((_, index) => index);
  [...from].forEach((letter, line) => {
    const next = [line + 1];
    [...to].forEach((other, index) => {
      const changed = (row[index] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    });
    row = next;
  });
  return row.at(-1) ?? 0;
}
