import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** One meaning in the Sudachi synonym dictionary, as far as it is read here. */
interface DictionaryGroup {
  items: {
    /** The word. */
    midashi: string;
    /** 2: not to be used for widening a search. */
    expandControl: number;
    /** Fields of knowledge: 企業名, 医療. */
    bunya: string[];
  }[];
}

/** Names tell nothing of what is proposed. */
const namesOf = new Set([
  '企業名',
  '旧企業名',
  '大学名',
  '組織名',
  '人名',
  '地名',
  '国名',
  'スポーツ',
  '音楽',
]);

/**
 * Synonyms of everyday words (謝罪・詫び, 早見表・一覧): sets of two words and more, each at least two characters long.
 *
 * @returns anew at each call: it is read once, by who makes a vocabulary of it
 * @see the Sudachi synonym dictionary (Works Applications, Apache-2.0), as packed by sudachi-synonyms-dictionary
 */
export function readBroadSynonyms(): string[][] {
  const packed = createRequire(import.meta.url).resolve('sudachi-synonyms-dictionary');
  // Read as a file, not imported: a module stays in memory for ever, and this one has 14 MB.
  const file = join(dirname(packed), 'sudachi-synonyms-dictionary.json');
  const groups = JSON.parse(readFileSync(file, 'utf8')) as DictionaryGroup[];
  return groups.map(wordsOf).filter((words) => words.length > 1);
}

function wordsOf({ items }: DictionaryGroup): string[] {
  const words = items
    .filter(({ expandControl, bunya }) => expandControl < 2 && !bunya.some((field) => namesOf.has(field)))
    .map(({ midashi }) => midashi)
    .filter(
      (word) => word.length > 1 && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word),
    );
  return [...new Set(words)];
}
