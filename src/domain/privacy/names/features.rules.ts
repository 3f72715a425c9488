import type { Token } from '../../../platform/words/analyser.ts';
import type { Candidate, NameReading } from './candidate.ts';
import { toHiragana } from './kanaNames.rules.ts';
import type { NameLists, WordList } from './nameLists.ts';

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
 * All that is looked at when a candidate is judged: what the rules say, how it is written, which lists know it, what
 * the analyser makes of it, and the words and characters on both sides. Weights of the same keys were learned from
 * labelled sentences (`npm run pii:train`).
 */
export function featuresOf(
  one: Candidate,
  { text, tokens, lists }: NameReading,
  edges: TokenEdges,
): Feature[] {
  const { start, end, rule, shape, before, after } = one;
  const first = edges.starting.get(start);
  const last = edges.ending.get(end);
  const previous = first === undefined ? undefined : tokens[first - 1];
  const next = last === undefined ? undefined : tokens[last + 1];
  const path = first === undefined || last === undefined ? undefined : tokens.slice(first, last + 1);
  const kinds = path?.map(kindOf).join('+') ?? '';
  const name = text.slice(start, end);
  const left = text.slice(start - 1, start);
  const right = text.slice(end, end + 1);
  const known = knownIn(name, rule, lists);
  const is = (key: string): Feature => [key, 1];
  return [
    is('any'),
    ['rules', (shape + before + after) / 3],
    [`shape ${rule}`, shape / 2],
    is(`shape ${rule} ${Math.round(shape * 5)}`),
    is(`before ${before}`),
    is(`after ${after}`),
    is(`sides ${before} ${after}`),
    is(`strength ${rule} ${strength(before)} ${strength(after)} ${Math.round(shape)}`),
    is(`written ${rule} ${writing(name)}`),
    is(`first ${rule} ${kindOf(path?.[0])}`),
    is(`last ${rule} ${kindOf(path?.at(-1))}`),
    is(`words ${path?.length ?? 0}`),
    is(`path ${rule} ${kinds}`),
    is(`previous kind ${kindOf(previous)}`),
    is(`next kind ${kindOf(next)}`),
    is(`kinds ${kindOf(previous)} ${kinds} ${kindOf(next)}`),
    is(`left ${left}`),
    is(`right ${right}`),
    is(`left two ${text.slice(Math.max(0, start - 2), start)}`),
    is(`right two ${text.slice(end, end + 2)}`),
    is(`left ${rule} ${left}`),
    is(`right ${rule} ${right}`),
    is(
      `edges ${rule} ${signKind(left)}${signKind(right)}${first === undefined ? 0 : 1}${last === undefined ? 0 : 1}`,
    ),
    is(`known ${rule} ${known}`),
    is(`known ${rule} ${known} before ${before}`),
    is(`known ${rule} ${known} after ${after}`),
    is(`name ${name}`),
    ...signsOf(name, rule).map(is),
  ];
}

/** Which lists hold the name, one sign for each. */
function knownIn(name: string, rule: Candidate['rule'], lists: NameLists): string {
  if (rule === 'kanji' || rule === 'spaced') {
    return bits(name, [
      lists.surnames,
      lists.givenNames,
      lists.surnamesThatAreWords,
      lists.givenNamesThatAreWords,
    ]);
  }
  if (rule === 'kana' || rule === 'katakana') {
    return (
      bits(toHiragana(name), [lists.kanaSurnames, lists.kanaGivenNames, lists.rareKanaNames]) +
      bits(name, [lists.katakanaNames, lists.katakanaWords])
    );
  }
  return '';
}

function bits(word: string, lists: readonly WordList[]): string {
  return lists.map((list) => (list.has(word) ? '1' : '0')).join('');
}

/** Names begin and end with other characters than words do. */
function signsOf(name: string, rule: Candidate['rule']): string[] {
  if (rule === 'kanji') return [`begins ${name.charAt(0)}`, `ends ${name.slice(-1)}`];
  if (rule !== 'kana' && rule !== 'katakana') return [];
  const kana = toHiragana(name);
  return [`begins ${kana.slice(0, 2)}`, `ends ${kana.slice(-2)}`, `length ${kana.slice(-1)} ${name.length}`];
}

function strength(weight: number): number {
  if (weight < 0) return -1;
  return weight > 1.9 ? 3 : weight > 0.9 ? 2 : weight > 0 ? 1 : 0;
}

/** Which script a character is of; signs stand for themselves. */
function signKind(sign: string): string {
  if (/^[ぁ-ん]/.test(sign)) return 'h';
  if (/^[ァ-ヶー]/.test(sign)) return 'k';
  if (/^[\u3400-\u9fff々]/.test(sign)) return 'j';
  if (/^[0-9]/.test(sign)) return 'd';
  return /^[A-Za-z]/.test(sign) ? 'a' : sign;
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
