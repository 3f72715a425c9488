import { normalWords } from './normalWords.rules.ts';

const digits = '〇一二三四五六七八九';

/** Numbers before what is counted: 二十四時間, 三つ. Other kanji of numbers are parts of words (一覧, 万一). */
const counted =
  /[〇一二三四五六七八九十百]+(?=(?:時間|分|秒|日|週|[かヶカヵケ]月|月|年|回|枚|通|件|つ|個|人|項目|ページ|桁|円|万|割|度|歳|台|社|か所|箇所|本|種類|倍))/g;

/** ユーザー and ユーザ, サーバー and サーバ. */
const lastLongVowel = /(?<=[ァ-ヺー][ァ-ヺ])ー(?![ァ-ヺー])/g;

/** ヴァイオリン and バイオリン are the same word. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/ヴァ/g, 'バ'],
  [/ヴィ/g, 'ビ'],
  [/ヴェ/g, 'ベ'],
  [/ヴォ/g, 'ボ'],
  [/ヴ/g, 'ブ'],
  [/[ヶヵケカ](?=[月所国年])/g, 'か'],
  [/箇所/g, 'か所'],
  [/出来(?=[るなたてず])/g, 'でき'],
  [/下さい/g, 'ください'],
  [/(?<=\d),(?=\d{3})/g, ''],
];

/** The form of writing in which proposals are compared: `normalWords`, with one way to write numbers and vowels. */
export function proposalForm(text: string): string {
  const form = normalWords(text).replace(counted, (number) => arabic(number));
  return spellings
    .reduce((written, [from, to]) => written.replace(from, to), form)
    .replace(lastLongVowel, '');
}

/** 二十四 → 24; what is no number in order stays as it is. */
function arabic(number: string): string {
  if (!/[十百]/.test(number)) return [...number].map((digit) => digits.indexOf(digit)).join('');
  let [sum, digit] = [0, 0];
  for (const character of number) {
    const unit = character === '十' ? 10 : character === '百' ? 100 : 0;
    if (unit === 0) digit = digits.indexOf(character);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return String(sum + digit);
}
