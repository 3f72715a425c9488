import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** A list that is asked for one word at a time. */
export interface WordList {
  has(word: string): boolean;
}

/** What the lists know of names. Kana names are in hiragana. */
export interface NameLists {
  surnames: WordList;
  givenNames: WordList;
  /** Names that are words, too: 森, 光, 実. */
  surnamesThatAreWords: WordList;
  givenNamesThatAreWords: WordList;
  kanaSurnames: WordList;
  kanaGivenNames: WordList;
  /** Readings that one way of writing alone has. */
  rareKanaNames: WordList;
  katakanaNames: WordList;
  /** The same in Latin letters, small. */
  latinNames: WordList;
  /** Loanwords, companies, products and places in katakana. */
  katakanaWords: WordList;
  /** What each feature of a candidate says for a name, or against it; learned by scripts/pii/train.ts. */
  nameWeights: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/**
 * Reads the lists that scripts/word-lists/make.mjs made (0.1 s, about 50 MB): once per process, beside the
 * analyser.
 */
export function loadNameLists(): NameLists {
  const [surnames, givenNames, surnamesThatAreWords, givenNamesThatAreWords] = readTogether([
    'surnames',
    'givenNames',
    'surnamesThatAreWords',
    'givenNamesThatAreWords',
  ]);
  const [kanaSurnames, kanaGivenNames, rareKanaNames] = readTogether([
    'kanaSurnames',
    'kanaGivenNames',
    'rareKanaNames',
  ]);
  const [katakanaNames, katakanaWords] = readTogether(['katakanaNames', 'katakanaWords']);
  const [latinNames] = readTogether(['latinNames']);
  return {
    surnames,
    givenNames,
    surnamesThatAreWords,
    givenNamesThatAreWords,
    kanaSurnames,
    kanaGivenNames,
    rareKanaNames,
    katakanaNames,
    latinNames,
    katakanaWords,
    nameWeights: readWeights(),
  };
}

function readWeights(): NameLists['nameWeights'] {
  const weights = JSON.parse(
    readFileSync(join(import.meta.dirname, '../lists/nameWeights.json'), 'utf8'),
  ) as Record<string, Record<string, number>>;
  return new Map(
    Object.entries(weights).map(([family, values]) => [family, new Map(Object.entries(values))]),
  );
}

/**
 * Lists that are asked for the same words: one look tells which of them hold a word, and the last answer is kept,
 * because who asks one of them asks the others next.
 */
function readTogether<const Names extends readonly string[]>(
  names: Names,
): { [Key in keyof Names]: WordList } {
  const lists = names.map(linesOf);
  const opened = new Map<string, ReadonlyMap<string, number>>();
  /** Splits the lines when a word with their first character is first asked for: most never are. */
  const open = (first: string): ReadonlyMap<string, number> => {
    const known = opened.get(first);
    if (known) return known;
    const words = new Map<string, number>();
    for (const [index, lines] of lists.entries()) {
      for (const rest of lines.get(first)?.slice(2).split(' ') ?? []) {
        const word = first + rest;
        words.set(word, (words.get(word) ?? 0) | (1 << index));
      }
    }
    opened.set(first, words);
    return words;
  };
  let lastWord = '';
  let lastBits = 0;
  return names.map((_name, index) => ({
    has: (word: string) => {
      if (word !== lastWord) {
        lastBits = word === '' ? 0 : (open(word.charAt(0)).get(word) ?? 0);
        lastWord = word;
      }
      return (lastBits & (1 << index)) !== 0;
    },
  })) as { [Key in keyof Names]: WordList };
}

/** Each line of a list has the words with one first character: that character, and the rests. */
function linesOf(name: string): ReadonlyMap<string, string> {
  const packed = readFileSync(join(import.meta.dirname, `../lists/${name}.txt.br`));
  const lines = brotliDecompressSync(packed).toString('utf8').split('\n');
  return new Map(lines.map((line) => [line.charAt(0), line]));
}
