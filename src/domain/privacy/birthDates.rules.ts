import { digitsOf } from './digitTokens.rules.ts';
import { birthdaysOfFamily } from './familyBirthdays.rules.ts';
import type { Finding } from './finding.ts';
import { toHiragana } from './names/kanaNames.rules.ts';
import type { NumberInText } from './numberContext.rules.ts';
import { compactPattern, datePattern, loneDay } from './spokenDates.rules.ts';

const inKatakana = /ネン|ガツ|ショ[ウー]ワ|ヘ[イー]セ[イー]|タイショ[ウー]/;
const birthBefore =
  /(?:生年月日|年月日生|生まれ年|何年生|誕生日|お誕生|たんじょう(?:び|日)|せいねんがっぴ|バースデー|おいくつ(?:です|でしょう)か?|何歳(?:です|でしょう)か|生まれ(?!て|つき|変|たて|たば|ながら)|産まれ(?!て)|うまれ(?!て|つき|変)|DOB|[Dd]ate of [Bb]irth|[Bb]irth(?:day)?|[Bb]orn(?: on)?|(?<=[(\s/|・:])生(?=[:： ]?(?:[明大昭平令MTSHR]|\d)))/g;
const bornAfter =
  /^(?:[ 、,)]|えー|の|に|で|が|です|ちょうど|ごろ|頃|、){0,3}(?:生ま|生(?=$|[ ,、。)\n(（さでの])|産まれ|うまれ|(?:お)?誕生日(?!まで|以降|前)|生年月日|早生まれ)/;
/** 「息子は二〇〇七年の四月一日、学年で一番最後の生まれです」. */
const bornLater = /^[^。\n0-9]{0,18}(?:生まれ(?!て|変|つき)|誕生日(?!まで|以降|前))/;
/** What people add to a date of birth: the animal of the year, the age, 「昭和じゃないですよ平成のほう」. */
const ageAfter =
  /^(?:で|です|だ|や|、|。|の|で、|ですから|やから|だから)?[^。\n0-9]{0,8}?(?:(?:ね|うし|とら|う|たつ|み|うま|ひつじ|さる|とり|いぬ|い|[子丑寅卯辰巳午未申酉戌亥])年(?:の|生|です|や|だ)|[0-9一二三四五六七八九十]{1,4}(?:歳|才)|還暦|古希|喜寿|傘寿|米寿|同い年|(?:いま|今|今年)[、は]?(?:の)?(?:高校|中学|小学|大学)|(?:昭和|大正|平成|西暦)(?:じゃ|の(?:ほう|方|です|な)|です(?:ね)?(?:[。、]|$)))/;
/** 「昭和ですか平成ですか 昭和です六十一年の五月五日」: the era was asked for. */
const eraBefore = /(?:明治|大正|昭和|平成|西暦)(?:です|の|や|、|で|生まれの|ですね| |、えーと?|えっと){1,3}$/;
/** What happened on that day was no birth. */
const otherDay =
  /^(?:[ 、]|の|に|付|より|から|まで|以降|午[前後]|[0-9一二三四五六七八九十]{1,3}時|ごろ|頃){0,4}(?:事故|契約|始期|満期|加入|更新|発生|退院|入院|受付|届|発行|送付|電話|連絡|入電|締結|開始|終了|有効|誕生日まで|ぶつ|当て|追突|購入|取得|納車)/;
const validUntil =
  /(?:有効|期限|満期|始期|契約日|加入日|事故日|発生日|受付日|開始日|創立|創業|設立|開業|竣工)[^。\n]{0,8}$/;
/** Between the word for birth and the date the talk went on to something else. */
const otherMatter = /事故|契約(?!者)|満期|始期|加入|受付|発生|免許|有効|更新|保険/;
/** Nobody insures, crashes or pays in these years any more: a whole date of then is a birth. */
const longAgo =
  /^(?:明治|大正|昭和|昭(?=[0-9元])|紀元|ナインティーン|西暦?19[0-8]|西暦一九[〇一二三四五六七八]|[MTS]\.?[\d一二三四五六七八九十]|19[0-8]\d|一九[〇零一二三四五六七八]|大(?=[0-9元])|明(?=[0-9元]))|(?:19[0-9]\d|200\d)$/;
