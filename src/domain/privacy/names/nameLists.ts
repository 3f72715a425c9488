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
  nameWeights: ReadonlyMap<string, number>;
}

/**
 * Reads the lists that scripts/word-lists/make.mjs made (0.1 s, about 50 MB): once per process, beside the
 * analyser.
 */
export function loadNameLists(): NameLists {
  return {
    surnames: read('surnames'),
    givenNames: read('givenNames'),
    surnamesThatAreWords: read('surnamesThatAreWords'),
    givenNamesThatAreWords: read('givenNamesThatAreWords'),
    kanaSurnames: read('kanaSurnames'),
    kanaGivenNames: read('kanaGivenNames'),
    rareKanaNames: read('rareKanaNames'),
    katakanaNames: read('katakanaNames'),
    latinNames: read('latinNames'),
    katakanaWords: read('katakanaWords'),
    nameWeights: readWeights(),
  };
}

function readWeights(): ReadonlyMap<string, number> {
  const weights: unknown = JSON.parse(
    readFileSync(join(import.meta.dirname, '../lists/nameWeights.json'), 'utf8'),
  );
  return new Map(Object.entries(weights as Record<string, number>));
}

function read(name: string): WordList {
  const packed = readFileSync(join(import.meta.dirname, `../lists/${name}.txt.br`));
  const lines = brotliDecompressSync(packed).toString('utf8').split('\n');
  return wordList(new Map(lines.map((line) => [line.charAt(0), line])));
}

/** Splits a line when a word with its first character is first asked for: most never are. */
function wordList(lines: ReadonlyMap<string, string>): WordList {
  const opened = new Map<string, ReadonlySet<string>>();
  return {
    has: (word) => {
      const first = word.charAt(0);
      const known = opened.get(first);
      if (known) return known.has(word);
      const words = new Set(
        lines
          .get(first)
          ?.slice(2)
          .split(' ')
          .map((rest) => first + rest),
      );
      opened.set(first, words);
      return words.has(word);
    },
  };
}
