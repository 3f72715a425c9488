import { readable, scriptOf } from './normalWords.rules.ts';
import type { Term, Terms } from './terms.rules.ts';

const longestTitle = 24;
/** A second word is named when at least this share of the texts has it. */
const secondShare = 0.3;
/** A theme names a group when it is in so many times the texts in which its most telling word is. */
const themeInstead = 1.5;

/** Two words are one phrase when at least this share of the texts, and two, write them so. */
const phraseShare = 0.2;

const characters = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Which share of all texts has a term. */
export type Shares = ReadonlyMap<string, number>;

export function sharesOf(texts: readonly Terms[]): Shares {
  const shares = new Map<string, number>();
  for (const { terms } of texts) {
    for (const { key } of terms) shares.set(key, (shares.get(key) ?? 0) + 1 / texts.length);
  }
  return shares;
}

interface Candidate {
  label: string;
  holders: number;
  score: number;
  isTheme: boolean;
}

/**
 * What a group is about, in one or two of its own words: those that many of its texts have, and few of the others.
 * The best first; none where no word is in two of them.
 */
export function titlesOf(members: readonly Terms[], shares: Shares): string[] {
  const candidates = candidatesOf(members, shares);
  const first = candidates.find(({ isTheme }) => !isTheme);
  const theme = candidates.find(({ isTheme }) => isTheme);
  const isTelling = first !== undefined && first.holders * themeInstead > (theme?.holders ?? 0);
  const main = isTelling ? first : (theme ?? first);
  if (main === undefined) return [];
  const both = candidates
    .filter(({ isTheme, holders }) => !isTheme && holders >= secondShare * members.length)
    .filter(({ label }) => !overlap(label, main.label))
    .map((second) => phraseOf(members, main, second) ?? `${main.label}・${second.label}`);
  return [...both.filter((title) => lengthOf(title) <= longestTitle), cut(main.label)];
}

/** A text's beginning, as a title. */
export function cut(text: string): string {
  const clusters = [...characters.segment(readable(text).replace(/\s+/gu, ' ').trim())].map(
    ({ segment }) => segment,
  );
  if (clusters.length <= longestTitle) return clusters.join('');
  return `${clusters.slice(0, longestTitle - 1).join('')}…`;
}

function candidatesOf(members: readonly Terms[], shares: Shares): Candidate[] {
  const terms = new Map<string, { term: Term; surfaces: string[]; weight: number }>();
  for (const { terms: own, shown } of members) {
    for (const term of own) {
      // A single kanji is the stem of a verb: 残す, 選ぶ.
      if (term.kind === 'kanji' || (term.kind === 'word' && term.key.length === 1)) continue;
      const known = terms.get(term.key) ?? { term, surfaces: [], weight: term.weight };
      known.surfaces.push(shown.slice(term.start, term.end));
      terms.set(term.key, known);
    }
  }
  return [...terms]
    .map(([key, { term, surfaces, weight }]) => {
      const label = labelOf(term, surfaces);
      const here = surfaces.length / members.length;
      const score = weight * here * Math.log((here + 0.05) / ((shares.get(key) ?? 0) + 0.05));
      return { label, holders: surfaces.length, score, isTheme: term.kind === 'theme' };
    })
    .filter(({ label, holders }) => holders > 1 && lengthOf(label) > 1)
    .sort((one, other) => other.score - one.score || (one.label < other.label ? -1 : 1));
}

/** The word that most of the texts write, if it is a noun; else the name that the lists give it. */
function labelOf({ key, kind }: Term, surfaces: readonly string[]): string {
  if (kind === 'theme') return key.slice(1);
  const counts = [...Map.groupBy(surfaces, (surface) => surface)];
  const [surface, same] = counts.reduce((best, one) => (one[1].length > best[1].length ? one : best));
  if (kind === 'word') return surface;
  // The lists give Japanese names, which English texts cannot be called by.
  const isEnglish = surfaces.filter((one) => scriptOf(one[0]) === 'latin').length * 2 > surfaces.length;
  return isEnglish || (isNoun(surface) && same.length * 2 > surfaces.length) ? surface : key.slice(1);
}

/** Without okurigana it can stand by itself. */
function isNoun(surface: string): boolean {
  return (
    surface.length > 1 &&
    [...surface].every((character) => /kanji|katakana|latin/.test(scriptOf(character)) || character === ' ')
  );
}

/** Two words as one, where texts write them so: 更新案内, 写真の送り方. */
function phraseOf(members: readonly Terms[], one: Candidate, other: Candidate): string | undefined {
  const ways = [
    `${one.label}${other.label}`,
    `${other.label}${one.label}`,
    `${one.label}の${other.label}`,
    `${other.label}の${one.label}`,
  ];
  const enough = Math.max(2, phraseShare * members.length);
  return ways.find((way) => members.filter(({ shown }) => shown.includes(way)).length >= enough);
}

function overlap(one: string, other: string): boolean {
  return one.includes(other) || other.includes(one);
}

function lengthOf(text: string): number {
  return [...characters.segment(text)].length;
}
