/** One piece of a number as it stands in the text: digits written together, one spoken digit, or letters. */
export interface DigitToken {
  start: number;
  end: number;
  /** Its digits in ASCII; empty for letters. */
  digits: string;
  /** Its letters in ASCII capitals; empty for digits. */
  letters: string;
  /**
   * `written` 090 or 〇九〇; `positional` 二十一; `spoken` ゼロ, まる, いち; `weak` に, ご, し: words of one
   * syllable that are digits only between digits; `letter` A, エー.
   */
  kind: 'written' | 'positional' | 'spoken' | 'weak' | 'letter';
}

const writtenDigits: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'0123456789'].map((digit) => [digit, digit])),
  ...Object.fromEntries([...'〇一二三四五六七八九'].map((digit, value) => [digit, String(value)])),
  零: '0',
  '○': '0',
  '◯': '0',
};

const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

const spokenDigits: Readonly<Record<string, string>> = {
  ...readings('0', 'ゼロ ぜろ ゼーロ ぜーろ レイ れい レー れー マル まる マール まーる zero oh'),
  ...readings('1', 'イチ いち ワン ヒト one'),
  ...readings('2', 'ニイ にい ニー にー ニィ にぃ ツー フタ two'),
  ...readings('3', 'サン さん スリー three'),
  ...readings('4', 'ヨン よん フォー フォア four'),
  ...readings('5', 'ゴー ごー ゴオ ごお ゴウ ごう ファイブ five'),
  ...readings('6', 'ロク ろく シックス six'),
  ...readings('7', 'ナナ なな シチ しち セブン seven'),
  ...readings('8', 'ハチ はち エイト eight'),
  ...readings('9', 'キュウ きゅう キュー きゅー ナイン nine'),
};

const weakDigits: Readonly<Record<string, string>> = {
  ...readings('2', 'ニ に'),
  ...readings('4', 'シ し ヨ よ'),
  ...readings('5', 'ゴ ご'),
  ...readings('9', 'ク く'),
};

/** The names of the letters, as speech recognition writes them. キュー is read as nine, which comes far oftener. */
const spokenLetters: Readonly<Record<string, string>> = {
  ...readings('A', 'エー エイ アルファ'),
  ...readings('B', 'ビー ブラボー'),
  ...readings('C', 'シー チャーリー'),
  ...readings('D', 'ディー デー デルタ'),
  ...readings('E', 'イー エコー'),
  ...readings('F', 'エフ フォックストロット'),
  ...readings('G', 'ジー'),
  ...readings('H', 'エイチ エッチ'),
  ...readings('I', 'アイ'),
  ...readings('J', 'ジェイ ジェー ジュリエット'),
  ...readings('K', 'ケー ケイ'),
  ...readings('L', 'エル'),
  ...readings('M', 'エム'),
  ...readings('N', 'エヌ ノベンバー'),
  ...readings('O', 'オー オスカー'),
  ...readings('P', 'ピー'),
  ...readings('R', 'アール ロメオ'),
  ...readings('S', 'エス'),
  ...readings('T', 'ティー ティ テー タンゴ'),
  ...readings('U', 'ユー'),
  ...readings('V', 'ブイ ヴィー ビクター'),
  ...readings('W', 'ダブリュー ダブル'),
  ...readings('X', 'エックス'),
  ...readings('Y', 'ワイ'),
  ...readings('Z', 'ゼット ズィー ズールー'),
};

const spokenWords = [spokenDigits, spokenLetters, weakDigits]
  .flatMap((words) => Object.keys(words))
  .filter((word) => !/^[a-z]/.test(word))
  .sort((a, b) => b.length - a.length)
  .join('|');

/** ゼロが四つ, マル三つ: a digit and how often it stands there. */
const repeated = '(?:ゼロ|ぜろ|マル|まる|れい|零|〇|0)が?(?:[2-4二三四]つ|ふたつ|みっつ|よっつ)';
/** さんびゃくいち, にせんじゅうよん: a value in kana begins with a digit and a place, or it is a word like ません. */
const oneToNine = '(?:いち|に|さん|よん|ご|ろく|なな|はち|きゅう)';
const kanaValue =
  `(?:(?:に|さん|よん|ご|ろく|なな|はっ|きゅう)[せぜ]ん(?:(?:に|さん|よん|ご|ろっ|なな|はっ|きゅう)?[ひびぴ]ゃく)?|` +
  `(?:に|さん|よん|ご|ろっ|なな|はっ|きゅう)[ひびぴ]ゃく)(?:${oneToNine}?じゅう)?${oneToNine}?`;
const kanaPlaces: readonly (readonly [RegExp, number])[] = [
  [/^(に|さん|よん|ご|ろく|なな|はっ|きゅう)?[せぜ]ん/, 1000],
  [/^(に|さん|よん|ご|ろっ|なな|はっ|きゅう)?[ひびぴ]ゃく/, 100],
  [/^(いち|に|さん|よん|ご|ろく|なな|はち|きゅう)?じゅう/, 10],
];
const kanaValues: Readonly<Record<string, number>> = {
  いち: 1,
  に: 2,
  さん: 3,
  よん: 4,
  ご: 5,
  ろく: 6,
  ろっ: 6,
  なな: 7,
  はち: 8,
  はっ: 8,
  きゅう: 9,
};
const tokenPattern = new RegExp(
  `${repeated}|${kanaValue}|[0-9〇○◯零一二三四五六七八九十百千]+|(?:[Dd]ouble |[Tt]riple )?[A-Za-z]+|${spokenWords}`,
  'g',
);

