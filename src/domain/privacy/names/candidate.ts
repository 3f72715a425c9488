import type { Token } from '../../../platform/words/analyser.ts';
import type { NameLists } from './nameLists.ts';
import type { Surroundings } from './surroundings.rules.ts';

/** A stretch of text that may be a name, with what its rule says for it. */
export interface Candidate {
  start: number;
  end: number;
  /** Which rule found it. */
  rule: 'kanji' | 'kana' | 'katakana' | 'latin' | 'spaced' | 'spelled' | 'called';
  /** What its own characters say, and the words before and after it: weights of the rules' tables. */
  shape: number;
  before: number;
  after: number;
  /** Key below `privacy.reason`. */
  reason: string;
}

/** What name rules read. */
export interface NameReading {
  text: string;
  tokens: readonly Token[];
  lists: NameLists;
  around: Surroundings;
  /** The company's own words and words never to flag, in normal form. */
  never: ReadonlySet<string>;
}