/** In these years people were born who drive today, but policies were made, too: nothing around may speak of it. */
const oneGeneration =
  /^(?:平成?の?(?:元|[1-9](?![0-9])|1[0-9]|2[0-2]|[一二三四五六七八九](?![十〇-九])|十[一二三四五六七八九]?|二十[一二]?)(?:年|[./・-])|H\.?(?:元|[1-9](?![0-9])|1\d|2[0-2])[./-]|199\d[年./-]|200\d[年./-]|一九九.年|二〇〇.年|(?:西暦)?二千[一二三四五六七八九]?年)/;
const otherTalk =
  /事故|契約|満期|始期|加入|更新|建[てった築]|築|新築|登録|初度|年式|車検|購入|買|取得|納車|発売|開始|設立|創業|開店|改正|改定|施行|制定|入社|開業|竣工|開通|地震|震災|台風|大雨|豪雪|発行|交付|卒業|結婚|離婚|退職|就職|引っ?越|入居|以[降前]|より前|から|まで|締|保険|当時|現在|時点|会議|議事|提出|回答|受付|作成|更改/;
/** 四十八年九月三十日: without an era so high a year is one of 昭和, and nothing that is spoken of now. */
const bareShowa =
  /^(?:(?:3[2-9]|[45]\d|6[0-4])年|(?:三十[二三四五六七八九]|[四五]十[一二三四五六七八九]?|六十[一二三四]?)年|(?:よん|ご|ろく)じゅう[ぁ-ん]{0,3}ねん)/;
const heiseiInKana = /^へ[いー]せ[いー]/;
/** ろくじゅうさんねんの、あ、昭和です、じゅうがつ…: the era may come late. */
const eraLongAgo =
  /ねん.{0,8}(?:昭和|大正|しょうわ)|年.{0,4}(?:昭和|大正)です|^(?:しょ[うー]わ|たいしょ[うー]|せんきゅうひゃく|いっせんきゅうひゃく)/;
const notBorn =
  /^(?:は存在|は閏|はうるう|という日|(?:に|の)?(?:建|築|設立|創業|創立|竣工|開業|施行|制定|制|式|製|登録|改正|完成|法律|版))/;
const eraFirst =
  /^(?:明治|大正|昭和|平成|令和|西暦|しょ[うー]わ|へ[いー]せ[いー]|たいしょ[うー]|れ[いー]わ|19|20)/;
