import { stemsOf } from './inflections.rules.ts';
import { normalWords, scriptOf } from './normalWords.rules.ts';

/** Sets of words that say the same, in themes of sets that are near to each other. */
export interface SynonymTheme {
  theme: string;
  /** Words in their dictionary form; the first gives the set its name. */
  sets: readonly (readonly string[])[];
}

/** What a listed word means. */
export interface Meaning {
  /** The first word of its set. */
  name: string;
  theme: string;
}

interface Node {
  children: Map<string, Node>;
  /** Words that end here, and what must follow them. */
  ends: { meaning: Meaning; next: string | null; first: string }[];
}

/** A listed word that was found. */
export interface Found {
  start: number;
  end: number;
  meaning: Meaning;
}

/** Finds the listed words of a text, the longest at each place. */
export interface SynonymTree {
  /**
   * @param text in normal form
   * @param isBoundary whether the segmenter cuts before the character at an offset
   */
  find(text: string, isBoundary: (offset: number) => boolean): Found[];
}

export function synonymTree(themes: readonly SynonymTheme[]): SynonymTree {
  const root = newNode();
  for (const { theme, sets } of themes) {
    for (const set of sets) {
      const meaning = { name: set[0] ?? '', theme };
      for (const word of set) plant(root, normalWords(word), meaning);
    }
  }
  return { find: (text, isBoundary) => findAll(root, text, isBoundary) };
}

function newNode(): Node {
  return { children: new Map(), ends: [] };
}

function plant(root: Node, word: string, meaning: Meaning): void {
  if (word === '') return;
  for (const { stem, next } of stemsOf(word)) {
    let node = root;
    for (const character of stem) {
      let child = node.children.get(character);
      if (child === undefined) {
        child = newNode();
        node.children.set(character, child);
      }
      node = child;
    }
    node.ends.push({ meaning, next, first: word });
  }
}

function findAll(root: Node, text: string, isBoundary: (offset: number) => boolean): Found[] {
  const found: Found[] = [];
  for (let start = 0; start < text.length; ) {
    const longest = findAt(root, text, start, isBoundary);
    if (longest === undefined) {
      start += 1;
    } else {
      found.push(longest);
      start = longest.end;
    }
  }
  return found;
}

function findAt(
  root: Node,
  text: string,
  start: number,
  isBoundary: (offset: number) => boolean,
): Found | undefined {
  let longest: Found | undefined;
  let node: Node | undefined = root;
  for (let end = start; end <= text.length && node !== undefined; end += 1) {
    for (const { meaning, next } of node.ends) {
      const following = text[end];
      if (next !== null && (following === undefined || !next.includes(following))) continue;
      if (!standsAlone(text, start, end, next !== null, isBoundary)) continue;
      longest = { start, end: next === null ? end : end + 1, meaning };
    }
    node = end < text.length ? node.children.get(text[end] as string) : undefined;
  }
  return longest;
}

/** Whether what was found is a word there, and not a part of another: 表 in 代表, ライン in オンライン. */
function standsAlone(
  text: string,
  start: number,
  end: number,
  isInflected: boolean,
  isBoundary: (offset: number) => boolean,
): boolean {
  const first = scriptOf(text[start]);
  const last = scriptOf(text[end - 1]);
  const before = scriptOf(text[start - 1]);
  const after = scriptOf(text[end]);
  if (first === 'latin' && before === 'latin') return false;
  if (last === 'latin' && after === 'latin') return false;
  if (first === 'katakana' && before === 'katakana' && !isBoundary(start)) return false;
  if (last === 'katakana' && after === 'katakana' && !isBoundary(end)) return false;
  if (first === 'hiragana' && before !== 'other' && !isBoundary(start)) return false;
  if (first === 'kanji' && kanjiOf(text, start, end) === 1) {
    if (before === 'kanji' && !isBoundary(start)) return false;
    if (end - start === 1 && !isInflected && after === 'kanji') return false;
  }
  return true;
}

function kanjiOf(text: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index += 1) if (scriptOf(text[index]) === 'kanji') count += 1;
  return count;
}
