import { scriptOf } from './normalWords.rules.ts';
import { proposalForm } from './proposalForm.rules.ts';
import type { ProposalVocabulary } from './proposalVocabulary.ts';
import { wordsOutside } from './terms.rules.ts';

/** Kinds of what a proposal speaks of. `near` and `theme` hold what is not the same, but close. */
export const proposalTermKinds = ['meaning', 'near', 'theme', 'word', 'kanji', 'pair'] as const;
export type ProposalTermKind = (typeof proposalTermKinds)[number];

export interface ProposalTerm {
  key: string;
  kind: ProposalTermKind;
  /** How much it tells by itself. */
  weight: number;
}

const quiet = 0.4;
const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** What a text speaks of, each once. */
export function proposalTermsOf(text: string, { words, near }: ProposalVocabulary): ProposalTerm[] {
  const normal = proposalForm(text);
  const terms = new Map<string, ProposalTerm>();
  const add = (key: string, kind: ProposalTermKind, weight: number) => {
    const known = terms.get(key);
    if (known === undefined) terms.set(key, { key, kind, weight });
    else if (known.weight < weight) known.weight = weight;
  };
  const segments = [...segmenter.segment(normal)];
  const boundaries = new Set(segments.map(({ index }) => index)).add(normal.length);
  const found = words.synonyms.find(normal, (offset) => boundaries.has(offset));
  for (const { meaning } of found) {
    const share = words.quiet.has(meaning.name) ? quiet : 1;
    add(`=${meaning.name}`, 'meaning', share);
    add(`#${meaning.theme}`, 'theme', share);
    for (const number of near.get(meaning.name) ?? []) add(`~${number}`, 'near', share);
  }
  for (const { word } of wordsOutside(segments, found)) {
    const key = withoutOkurigana(word);
    if (words.silent.has(word) || words.silent.has(key)) continue;
    add(key, 'word', (words.quiet.has(word) ? quiet : 1) * (key.length === 1 ? 0.5 : 1));
  }
  addCharacters(normal, add);
  return [...terms.values()];
}

/** 申し込み and 申込み are one word. */
function withoutOkurigana(word: string): string {
  return scriptOf(word[0]) === 'kanji' ? word.replace(/[ぁ-ゖ]/g, '') : word;
}

/** Single kanji, and pairs of characters that are no kana of a sentence. */
function addCharacters(
  normal: string,
  add: (key: string, kind: ProposalTermKind, weight: number) => void,
): void {
  for (let at = 0; at < normal.length; at += 1) {
    const script = scriptOf(normal[at]);
    if (script === 'other') continue;
    if (script === 'kanji') add(`'${normal[at]}`, 'kanji', 1);
    const next = scriptOf(normal[at + 1]);
    if (next === 'other' || (script === 'hiragana' && next === 'hiragana')) continue;
    add(`"${normal[at]}${normal[at + 1]}`, 'pair', 1);
  }
}
