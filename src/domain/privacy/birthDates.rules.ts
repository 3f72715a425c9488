import { digitsOf } from './digitTokens.rules.ts';
import { birthdaysOfFamily } from './familyBirthdays.rules.ts';
import type { Finding } from './finding.ts';
import { kanaDate, oldMonth } from './kanaDates.rules.ts';

const number = '(?:[0-9]{1,4}|[〇○零一二三四五六七八九十百千]{1,6})';
const gap = '(?:[ 、,の]|えー{1,2}と?|えっと|ええと?|あの|はい|です|で){0,4}';
const era = '(?:明治|大正|昭和|平成|令和|西暦)';
const year = `(?:${era}${gap}|(?<![A-Za-z])[MTSHR]\\.?)?(?:${number}|元)年(?!前|間|後|目|度|連続|ぶり)`;
const month = `(?:${number}月(?!分|々|末|初|上旬|中旬|下旬|頃|ごろ)|${oldMonth})`;
const day = `${number}日(?!間|以内|前|後|目)`;
/** 昭和五五、三、一二: with the era before it three numbers are a date without 年月日. */
const eraNumbers = `${era}${gap}(?:${number}|元)[年]?(?:[./、,の -]{1,2}${number}月?){2}日?`;
const signs = '(?:[MTSHRmtshr]\\.?\\d{1,2}|(?:明治|大正|昭和|平成|令和)?\\d{1,4})[./-]\\d{1,2}[./-]\\d{1,2}';
const compact = `(?:[MTSHR]|${era})?\\d{6,8}`;
const spokenCompact = `(?:${era})?[〇○零一二三四五六七八九]{6,8}`;
/** Year and month are said twice where who listens confirms them: 昭和三十九年、はい、三十九年の十月十日. */
const years = `${year}(?:${gap}${year}|\\(${year}\\))?`;
const months = `${month}(?:${gap}${month})?`;
/** 昭和41年、うま年の12月12日: the animal of the year helps to remember it. */
const animal = '(?:、?[ぁ-ん一-龠]{1,6}年の)?';
const feast =
  '(?:元旦|元日|桃の節句|ひな祭り|端午の節句|こどもの日|七夕|大晦日|大みそか|クリスマス(?:イブ)?|節分)';
const words = `${years}(?:${animal}${gap}${months}(?:${gap}(?:${day}|${number}))?|${gap}${feast})?|${months}${gap}${day}`;
const englishMonth = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const english = `\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${englishMonth},? \\d{4}|${englishMonth} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`;
const monthAndDay = '(?<![\\d/])\\d{1,2}/\\d{1,2}(?![\\d/])';
const datePattern = new RegExp(
  `${english}|${signs}|${monthAndDay}|${eraNumbers}|${kanaDate}|${words}|${month}|${day}`,
  'g',
);
const compactPattern = new RegExp(`(?<![0-9A-Za-z])(?:${compact})(?![0-9A-Za-z])|${spokenCompact}`, 'g');

const birthBefore =
  /(?:生年月日|年月日生|誕生日|お誕生|バースデー|生まれ(?!て|つき|変|たて|たば|ながら)|産まれ(?!て)|うまれ(?!て|つき|変)|DOB|[Dd]ate of [Bb]irth|[Bb]orn(?: on)?)/g;
const bornAfter =
  /^(?:[ 、,)]|えー|の|に|で|が|です|、){0,3}(?:生ま|生(?=$|[ ,、。)\n(（さでの])|産まれ|うまれ|(?:お)?誕生日(?!まで|以降|前)|生年月日)/;
/** 「息子は二〇〇七年の四月一日、学年で一番最後の生まれです」. */
const bornLater = /^[^。\n0-9]{0,18}(?:生まれ(?!て|変|つき)|誕生日(?!まで|以降|前))/;
/** What happened on that day was no birth. */
const otherDay =
  /^(?:[ 、]|の|に|付|より|から|まで|以降|午[前後]|[0-9一二三四五六七八九十]{1,3}時|ごろ|頃){0,4}(?:事故|契約|始期|満期|加入|更新|発生|退院|入院|受付|届|発行|送付|電話|連絡|入電|締結|開始|終了|有効|誕生日まで|ぶつ|当て|追突|購入|取得|納車)/;
const validUntil =
  /(?:有効|期限|満期|始期|契約日|加入日|事故日|発生日|受付日|開始日|創立|創業|設立|開業|竣工)[^。\n]{0,8}$/;
/** Between the word for birth and the date the talk went on to something else. */
const otherMatter = /事故|契約(?!者)|満期|始期|加入|受付|発生|免許|有効|更新|保険/;
/** Nobody insures, crashes or pays in these years any more: a whole date of then is a birth. */
const longAgo =
  /^(?:明治|大正|昭和|西暦?19[0-8]|西暦一九[〇一二三四五六七八]|[MTS]\.?\d|19[0-8]\d|一九[〇零一二三四五六七八])/;
/** ろくじゅうさんねんの、あ、昭和です、じゅうがつ…: the era may come late. */
const eraLongAgo =
  /ねん.{0,8}(?:昭和|大正|しょうわ)|^(?:しょうわ|たいしょう|せんきゅうひゃく|いっせんきゅうひゃく)/;