/** ASCII letters that stand before or after numbers without belonging to them. */
const notCodes = new Set('TEL FAX ID NO PIN VISA JCB AMEX MAIL URL HTTP WWW ISO JIS SNS FAQ FY'.split(' '));
/** Letters that measure what stands before them. Before a number they are a code: KM-2207. */
const units = new Set('KM CM MM KG ML CC KW PS GB MB TB AM PM'.split(' '));
/** Words and formulas of few letters, which are a code only with a dash: OK-7718204, NG26-41180, but CO2 and OK、2時. */
const shortWords = new Set('OK NG PR CO'.split(' '));

/** A code starts with few letters; more are a word. */
const longestLetters = 4;

/**
 * Finds everything that can be part of a number, in the order of the text. Whether a spoken word is one is not
 * decided here: いち is a digit in ゼロ三の、いち and not in いちばん.
 *
 * @param text in normal form
 */
export function digitTokens(text: string): DigitToken[] {
  const tokens: DigitToken[] = [];
  for (const match of text.matchAll(tokenPattern)) {
    const token = readToken(text, match[0], match.index);
    if (token) tokens.push(token);
  }
  return tokens;
}

/** The value of 三百, 二十一, 千四, 3千; of plain digits the digits themselves (〇三 stays 03). */
export function digitsOf(word: string): string {
  if (!/[十百千]/.test(word)) return [...word].map((sign) => writtenDigits[sign] ?? '').join('');
  let total = 0;
  let digits = '';
  for (const sign of word) {
    const place = places[sign];
    if (place === undefined) {
      digits += writtenDigits[sign] ?? '';
      continue;
    }
    total += (digits === '' ? 1 : Number(digits)) * place;
    digits = '';
  }
  return String(total + Number(digits));
}

function readToken(text: string, word: string, start: number): DigitToken | undefined {
  const end = start + word.length;
  const times = repeatedTimes(word);
  if (times > 0) return { start, end, digits: '0'.repeat(times), letters: '', kind: 'spoken' };
  if (/[せぜ]ん|ゃく/.test(word))
    return { start, end, digits: kanaDigitsOf(word), letters: '', kind: 'positional' };
  const spoken = spokenDigits[word];
  if (spoken !== undefined) return { start, end, digits: spoken, letters: '', kind: 'spoken' };
  const weak = weakDigits[word];
  if (weak !== undefined) return { start, end, digits: weak, letters: '', kind: 'weak' };
  const letter = spokenLetters[word];
  if (letter !== undefined) return { start, end, digits: '', letters: letter, kind: 'letter' };
  if (/^[A-Za-z]/.test(word)) {
    const english = englishDigits(word);
    if (english !== undefined) return { start, end, digits: english, letters: '', kind: 'spoken' };
    const letters = word.toUpperCase();
    if (letters.length > longestLetters || notCodes.has(letters)) return undefined;
    if (units.has(letters) && !/^-?[0-9]/.test(text.slice(end, end + 2))) return undefined;
    if (shortWords.has(letters) && !/^(?:-[0-9]{3}|[0-9]{2}-[0-9]{4})/.test(text.slice(end, end + 7)))
      return undefined;
    return { start, end, digits: '', letters, kind: 'letter' };
  }
  const kind = /[十百千]/.test(word) ? 'positional' : 'written';
  return { start, end, digits: digitsOf(word), letters: '', kind };
}

/** The value of さんびゃくいち: 301. */
function kanaDigitsOf(word: string): string {
  let rest = word;
  let total = 0;
  for (const [pattern, value] of kanaPlaces) {
    const match = pattern.exec(rest);
    if (!match) continue;
    total += (kanaValues[match[1] ?? ''] ?? 1) * value;
    rest = rest.slice(match[0].length);
  }
  return String(total + (kanaValues[rest] ?? 0));
}

/** How many zeros ゼロが四つ is; 0 for any other word. */
function repeatedTimes(word: string): number {
  if (!/つ$/.test(word)) return 0;
  if (/[2二]つ$|ふたつ$/.test(word)) return 2;
  return /[3三]つ$|みっつ$/.test(word) ? 3 : 4;
}

/** Zero, double zero, triple five: how foreigners and young people read numbers. */
function englishDigits(word: string): string | undefined {
  const [last = '', times] = word.toLowerCase().split(' ').reverse();
  const digit = spokenDigits[last];
  if (digit === undefined) return undefined;
  if (times === undefined) return digit;
  return digit.repeat(times === 'double' ? 2 : 3);
}

function readings(digit: string, words: string): Record<string, string> {
  return Object.fromEntries(words.split(' ').map((word) => [word, digit]));
}
