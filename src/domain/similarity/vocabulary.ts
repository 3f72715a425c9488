import commonWords from './lists/commonWords.json' with { type: 'json' };
import synonyms from './lists/synonyms.json' with { type: 'json' };
import { type SynonymTheme, type SynonymTree, synonymTree } from './synonymTree.rules.ts';

/** Words that tell little of what a text is about. */
export interface CommonWords {
  /** Never counted. */
  silent: readonly string[];
  /** Counted less. */
  quiet: readonly string[];
}

/** What is known about words: made once, shared by all who compare texts. */
export interface Vocabulary {
  synonyms: SynonymTree;
  silent: ReadonlySet<string>;
  quiet: ReadonlySet<string>;
}

/** Makes a vocabulary of lists, e.g. of those that an administrator has changed. */
export function vocabularyOf(
  themes: readonly SynonymTheme[] = synonyms,
  common: CommonWords = commonWords,
): Vocabulary {
  return {
    synonyms: synonymTree(themes),
    silent: new Set(common.silent),
    quiet: new Set(common.quiet),
  };
}

let builtIn: Vocabulary | undefined;

/** The lists that come with the product. */
export function builtInVocabulary(): Vocabulary {
  builtIn ??= vocabularyOf();
  return builtIn;
}
