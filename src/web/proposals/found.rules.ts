import type { FoundWords } from '../../edges/http/contract/proposals.ts';

/** Words that look like personal data, wherever they stand in the draft: one decision for all places. */
export interface FoundPlace {
  words: string;
  mask: string;
  mustGo: boolean;
  /** What stands around the first place. */
  before: string;
  after: string;
}

/** So many characters are shown around. */
const AROUND = 14;

export function placesOf(found: readonly FoundWords[], texts: readonly string[]): FoundPlace[] {
  const places = new Map<string, FoundPlace>();
  // The title is cut from what was written: that place shows more.
  for (const { text, start, end, mask, mustGo } of [...found].sort((a, b) => isTitle(a) - isTitle(b))) {
    const whole = texts[text] ?? '';
    const words = whole.slice(start, end);
    const known = places.get(words);
    if (known) known.mustGo ||= mustGo;
    else {
      const from = Math.max(0, start - AROUND);
      const to = Math.min(whole.length, end + AROUND);
      const before = `${from > 0 ? '…' : ''}${whole.slice(from, start).toWellFormed()}`;
      const after = `${whole.slice(end, to).toWellFormed()}${to < whole.length ? '…' : ''}`;
      places.set(words, { words, mask, mustGo, before, after });
    }
  }
  return [...places.values()];
}

function isTitle({ text }: FoundWords): number {
  return text === 0 ? 1 : 0;
}