const notBorn =
  /^(?:は存在|という日|(?:に|の)?(?:建|築|設立|創業|創立|竣工|開業|施行|制定|制|式|製|登録|改正|完成))/;
/** 「1920年からスクロール」: a year alone that begins or ends something. */
const rangeAfter = /^(?:から|まで|以降|以前)/;

/** So far a word for birth reaches: behind it come a question, a はい and the date. */
const reach = 46;
const pairReach = 28;
/** 「六月三十一日になってますけど、三十日です」: what is said before a day or a month that is put right. */
const correction =
  /けど|けれど|じゃな|ではな|でな|やな|や[のな]う|違|ちが|ちゃう|いえ|いや|間違|正し|訂正|もとい|す[みい]ません|失礼|ごめん|よね|→/;
const loneDay = new RegExp(`^(?:${day}|${month})$`);

/**
 * Birth dates: western or by era, written or read out, whole or in parts, where 生年月日, 生まれ or 誕生日 stands
 * near; whole dates of the time before 1990 also without. Dates of accidents and contracts are left.
 *
 * @param text in normal form
 */
export function birthDates(text: string): Finding[] {
  const words = [...text.matchAll(birthBefore)].map((match) => match.index + match[0].length);
  const found: Finding[] = [];
  let lastBirth = Number.NEGATIVE_INFINITY;
  for (const match of text.matchAll(datePattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const nearest = wordBefore(words, start);
    const continues = start - lastBirth <= pairReach && !/[。\n]/.test(text.slice(lastBirth, start));
    const since = start - lastBirth <= pairReach ? text.slice(lastBirth, start) : '';
    const isCorrection = correction.test(since) && !otherMatter.test(since);
    const reading = birthIn(text, match[0], start, end, nearest, continues, isCorrection);
    if (!reading) continue;
    found.push({ type: 'dob', start, end, ...reading });
    lastBirth = end;
  }
  for (const match of text.matchAll(compactPattern)) {
    const nearest = wordBefore(words, match.index);
    const between = nearest === undefined ? '' : text.slice(nearest, match.index);
    if (nearest === undefined || between.length > 20 || /番号|電話|証券|口座|普通/.test(between)) continue;
    if (!isCompactDate(match[0])) continue;
    const end = match.index + match[0].length;
    found.push({ type: 'dob', start: match.index, end, reason: 'birthDate', confidence: 0.9 });
  }
  return [...found, ...birthdaysOfFamily(text)];
}

/** 550312, 19800312, S550312, 3550312: the last four digits are a month and a day. */
function isCompactDate(written: string): boolean {
  const digits = digitsOf(written.replace(/[^0-9〇○零一二三四五六七八九]/g, ''));
  const month = Number(digits.slice(-4, -2));
  const day = Number(digits.slice(-2));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && (digits.length !== 7 || /^[1-5]/.test(digits));
}

function birthIn(
  text: string,
  date: string,
  start: number,
  end: number,
  wordEnd: number | undefined,
  continues: boolean,
  isCorrection: boolean,
): { reason: string; confidence: number } | undefined {
  const after = text.slice(end, end + 30);
  if (bornAfter.test(after)) return { reason: 'birthDate', confidence: 0.95 };
  if (otherDay.test(after) || notBorn.test(after)) return undefined;
  const before = text.slice(Math.max(0, start - 14), start);
  if (validUntil.test(before)) return undefined;
  if (loneDay.test(date)) {
    const isMisspoken = wordEnd !== undefined && start - wordEnd <= 8 && correction.test(after.slice(0, 6));
    return isCorrection || isMisspoken ? { reason: 'birthDateInParts', confidence: 0.65 } : undefined;
  }
  const isWhole = /月|がつ|師走|弥生|[a-z]|節句|[./-]\d{1,2}$|[、,の]/.test(date);
  if (!isWhole && rangeAfter.test(after)) return undefined;
  if (wordEnd !== undefined) {
    const between = text.slice(wordEnd, start);
    const sentences = between.split(/[。\n]/).length - 1;
    if (sentences <= 2 && !otherMatter.test(between))
      return { reason: 'birthDate', confidence: isWhole ? 0.9 : 0.8 };
  }
  if (isWhole && bornLater.test(after)) return { reason: 'birthDate', confidence: 0.85 };
  if (isCorrection && isWhole) return { reason: 'birthDate', confidence: 0.75 };
  if (continues && !date.includes('年')) return { reason: 'birthDateInParts', confidence: 0.7 };
  const isDay = /月/.test(date)
    ? /日|月[ 、の]*[0-9一二三四五六七八九十]+$/.test(date)
    : /[./-]\d{1,2}$|[、,の]/.test(date);
  return isDay && (longAgo.test(date) || eraLongAgo.test(date))
    ? { reason: 'dateLongAgo', confidence: 0.6 }
    : undefined;
}

/** The end of the nearest word for birth before `start`, if it is near enough. */
function wordBefore(ends: readonly number[], start: number): number | undefined {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const end = ends[low - 1];
  return end !== undefined && start - end <= reach ? end : undefined;
}
