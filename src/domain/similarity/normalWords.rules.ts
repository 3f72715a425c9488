export type Script = 'kanji' | 'katakana' | 'hiragana' | 'latin' | 'other';

/** How a character is written; of one outside the basic plane, its first half is asked. */
export function scriptOf(character: string | undefined): Script {
  const code = character === undefined || character === '' ? 0 : character.charCodeAt(0);
  if (code < 0x80) return isAsciiWord(code) ? 'latin' : 'other';
  if (code >= 0x3041 && code <= 0x3096) return 'hiragana';
  if ((code >= 0x30a1 && code <= 0x30fa) || code === 0x30fc) return 'katakana';
  if (isKanji(code)) return 'kanji';
  return latin.test(character ?? '') ? 'latin' : 'other';
}

const latin = /^[\p{Script=Latin}\p{Nd}]/u;

/** Letters, digits, and the & of Q&A. */
function isAsciiWord(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x26
  );
}

/** Unified ideographs and their first extension, compatibility ideographs, 々 and 〆, halves of rare ones. */
function isKanji(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3005 ||
    code === 0x3006 ||
    (code >= 0xd840 && code <= 0xd887)
  );
}

/** Longest text that is read; what stands behind tells nothing new about the subject. */
const longestText = 4_000;

/** The part of a text that is read, without halves of characters and in one width (NFKC). */
export function readable(text: string): string {
  return text.slice(0, longestText).toWellFormed().normalize('NFKC');
}

/** 【氏名】, 【電話番号】: what stands for masked words says nothing of the subject. */
const masks = /【[^【】]{1,10}】/g;

/** The form of writing in which words are compared: `readable`, in small letters, masks blank. Not for showing. */
export function normalWords(text: string): string {
  return readable(text)
    .toLowerCase()
    .replace(masks, (mask) => ' '.repeat(mask.length));
}
