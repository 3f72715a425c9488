import { readBroadSynonyms } from './broadSynonyms.ts';
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
 * @param broad sets of everyday words, for what neither of them knows
 */
export function proposalVocabularyOf(
  own: ProposalWords = proposalWords,
  general: readonly SynonymTheme[] = synonyms,
  broad: readonly (readonly string[])[] = readBroadSynonyms(),
): ProposalVocabulary {
  const near = new Map<string, number[]>();
  for (const [number, names] of own.near.entries()) {
    for (const name of names) near.set(name, [...(near.get(name) ?? []), number]);
  }
  const themes = widened(merged(own.themes, general), broad);
  const names = new Set(themes.flatMap(({ sets }) => sets.map(([name = '']) => name)));
  return { words: vocabularyOf(themes, commonWords), near, names };
}

/** Sets of this theme have nothing in common. */
export const noTheme = '';
/** Before the names of sets that the broad list makes. */
const broadName = '+';

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

/**
 * Words that no list knows join the set to which their synonyms belong, or make a set of their own that is near to
 * nothing. What would bring two sets together stays out, and so does a word of several meanings.
 */
function widened(themes: readonly SynonymTheme[], broad: readonly (readonly string[])[]): SynonymTheme[] {
  const known = new Map<string, string>();
  for (const [name = '', ...words] of themes.flatMap(({ sets }) => sets)) {
    for (const word of [name, ...words]) known.set(proposalForm(word), name);
  }
  const silent = new Set(commonWords.silent);
  const forms = broad.map((set) => [...new Set(set.map(proposalForm))].filter((word) => !silent.has(word)));
  const meanings = new Map<string, number>();
  for (const word of forms.flat()) meanings.set(word, (meanings.get(word) ?? 0) + 1);
  const joining = new Map<string, string[]>();
  const others: string[][] = [];
  for (const set of forms) {
    const sets = new Set(set.flatMap((word) => known.get(word) ?? []));
    const unknown = set.filter((word) => !known.has(word) && meanings.get(word) === 1);
    const [name] = sets;
    if (sets.size > 1 || unknown.length === 0) continue;
    if (name !== undefined) joining.set(name, [...(joining.get(name) ?? []), ...unknown]);
    // Its name must not be that of another set, which may be any word.
    else if (unknown.length > 1) others.push([`${broadName}${unknown[0]}`, ...unknown]);
  }
  const wider = themes.map(({ theme, sets }) => ({
    theme,
    sets: sets.map((set) => [...set, ...(joining.get(set[0] ?? '') ?? [])]),
  }));
  return [...wider, { theme: noTheme, sets: others }];
}
