import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** What the lists know of names. Kana names are in hiragana. */
export interface NameLists {
  surnames: ReadonlySet<string>;
  givenNames: ReadonlySet<string>;
  /** Names that are words, too: 森, 光, 実. */
  surnamesThatAreWords: ReadonlySet<string>;
  givenNamesThatAreWords: ReadonlySet<string>;
  kanaSurnames: ReadonlySet<string>;
  kanaGivenNames: ReadonlySet<string>;
  /** Readings that one way of writing alone has. */
  rareKanaNames: ReadonlySet<string>;
  katakanaNames: ReadonlySet<string>;
  /** Loanwords, companies, products and places in katakana. */
  katakanaWords: ReadonlySet<string>;
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
    katakanaWords: read('katakanaWords'),
  };
}

function read(name: keyof NameLists): ReadonlySet<string> {
  const packed = readFileSync(join(import.meta.dirname, `../lists/${name}.txt.br`));
  return new Set(brotliDecompressSync(packed).toString('utf8').split('\n'));
}
