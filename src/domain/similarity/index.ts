/** Similarity: which texts are about the same, and which proposals propose the same, by their words alone. */
export { groupBySimilarity, groupManyBySimilarity } from './groupBySimilarity.ts';
export type { GroupingOptions, SimilarityGroup, TextToGroup } from './groups.rules.ts';
export { comparedFields, ProposalIndex, type ProposalToCompare } from './proposalIndex.ts';
export { openProposalSearch, type ProposalSearch } from './proposalSearch.ts';
export {
  builtInProposalVocabulary,
  type ProposalVocabulary,
  type ProposalWords,
  proposalVocabularyOf,
} from './proposalVocabulary.ts';
export {
  type ProposalQuery,
  type RankedProposal,
  type RankOptions,
  rankProposals,
} from './rankProposals.ts';
export type { SynonymTheme } from './synonymTree.rules.ts';
export { type Term, type TermKind, type Terms, termsOf } from './terms.rules.ts';
export {
  builtInVocabulary,
  type CommonWords,
  type Vocabulary,
  vocabularyOf,
} from './vocabulary.ts';
