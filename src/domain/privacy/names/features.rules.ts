import type { Token } from '../../../platform/words/analyser.ts';
import type { Candidate, NameReading } from './candidate.ts';

/** Something that is true of a candidate, and how much of it there is (1, or a rule's weight). */
export type Feature = readonly [key: string, value: number];

/** The analyser's words by where they begin and end. */
export interface TokenEdges {
  starting: ReadonlyMap<number, number>;
  ending: ReadonlyMap<number, number>;
}

export function tokenEdges(tokens: readonly Token[]): TokenEdges {
  return {
    starting: new Map(tokens.map((token, index) => [token.start, index])),
    ending: new Map(tokens.map((token, index) => [token.end, index])),
  };
}

/**
 * All that is looked at when a candidate is judged: what the rules say, how it is written, what the analyser makes
 * of it, and the words and characters on both sides. Weights of the same keys were learned from labelled sentences
 * (`npm run pii:train`).
 */
export function featuresOf(one: Candidate, { text, tokens }: NameReading, edges: TokenEdges): Feature[] {
  const { start, end, rule, shape, before, after } = one;
  const first = edges.starting.get(start);
  const last = edges.ending.get(end);
  const previous = first === undefined ? undefined : tokens[first - 1];
  const next = last === undefined ? undefined : tokens[last + 1];
  const is = (key: string): Feature => [key, 1];
  return [
    is('any'),
    ['rules', (shape + before + after) / 3],
    [`shape ${rule}`, shape / 2],
    is(`shape ${rule} ${Math.round(shape * 5)}`),
    is(`before ${before}`),
    is(`after ${after}`),
    is(`before ${rule} ${before}`),
    is(`after ${rule} ${after}`),
    is(`written ${rule} ${writing(text.slice(start, end))}`),
    is(`first ${rule} ${kindOf(first === undefined ? undefined : tokens[first])}`),
    is(`last ${rule} ${kindOf(last === undefined ? undefined : tokens[last])}`),
    is(`words ${first === undefined || last === undefined ? 0 : last - first + 1}`),
    is(`previous kind ${kindOf(previous)}`),
    is(`next kind ${kindOf(next)}`),
    is(`previous word ${previous?.surface ?? ''}`),
    is(`next word ${next?.surface ?? ''}`),
    is(`left ${text.slice(start - 1, start)}`),
    is(`right ${text.slice(end, end + 1)}`),
    is(`left two ${text.slice(Math.max(0, start - 2), start)}`),
    is(`right two ${text.slice(end, end + 2)}`),
  ];
}

function kindOf(token: Token | undefined): string {
  return token ? [token.pos, ...token.detail.slice(0, 2)].join(' ') : '';
}

/** Script and length: 漢2 for 水沢. */
function writing(name: string): string {
  const length = Math.min(6, name.length);
  if (/^[\u3400-\u9fff々ヶ]+$/.test(name)) return `kanji ${length}`;
  if (/^[ぁ-んー]+$/.test(name)) return `hiragana ${length}`;
  if (/^[ァ-ヶー・=\s]+$/.test(name)) return `katakana ${length}`;
  return /^[\p{Script=Latin}\s.'’-]+$/u.test(name) ? 'latin' : `mixed ${length}`;
}
