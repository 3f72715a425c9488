import { hasCounter } from './addressWords.ts';

/** The numbers behind a town: 三丁目五の六, 2番3号, 881-2, 北5条西31丁目4-2, 3丁1-17, 2ちょうめ 14 の 6. */
export interface Block {
  start: number;
  end: number;
  words: string;
  /** How many numbers it has. */
  size: number;
  /** It has a word that only addresses have: 丁目, 番地, 地割. */
  named: boolean;
}

const kanjiDigit = '[〇○零一二三四五六七八九十百千]';
/**
 * Kanji numbers stand in names too: 百ノ沢, 三崎, 九番町. A number of a block is followed by a unit, a pause or a
 * particle. Nothing that starts with 0 is one: those are phones.
 */
const unit =
  '(?:丁目|ちょうめ|丁(?![寧度字])|番地|ばんち|番戸|番外地|番(?![号目線組館町])|ばん(?![ごめぐ])|号室|号棟|号館|号(?!線|車|機|会)|ごう(?!し)|棟|線|地割|条|街区|組(?!合)|階(?!段)|かい(?=[ の、]))';
const asciiNumber = '(?!0)[0-9]{1,5}(?![0-9F])';
const kanjiNumber = `(?![〇○零])${kanjiDigit}{1,6}(?!${kanjiDigit}|(?!${unit})[一-龠々ヶケツッ]|ノ[一-龠])`;
/** さんちょうめ, じゅうにばんち: in kana a number is one only before its unit. */
const kanaNumber =
  '(?:(?:いっ|いち|に|さん|よん|よっ|ご|ろっ|ろく|なな|しち|はっ|はち|きゅう|じゅう|ひゃく){1,5}(?=ちょうめ|ばんち|丁目|番地|ごうしつ))';
/** にちょうめのじゅうさんのよん: behind its unit, or between two の, also the bare number. */
const kanaDigits = '(?:いち|に|さん|よん|ご|ろく|なな|しち|はち|きゅう|じゅう|ひゃく){1,5}';
const kanaLater = `(?:(?<=(?:ちょうめ|ばんち|いち|に|さん|よん|ご|ろく|なな|はち|きゅう|じゅう)の)${kanaDigits}(?=の${kanaDigits}|[、。 ]|です|$))`;
const kanaFirst = `(?:(?<=まち|ちょう)${kanaDigits}(?=の${kanaDigits}(?:[、。 の]|です|$)))`;
const number = `(?:${asciiNumber}|${kanjiNumber}|${kanaNumber}|${kanaLater})`;
const firstNumber = `(?:${asciiNumber}|${kanaNumber}|${kanaFirst}|${kanjiNumber}(?!の(?!${kanjiDigit})[一-龠]))`;
const gap = '(?:[ 、,のノ-]|ー|えー{1,2}っ?と?|えっと|ええと|あの[、 ]|はい|そうです(?:ね)?|ハイフン){1,5}';
/** 5条西31丁目, 十八丁目右二号, 2の甲の118: a point of the compass, a side, or 甲 and 乙, stands before some numbers. */
const lead = '(?:[甲乙丙]の|[東西南北右左甲乙丙第])?';
/** 2410番地イ: the last number of some plots is a letter. */
const blockPattern = new RegExp(
  `(?<![0-9.])${firstNumber}(?:(?:${unit}(?:${gap})?|${gap})${lead}${number}){0,8}(?:${unit}(?:地?先(?![ずにほ生])|[イロハニホ](?![ァ-ヴー])|(?<=[線号条])[東西南北](?![一-龠ァ-ヴ]))?|地先)?`,
  'g',
);
const numberPattern = new RegExp(number, 'g');
const blockWord = /丁目|ちょうめ|番地|ばんち|番戸|番外地|番.*号|ばん.*ごう|地割|丁.*番|丁[0-9]|条.*丁|組/;
/** A plot without a number has words of its own. */
const noNumber = /無番地|番外地/g;

/**
 * All runs of numbers in a text that have the form of a block, in the order of the text. Whether they are one is
 * decided by the town before them or the talk around.
 *
 * @param text in normal form
 */
export function blocksIn(text: string): Block[] {
  const found: Block[] = [];
  for (const match of text.matchAll(blockPattern)) {
    const words = withoutCounted(match[0], text.slice(match.index + match[0].length).slice(0, 4));
    const next = text.charAt(match.index + words.length);
    // 5 3 0 の 0 0 0 1 is a postcode that is read out: no number of a block starts with 0.
    if (
      /^[ 、のノー-]{1,3}[0〇]/.test(text.slice(match.index + words.length, match.index + words.length + 4))
    )
      continue;
    // 三条市 and 九番町 are names.
    if (/[条番丁線]$/.test(words) && /[市区町村郡]/.test(next)) continue;
    // In kana a number is known by what stands before it, so the pieces are counted.
    const size = /^[ぁ-ん]/.test(words)
      ? words.split(/[の、 ]+/).length
      : (words.match(numberPattern)?.length ?? 0);
    found.push({
      start: match.index,
      end: match.index + words.length,
      words,
      size,
      named: blockWord.test(words),
    });
  }
  const without = [...text.matchAll(noNumber)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    words: match[0],
    size: 1,
    named: true,
  }));
  return without.length === 0 ? found : [...found, ...without].sort((a, b) => a.start - b.start);
}

/** 三の二十の一、五月から: the five belongs to the month. */
function withoutCounted(words: string, after: string): string {
  return hasCounter(after) ? words.replace(/[、 ]{1,2}[^、 ]{1,6}$/, '') : words;
}
