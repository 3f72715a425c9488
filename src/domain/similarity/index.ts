/** Similarity: which texts are about the same, by their words alone. */
export { groupBySimilarity, groupManyBySimilarity } from './groupBySimilarity.ts';
export type { GroupingOptions, SimilarityGroup, TextToGroup } from './groups.rules.ts';
export type { SynonymTheme } from './synonymTree.rules.ts';
export { type Term, type TermKind, type Terms, termsOf } from './terms.rules.ts';
export {
  builtInVocabulary,
  type CommonWords,
  type Vocabulary,
  vocabularyOf,
} from './vocabulary.ts';
