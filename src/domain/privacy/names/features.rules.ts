import type { Token } from '../../../platform/words/analyser.ts';
import type { Candidate, NameReading } from './candidate.ts';
import { toHiragana } from './kanaNames.rules.ts';
import type { NameLists, WordList } from './nameLists.ts';

/** Something that is true of a candidate: of what kind, what, and how much of it there is (1, or a rule's weight). */
export type Feature = readonly [family: string, value: string, amount: number];

/** The analyser's words by where they begin and end; -1 where none does. */
export interface TokenEdges {
  starting: Int32Array;
  ending: Int32Array;
  /** The part of speech of each, as features name it. */
  kinds: readonly string[];
  tokens: readonly Token[];
}

export function tokenEdges({ text, tokens }: NameReading): TokenEdges {
  const starting = new Int32Array(text.length + 1).fill(-1);
  const ending = new Int32Array(text.length + 1).fill(-1);
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as Token;
    starting[token.start] = index;
    ending[token.end] = index;
  }
  return { starting, ending, kinds: tokens.map(kindOf), tokens };
}

/** 名固人 for 名詞, 固有名詞, 人名: short, because it is a part of many keys. */
function kindOf({ pos, detail }: Token): string {
  return pos.charAt(0) + detail[0].charAt(0) + detail[1].charAt(0);
}

/** Families that every kind of name has for itself. */
type OwnFamily =
  | 'shape'
  | 'step'
  | 'strength'
  | 'written'
  | 'path'
  | 'left'
  | 'right'
  | 'edges'
  | 'known'
  | 'knownBefore'
  | 'knownAfter';

const rules = ['kanji', 'kana', 'katakana', 'latin', 'spaced', 'spelled', 'called'] as const;
const ownFamilies = [
  'shape',
  'step',
  'strength',
  'written',
  'path',
  'left',
  'right',
  'edges',
  'known',
  'knownBefore',
  'knownAfter',
] as const;
/** Written out once: keys that are put together for each candidate would cost most of the time. */
const familiesOf = Object.fromEntries(
  rules.map((rule) => [rule, Object.fromEntries(ownFamilies.map((family) => [family, `${family} ${rule}`]))]),
) as Record<Candidate['rule'], Record<OwnFamily, string>>;

/**
 * All that is looked at when a candidate is judged: what the rules say, how it is written, which lists know it, what
 * the analyser makes of it, and the words and characters on both sides. Weights of the same keys were learned from
 * labelled sentences (`npm run pii:train`).
 */
export function eachFeature(
  one: Candidate,
  { text, lists }: NameReading,
  edges: TokenEdges,
  see: (family: string, value: string, amount: number) => void,
): void {
  const { start, end, rule, shape, before, after } = one;
  const first = edges.starting[start] ?? -1;
  const last = edges.ending[end] ?? -1;
  const kinds = first < 0 || last < 0 ? '' : edges.kinds.slice(first, last + 1).join('');
  const previous = (first < 0 ? undefined : edges.kinds[first - 1]) ?? '';
  const next = (last < 0 ? undefined : edges.kinds[last + 1]) ?? '';
  const name = text.slice(start, end);
  const left = text.charAt(start - 1);
  const right = text.charAt(end);
  const known = knownIn(name, rule, lists);
  const beforeWord = String(before);
  const afterWord = String(after);
  const own = familiesOf[rule];
  see('any', '', 1);
  see('rules', '', (shape + before + after) / 3);
  see(own.shape, '', shape / 2);
  see(own.step, String(Math.round(shape * 5)), 1);
  see('before', beforeWord, 1);
  see('after', afterWord, 1);
  see('sides', `${beforeWord} ${afterWord}`, 1);
  see(own.strength, `${strength(before)} ${strength(after)} ${Math.round(shape)}`, 1);
  see(own.written, writing(name), 1);
  see(own.path, kinds, 1);
  see('previous', previous, 1);
  see('next', next, 1);
  see('kinds', `${previous} ${kinds} ${next}`, 1);
  see('left', left, 1);
  see('right', right, 1);
  see('leftTwo', text.slice(Math.max(0, start - 2), start), 1);
  see('rightTwo', text.slice(end, end + 2), 1);
  see(own.left, left, 1);
  see(own.right, right, 1);
  see(own.edges, signKind(left) + signKind(right) + (first < 0 ? '-' : '+') + (last < 0 ? '-' : '+'), 1);
  see(own.known, known, 1);
  see(own.knownBefore, `${known} ${beforeWord}`, 1);
  see(own.knownAfter, `${known} ${afterWord}`, 1);
  see('wordBefore', (first < 0 ? undefined : edges.tokens[first - 1]?.surface) ?? '', 1);
  see('wordAfter', (last < 0 ? undefined : edges.tokens[last + 1]?.surface) ?? '', 1);
  see(
    'wordsAfter',
    last < 0 ? '' : `${edges.tokens[last + 1]?.surface ?? ''} ${edges.tokens[last + 2]?.surface ?? ''}`,
    1,
  );
  see(
    'wordsBefore',
    first < 0 ? '' : `${edges.tokens[first - 2]?.surface ?? ''} ${edges.tokens[first - 1]?.surface ?? ''}`,
    1,
  );
  see(
    'kindsAround',
    `${first < 0 ? '' : (edges.kinds[first - 2] ?? '')} ${previous} ${next} ${last < 0 ? '' : (edges.kinds[last + 2] ?? '')}`,
    1,
  );
  see('nameAfter', `${rule} ${next} ${afterWord}`, 1);
  see('alone', `${rule} ${start === 0 ? '^' : left} ${end === text.length ? '$' : right}`, 1);
  see('name', name, 1);
  seeSigns(name, rule, see);
}

/** The same as a list. */
export function featuresOf(one: Candidate, reading: NameReading, edges: TokenEdges): Feature[] {
  const features: Feature[] = [];
  eachFeature(one, reading, edges, (family, value, amount) => features.push([family, value, amount]));
  return features;
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
function seeSigns(
  name: string,
  rule: Candidate['rule'],
  see: (family: string, value: string, amount: number) => void,
): void {
  if (rule === 'kanji' || (rule === 'called' && /^[\u3400-\u9fff]/.test(name))) {
    see('begins', name.charAt(0), 1);
    see('ends', name.slice(-1), 1);
  } else if (rule === 'kana' || rule === 'katakana' || rule === 'called') {
    const kana = toHiragana(name);
    see('begins', kana.slice(0, 2), 1);
    see('ends', kana.slice(-2), 1);
    see('length', kana.slice(-1) + name.length, 1);
  }
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

/** Script and length: 漢2 for 水沢. */
function writing(name: string): string {
  const length = Math.min(6, name.length);
  if (/^[\u3400-\u9fff々ヶ]+$/.test(name)) return `kanji ${length}`;
  if (/^[ぁ-んー]+$/.test(name)) return `hiragana ${length}`;
  if (/^[ァ-ヶー・=\s]+$/.test(name)) return `katakana ${length}`;
  return /^[\p{Script=Latin}\s.'’-]+$/u.test(name) ? 'latin' : `mixed ${length}`;
}
