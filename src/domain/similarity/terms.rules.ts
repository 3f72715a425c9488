import { normalWords, readable, scriptOf } from './normalWords.rules.ts';
import type { Found } from './synonymTree.rules.ts';
import { builtInVocabulary, type Vocabulary } from './vocabulary.ts';

/**
 * `meaning`: a set of synonyms; `theme`: the theme of that set; `word`: a word that no list knows; `kanji`: one
 * character, by which words that are written alike come a little nearer (誤記, 誤植).
 */
export type TermKind = 'meaning' | 'theme' | 'word' | 'kanji';

/** Something that a text speaks of. */
export interface Term {
  /** Equal in two texts when they speak of the same. */
  key: string;
  kind: TermKind;
  /** How much it tells by itself, from 0 to 1. */
  weight: number;
  /** The first place where it stands in `Terms.shown`. */
  start: number;
  end: number;
}

export interface Terms {
  terms: Term[];
  /** The text in which terms have their places: the normal form, in its own capitals where they allow it. */
  shown: string;
}

const weights = { meaning: 1, theme: 0.6, word: 1, oneKanji: 0.5, kanji: 0.4, quiet: 0.4 } as const;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * What a text speaks of: sets of synonyms where the lists know a word, their themes, the remaining content words
 * without their inflection, and kanji. Each once, the strongest.
 *
 * @param text anything: empty, of one character, with halves of characters
 */
export function termsOf(text: string, vocabulary: Vocabulary = builtInVocabulary()): Terms {
  const written = readable(text);
  const normal = normalWords(written);
  const terms = new Map<string, Term>();
  const add = (term: Term) => {
    const known = terms.get(term.key);
    if (known === undefined || known.weight < term.weight) terms.set(term.key, term);
  };
  const segments = [...segmenter.segment(normal)];
  const boundaries = new Set(segments.map(({ index }) => index)).add(normal.length);
  const found = vocabulary.synonyms.find(normal, (offset) => boundaries.has(offset));
  for (const { start, end, meaning } of found) {
    const share = vocabulary.quiet.has(meaning.name) ? weights.quiet : 1;
    add({ key: `=${meaning.name}`, kind: 'meaning', weight: weights.meaning * share, start, end });
    add({ key: `#${meaning.theme}`, kind: 'theme', weight: weights.theme * share, start, end });
  }
  for (const { word, start, end } of wordsOutside(segments, found)) {
    if (vocabulary.silent.has(word)) continue;
    const share = vocabulary.quiet.has(word) ? weights.quiet : 1;
    const weight = word.length === 1 ? weights.oneKanji : weights.word;
    add({ key: word, kind: 'word', weight: weight * share, start, end });
  }
  for (let start = 0; start < normal.length; ) {
    const isKanji = scriptOf(normal[start]) === 'kanji';
    const character = isKanji ? String.fromCodePoint(normal.codePointAt(start) ?? 0) : '';
    const end = start + (character.length || 1);
    if (isKanji && !terms.has(`'${character}`)) {
      add({ key: `'${character}`, kind: 'kanji', weight: weights.kanji, start, end });
    }
    start = end;
  }
  return { terms: [...terms.values()], shown: written.length === normal.length ? written : normal };
}

/** Content words that stand outside of what the lists found. */
export function wordsOutside(
  segments: readonly Intl.SegmentData[],
  found: readonly Found[],
): { word: string; start: number; end: number }[] {
  const words: { word: string; start: number; end: number }[] = [];
  let next = 0;
  for (const { segment, index, isWordLike } of segments) {
    const end = index + segment.length;
    while ((found[next]?.end ?? end) <= index) next += 1;
    const isListed = (found[next]?.start ?? end) < end;
    const word = isWordLike === true && !isListed ? contentOf(segment) : null;
    if (word !== null) words.push({ word, start: index, end });
  }
  return words;
}

/** A word without its inflection; null where it only holds the sentence together, or is a number. */
function contentOf(segment: string): string | null {
  const script = scriptOf(segment[0]);
  if (script === 'kanji') return segment.replace(/[ぁ-ゖ]+$/, '');
  if (script === 'katakana') return segment.length > 1 ? segment : null;
  if (script !== 'latin' || !/\p{L}/u.test(segment)) return null;
  return segment.length > 1 ? segment.replace(/(?<=...)(?:ing|ed|es|s)$/, '') : null;
}
