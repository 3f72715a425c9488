/** Kanji, and the marks that stand for one. */
const kanji = /[\p{Script=Han}々〆]/u;
const katakana = /[ァ-ヺー]/;
const hiragana = /[ぁ-ゖ]/;
const latin = /[\p{Script=Latin}\p{Nd}&]/u;

export type Script = 'kanji' | 'katakana' | 'hiragana' | 'latin' | 'other';

/** How a character is written. */
export function scriptOf(character: string | undefined): Script {
  if (character === undefined) return 'other';
  if (hiragana.test(character)) return 'hiragana';
  if (kanji.test(character)) return 'kanji';
  if (katakana.test(character)) return 'katakana';
  return latin.test(character) ? 'latin' : 'other';
}

/** Longest text that is read; what stands behind tells nothing new about the subject. */
const longestText = 4_000;

/** The part of a text that is read, without halves of characters and in one width (NFKC). */
export function readable(text: string): string {
  return text.slice(0, longestText).toWellFormed().normalize('NFKC');
}

/** The form of writing in which words are compared: `readable`, in small letters. Not for showing. */
export function normalWords(text: string): string {
  return readable(text).toLowerCase();
}