/** 「1920年からスクロール」: a year alone that begins or ends something. */
const rangeAfter = /^(?:から|まで|以降|以前)/;
/** 生年月日:H3.7.7, 「誕生日が」: with the word directly before it, what follows does not matter. */
const directly =
  /^(?:[はがをも]|のほう|の方|[:： =、。/(（［[\]】」|｜,]|です(?:ね|が)?|えーと?|えっと|ですけど){0,3}$/;

/** So far a word for birth reaches: behind it come a question, a はい and the date. */
const reach = 46;
const pairReach = 28;
/** 「六月三十一日になってますけど、三十日です」: what is said before a day or a month that is put right. */
const correction =
  /けど|けれど|じゃな|ではな|でな|やな|や[のな]う|違|ちが|ちゃう|いえ|いや|間違|正し|訂正|もとい|す[みい]ません|失礼|ごめん|よね|→|ないか/;

/**
 * Birth dates: western or by era, written or read out, whole or in parts, where 生年月日, 生まれ or 誕生日 stands
 * near; whole dates of long ago also without. Dates of accidents and contracts are left.
 *
 * @param text in normal form
 */
export function birthDates(text: string, numbers: readonly NumberInText[]): Finding[] {
  const words = [...text.matchAll(birthBefore)].map((match) => match.index + match[0].length);
  const found: Finding[] = [];
  let lastBirth = Number.NEGATIVE_INFINITY;
  // ヘイセイニネンジュウニガツトオカ: forms and machines write in katakana what is said.
  const readable = inKatakana.test(text) ? toHiragana(text) : text;
  for (const match of readable.matchAll(datePattern)) {
    const start = match.index;
    const end = start + match[0].length;
    const nearest = wordBefore(words, start);
    const continues = start - lastBirth <= pairReach && !/[。\n]/.test(text.slice(lastBirth, start));
    const since = start - lastBirth <= pairReach ? text.slice(lastBirth, start) : '';
    const isCorrection = correction.test(since) && !otherMatter.test(since);
    const reading = birthIn(text, {
      date: readable.slice(start, end),
      start,
      end,
      wordEnd: nearest,
      since,
      continues,
      isCorrection,
    });
    if (!reading) continue;
    // 「37年4月5日(昭和)」.
    const eraBehind = /^\((?:明治|大正|昭和|平成|令和|西暦)\)/.exec(text.slice(end, end + 4))?.[0] ?? '';
    found.push({ type: 'dob', start, end: end + eraBehind.length, ...reading });
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
  return [...found, ...readOut(text, numbers), ...yearsBehind(text, found), ...birthdaysOfFamily(text)];
}

const yearBehind =
  /^[^。\n]{0,8}年(?:は|が)[、 ]?((?:西暦|明治|大正|昭和|平成|令和)?の?(?:(?:19|20)\d\d|\d{2}(?!\d)|[〇一二三四五六七八九十]{2,4})年?)/;

/** 「12月24日が誕生日、年は1990」: the year comes later, by its own word. */
function yearsBehind(text: string, found: readonly Finding[]): Finding[] {
  return found.flatMap(({ start, end }): Finding[] => {
    if (/年|ねん/.test(text.slice(start, end))) return [];
    const match = yearBehind.exec(text.slice(end, end + 24));
    if (!match) return [];
    const until = end + match[0].length;
    const length = match[1]?.length ?? 0;
    return [{ type: 'dob', start: until - length, end: until, reason: 'birthDateInParts', confidence: 0.7 }];
  });
}

/** 「生年月日、ロクニーのゼロサンのニーゴ」: digits behind their word, in groups or without. */
function readOut(text: string, numbers: readonly NumberInText[]): Finding[] {
  return numbers.flatMap(({ run, labels }): Finding[] => {
    const [nearest] = labels;
    if (nearest?.kind !== 'dob' || !nearest.sure || nearest.distance > 22) return [];
    if (
      run.code !== run.digits ||
      (!isThreeParts(run) && !(run.digits.length >= 6 && run.digits.length <= 8 && isCompactDate(run.digits)))
    )
      return [];
    const era =
      /(?:明治|大正|昭和|平成|令和|西暦)の?、?$/.exec(
        text.slice(Math.max(0, run.start - 4), run.start),
      )?.[0] ?? '';
    return [
      { type: 'dob', start: run.start - era.length, end: run.end, reason: 'birthDate', confidence: 0.88 },
    ];
  });
}

/** 五十五の三の十二: year, month and day in three groups. */
function isThreeParts({ groups }: NumberInText['run']): boolean {
  const [year = '', month = '', day = ''] = groups.map(({ code }) => code);
  return (
    groups.length === 3 &&
    year.length <= 4 &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    Number(day) <= 31
  );
}

/** 550312, 19800312, S550312, 3550312: the last four digits are a month and a day. */
function isCompactDate(written: string): boolean {
  const digits = digitsOf(written.replace(/[^0-9〇○零一二三四五六七八九]/g, ''));
  const month = Number(digits.slice(-4, -2));
  const day = Number(digits.slice(-2));
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && (digits.length !== 7 || /^[1-5]/.test(digits));
}

/** A date and where it stands. */
interface DateInText {
  date: string;
  start: number;
  end: number;
  /** Where the nearest word for birth before it ends. */
  wordEnd: number | undefined;
  /** The words since the last date of birth, if it is near. */
  since: string;
  continues: boolean;
  isCorrection: boolean;
}

function birthIn(
  text: string,
  { date, start, end, wordEnd, since, continues, isCorrection }: DateInText,
): { reason: string; confidence: number } | undefined {
  const after = text.slice(end, end + 30);
  if (bornAfter.test(after)) return { reason: 'birthDate', confidence: 0.95 };
  const isLone = loneDay.test(date);
  const isWhole = /月|がつ|師走|弥生|[a-z]|節句|[ァ-ヴ]{4}|[./・-]\d{1,4}$|[、,の]/.test(date);
  if (!isWhole && rangeAfter.test(after)) return undefined;
  const between = wordEnd === undefined ? undefined : text.slice(wordEnd, start);
  if (between !== undefined && !isLone && directly.test(between))
    return { reason: 'birthDate', confidence: 0.93 };
  if (otherDay.test(after) || notBorn.test(after)) return undefined;
  const before = text.slice(Math.max(0, start - 14), start);
  if (validUntil.test(before)) return undefined;
  if (isLone) {
    const isMisspoken = between !== undefined && between.length <= 8 && correction.test(after.slice(0, 6));
    // 「昭和六十三年十二月です、日にちは二十四日」.
    const isRest = continues && /(?:日にち|日付|月日|日|月)(?:は|が|のほう)/.test(since);
    const isReplacement = continues && since === 'を' && /^に(?:訂正|変更|修正|直)/.test(after);
    return isCorrection || isMisspoken || isRest || isReplacement
      ? { reason: 'birthDateInParts', confidence: 0.65 }
      : undefined;
  }
  if (between !== undefined) {
    const sentences = between.split(/[。\n]/).length - 1;
    if (sentences <= (isWhole ? 2 : 0) && !otherMatter.test(between))
      return { reason: 'birthDate', confidence: isWhole ? 0.9 : 0.8 };
  }
  const isEraSaid =
    /^[0-9元一二三四五六七八九十〇]/.test(date) && eraBefore.test(before) && !otherTalk.test(after);
  if (isWhole && /年|ねん/.test(date) && isEraSaid) return { reason: 'birthDate', confidence: 0.7 };
  if (isWhole && (bornLater.test(after) || ageAfter.test(after)))
    return { reason: 'birthDate', confidence: 0.85 };
  if (isCorrection && isWhole) return { reason: 'birthDate', confidence: 0.75 };
  if (continues && !/年|ねん/.test(date)) return { reason: 'birthDateInParts', confidence: 0.7 };
  // 「五月三日、昭和四十年です」: the year comes behind the day.
  if (continues && !isWhole && /^[、 の]{0,2}$/.test(since) && eraFirst.test(date))
    return { reason: 'birthDateInParts', confidence: 0.7 };
  const isDay = /月|がつ/.test(date)
    ? /日|か$|はつか|ついたち|がつ.*[ぁ-ん]$|月[ 、の]*[0-9一二三四五六七八九十]+$/.test(date)
    : /[./・-]\d{1,4}$|[、,の]|[a-z]|[ァ-ヴ]{4}/.test(date);
  if (!isDay && !(/月|がつ/.test(date) && /年|ねん/.test(date))) return undefined;
  const around = text.slice(Math.max(0, start - 16), start) + after.slice(0, 16);
  if ((longAgo.test(date) || eraLongAgo.test(date)) && (isDay || !otherTalk.test(around)))
    return { reason: 'dateLongAgo', confidence: isDay ? 0.6 : 0.5 };
  if (!isDay) return undefined;
  return (oneGeneration.test(date) || bareShowa.test(date) || heiseiInKana.test(date)) &&
    !otherTalk.test(around)
    ? { reason: 'dateLongAgo', confidence: 0.5 }
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
