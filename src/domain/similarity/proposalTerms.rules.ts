import { scriptOf } from './normalWords.rules.ts';
import { proposalForm } from './proposalForm.rules.ts';
import { noTheme, type ProposalVocabulary } from './proposalVocabulary.ts';
import { wordsOutside } from './terms.rules.ts';

/**
 * Kinds of what a proposal speaks of. `meaning`: a set of synonyms; `word`: a word that no list knows; `near` and
 * `theme`: what is not the same, but close; `characters`: a kanji or two katakana, where no list helps; `literal`: a
 * word as it is written.
 */
export const proposalTermKinds = ['meaning', 'word', 'near', 'theme', 'characters', 'literal'] as const;
export type ProposalTermKind = (typeof proposalTermKinds)[number];

export interface ProposalTerm {
  /** Equal in two proposals when they speak of the same. */
  key: string;
  kind: ProposalTermKind;
  /** How much it tells by itself, from 0 to 1. */
  weight: number;
}

/** Words that stand in half of all proposals tell less, and so does a single kanji. */
const weights = { quiet: 0.4, oneKanji: 0.5 } as const;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * What a proposal speaks of, each once, the strongest.
 *
 * @param text title and body; anything: empty, of one character, with halves of characters
 */
export function proposalTermsOf(text: string, { words, near }: ProposalVocabulary): ProposalTerm[] {
  const normal = proposalForm(text);
  const terms = new Map<string, ProposalTerm>();
  const add: Add = (key, kind, weight) => {
    const known = terms.get(key);
    if (known === undefined) terms.set(key, { key, kind, weight });
    else if (known.weight < weight) known.weight = weight;
  };
  const segments = [...segmenter.segment(normal)];
  const boundaries = new Set(segments.map(({ index }) => index)).add(normal.length);
  const found = words.synonyms.find(normal, (offset) => boundaries.has(offset));
  for (const { start, end, meaning } of found) {
    add(`"${normal.slice(start, end)}`, 'literal', words.quiet.has(meaning.name) ? weights.quiet : 1);
    const share = words.quiet.has(meaning.name) ? weights.quiet : 1;
    add(`=${meaning.name}`, 'meaning', share);
    if (meaning.theme !== noTheme) add(`#${meaning.theme}`, 'theme', share);
    for (const number of near.get(meaning.name) ?? []) add(`~${number}`, 'near', share);
  }
  for (const { word } of wordsOutside(segments, found)) {
    const key = withoutOkurigana(word);
    if (words.silent.has(word) || words.silent.has(key)) continue;
    add(`"${key}`, 'literal', key.length === 1 ? weights.oneKanji : 1);
    add(key, 'word', (words.quiet.has(word) ? weights.quiet : 1) * (key.length === 1 ? weights.oneKanji : 1));
  }
  addCharacters(normal, add);
  return [...terms.values()];
}

type Add = (key: string, kind: ProposalTermKind, weight: number) => void;

/** 申し込み and 申込み are one word. */
function withoutOkurigana(word: string): string {
  return scriptOf(word[0]) === 'kanji' ? word.replace(/[ぁ-ゖ]/g, '') : word;
}

function addCharacters(normal: string, add: Add): void {
  for (let at = 0; at < normal.length; at += 1) {
    const script = scriptOf(normal[at]);
    if (script === 'kanji') add(`'${normal[at]}`, 'characters', 1);
    if (script === 'katakana' && scriptOf(normal[at + 1]) === 'katakana') {
      add(`'${normal[at]}${normal[at + 1]}`, 'characters', 1);
    }
  }
}
