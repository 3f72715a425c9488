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
  '(?:丁目|ちょうめ|丁(?![寧度字])|番地|ばんち|番戸|番外地|番(?![号目線組館町])|ばん(?![ごめぐ])|号室|号棟|号館|号(?!線|車|機|会)|ごう(?!し)|棟|線|地割|部(?=[0-9一二三四五六七八九十])|条|街区|(?<!人[一二1-9])組(?!合)|階(?!段)|かい(?=[ の、]))';
const asciiNumber = '(?!0)[0-9]{1,5}(?![0-9F])';
/** What people go on with behind an address, without a pause in speech that was recognised. */
const goingOn =
  '電話|携帯|口座|名義|氏名|郵便|名前|証券|連絡|生年|免許|建物|部屋|以上|番号|今[はのが]|家[はのが]|他[はのに]|前[はのが]|旧|新しい|本人|父|母|主人|担当|契約|宛|様方|丁目|番地';
const kanjiNumber = `(?![〇○零])${kanjiDigit}{1,6}(?!${kanjiDigit}|(?!${unit}|${goingOn})[一-龠々ヶケツッ]|ノ[一-龠])`;
/** さんちょうめ, じゅうにばんち: in kana a number is one only before its unit. */
const kanaNumber =
  '(?:(?:いっ|いち|にい?|さん|よん|よっ|ご|ろっ|ろく|なな|しち|はっ|はち|きゅう|じゅ[うー]|[ひびぴ]ゃく|[せぜ]ん){1,7}(?=ちょうめ|ばんち|丁目|番地|ごうしつ))';
/** にちょうめのじゅうさんのよん: behind its unit, or between two の, also the bare number. */
const kanaDigits =
  '(?:いち|に|さん|よん|ご|ろっ|ろく|なな|しち|はっ|はち|きゅう|じゅう|[ひびぴ]ゃく|[せぜ]ん){1,7}';
/** What stands behind the last of them. */
const kanaEnd = '[、。 ァ-ヴ」]|です|で(?:お|よ|し)|じゃ|や[。、でけ]|だ|で[、。]|$';
const kanaLater = `(?:(?<=(?:ちょうめ|ばんち|丁目|番地|いち|に|さん|よん|ご|ろく|なな|はち|きゅう|じゅう)の、?)${kanaDigits}(?=の、?${kanaDigits}|${kanaEnd}))`;
const kanaFirst = `(?:(?<=まち|ちょう|むら|[町村台丘野])${kanaDigits}(?=の${kanaDigits}(?:の|${kanaEnd})))`;
const number = `(?:${asciiNumber}|${kanjiNumber}|${kanaNumber}|${kanaLater})`;
const firstNumber = `(?:${asciiNumber}|${kanaNumber}|${kanaFirst}|${kanjiNumber}(?!の(?!${kanjiDigit})[一-龠]))`;
const gap =
  '(?:[ 、,のノ-]|ー|えー{1,3}っ?とー?|えー|えっと|ええと|あの[、 ]|はい|うん|そうです(?:ね)?|ハイフン|いまは|今は|それから|(?:何|なん)(?:号|番地?)(?:だった|やった|でし?た)?(?:かな|っけ|か)){1,5}';
/** 5条西31丁目, 十八丁目右二号, 2の甲の118: a point of the compass, a side, or 甲 and 乙, stands before some numbers. */
const lead = '(?:[甲乙丙]の|[東西南北右左甲乙丙第])?';
/** 2410番地イ: the last number of some plots is a letter. */
const blockPattern = new RegExp(
  `(?<![0-9.])${firstNumber}(?:(?:${unit}(?:${gap})?|${gap})${lead}${number}){0,8}(?:${unit}(?:地?先(?![ずにほ生])|[イロハニホ](?![ァ-ヴー])|(?<=[線号条])[東西南北](?![一-龠ァ-ヴ]))?|地先|-[A-Z](?![A-Za-z0-9]))?`,
  'g',
);
const numberPattern = new RegExp(number, 'g');
const blockWord =
  /丁目|ちょうめ|番地|ばんち|番戸|番外地|番.*号|ばん.*ごう|地割|丁.*番|丁[0-9]|条.*丁|組|部.*番地/;
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
