import commonWords from './lists/commonWords.json' with { type: 'json' };
import proposalWords from './lists/proposalWords.json' with { type: 'json' };
import synonyms from './lists/synonyms.json' with { type: 'json' };
import { proposalForm } from './proposalForm.rules.ts';
import type { SynonymTheme } from './synonymTree.rules.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Words by which proposals are compared. */
export interface ProposalWords {
  /** Sets of synonyms. A word that stands here is taken out of the sets by which insights are grouped. */
  themes: readonly SynonymTheme[];
  /** Names of sets of which one often leads to the other: つながりにくさ and 待ち時間. */
  near: readonly (readonly string[])[];
}

export interface ProposalVocabulary {
  words: Vocabulary;
  /** Name of a set → the numbers of those `near` in which it stands. */
  near: ReadonlyMap<string, readonly number[]>;
  /** The names of all sets. */
  names: ReadonlySet<string>;
}

/**
 * Makes a vocabulary of lists, e.g. of those that an administrator has changed.
 *
 * @param general sets by which insights are grouped, too
 */
export function proposalVocabularyOf(
  own: ProposalWords = proposalWords,
  general: readonly SynonymTheme[] = synonyms,
): ProposalVocabulary {
  const near = new Map<string, number[]>();
  for (const [number, names] of own.near.entries()) {
    for (const name of names) near.set(name, [...(near.get(name) ?? []), number]);
  }
  const themes = merged(own.themes, general);
  const names = new Set(themes.flatMap(({ sets }) => sets.map(([name = '']) => name)));
  return { words: vocabularyOf(themes, commonWords), near, names };
}

let builtIn: ProposalVocabulary | undefined;

/** The lists that come with the product. */
export function builtInProposalVocabulary(): ProposalVocabulary {
  builtIn ??= proposalVocabularyOf();
  return builtIn;
}

/** Both lists, each word once: the sets of equal names become one, and what `own` says of a word holds. */
function merged(own: readonly SynonymTheme[], general: readonly SynonymTheme[]): SynonymTheme[] {
  const claimed = new Map<string, string>();
  for (const set of own.flatMap(({ sets }) => sets)) {
    for (const word of set) claimed.set(proposalForm(word), set[0] ?? '');
  }
  const added = new Map<string, string[]>();
  const rest: SynonymTheme[] = [];
  for (const { theme, sets } of general) {
    const kept: string[][] = [];
    for (const set of sets) {
      const words = set.filter((word) => !claimed.has(proposalForm(word)));
      const joined = claimed.get(proposalForm(set[0] ?? ''));
      if (joined !== undefined) added.set(joined, [...(added.get(joined) ?? []), ...words]);
      else if (words.length > 0) kept.push([set[0] ?? '', ...words]);
    }
    rest.push({ theme, sets: kept });
  }
  const ownSets = own.map(({ theme, sets }) => ({
    theme,
    sets: sets.map((set) => [...set, ...(added.get(set[0] ?? '') ?? [])]),
  }));
  return [...ownSets, ...rest].map(({ theme, sets }) => ({
    theme,
    // The first word names the set, and so stays as it is written.
    sets: sets.map(([name = '', ...words]) => [name, ...[name, ...words].map(proposalForm)]),
  }));
}
