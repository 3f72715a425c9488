import type { Token } from '../../../platform/words/analyser.ts';
import type { NameLists } from './nameLists.ts';

/** A stretch of text that may be a name, with all that speaks for it added up. */
export interface Candidate {
  start: number;
  end: number;
  score: number;
  reason: string;
}

/** What name rules read. */
export interface NameReading {
  text: string;
  tokens: readonly Token[];
  lists: NameLists;
  /** The company's own words and words never to flag, in normal form. */
  never: ReadonlySet<string>;
}
