import { buildingWords, hasCounter } from './addressWords.ts';
import type { Finding, PersonalDataType } from './finding.ts';

/** What is said between two pieces of one thing: pauses, fillers, and the words of who puts something right. */
const filler =
  '(?:えー{0,3}っ?とー?|えー{1,3}|ええと?ー?|あのー?|うー{1,2}ん?と?|んー{1,2}と?|まあ|はい(?=[、 ])|うん(?=[、 ])|あっ?(?=[、 ]))';
const correction =
  '(?:いや|いえ|違(?:う|い(?:ます|ました))|ちゃう(?:わ)?|(?:じゃ|では)な(?:くて?|い)|やなくて|もとい|訂正|失礼(?:しました)?|ごめん(?:なさい)?|す[みい]ません|(?:何|なん)番?(?:だっ|でし|やっ)た(?:っけ|かな))';
const gap = `(?:[ 、・…ーのノ./()-]|${filler}|${correction}){0,8}`;
const spokenDigit =
  '(?:ゼロ|レイ|マル|イチ|ニー|ニイ|サン|ヨン|ゴー|ロク|ナナ|ハチ|キュ[ウー]|ぜろ|れい|まる|いち|にい|さん|よん|ごー|ろく|なな|はち|きゅう)';
const kanjiDigits = '[〇○零一二三四五六七八九十百千]';
/** More of a number. Kanji behind it make a count, a day or a word of it. */
const piece = `(?:[0-9A-Z]+|${kanjiDigits}+|${spokenDigit}{1,8})(?![0-9A-Za-z〇零一-龠々つァ-ヴー])`;
const numberGoesOn = new RegExp(`^${gap}${piece}`);
const readOn = new RegExp(
  `^(?:の|(?:[ 、の]|${filler}|${correction}){0,6}(?:${filler}|${correction})[、 ]?)$`,
);
/** A number that was cut in the middle of its signs. */
const signsAfter = /^[0-9A-Za-z]+/;
const signsBefore = new RegExp(
  `(?:[0-9A-Za-z]+[-/]?|${kanjiDigits}+の?|(?:${spokenDigit}){1,8}(?:の|、)?|(?:[ビシジデイテピブ]ー|エ[フイルムヌス]|ケ[イー]|アール|ワイ)(?:の|、)?|(?<![ぁ-ん])[あ-ん][-の]、?|No[.] ?|[A-Z]{1,4}[/. -])$`,
);
const numberWord = /^(?:号|番)(?![一-龠々])/;
const ordinal = /(?<![一-龠])(?:第|受付|[一-龠]{1,2}第)$/;
/** Class, kana and serial, with the words that people lead on with. */
const plateGoesOn = new RegExp(
  `^(?:[ 、・のノ「」()-]|${filler}|${correction}|(?:下|上|数字|番号|ひらがな|平仮名|かな|末尾|四桁|4桁|最後)(?:が|は|の|も)?|です(?:ね|、)|で、|が、|点){0,8}(?:[あ-ん]」?(?:[ 、・の「」-]|${filler}|点){1,4})?(?:[0-9]{1,4}|[〇零一二三四五六七八九十百]{1,5})(?![0-9〇零一-龠々つ])`,
);
/** The place, the class or the kana of a plate. */
const plateBefore =
  /(?:(?:[一-龠ァ-ヴ]{2,4}|[ぁ-ん]{3,4})(?:ナンバー)?(?:の|、| ){1,2}(?:えー?っ?と?、?)?|(?<![ぁ-んァ-ヴー])[あ-ん](?:の|、| )?|[0-9一二三四五六七八九]{2,3}(?:の|、| ){1,2})$/;
const accountBefore = /(?:普通|当座|総合|貯蓄|記号)(?:預金|口座)?(?:番号)?(?:[、の :はが]|えー?と?){0,3}$/;

const era = '(?:明治|大正|昭和|平成|令和|西暦)';
const dateGoesOn = new RegExp(
  `^(?:[ 、の,]|です(?=[、ね])ね?|${filler}|${correction}|${era}(?:の|です)?){0,8}(?:(?:[0-9]{1,4}|[〇零一二三四五六七八九十]{1,5}|元)(?:、|の)?[年月日](?!間|前|後|目|以|か|付|に(?:事故|契約|電話))|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,4})(?=です|でした|生|で[、。]|や[。、で]|$))`,
);
/** 「昭和六十三年、あたしがね、十月の二日」: between a year and its day people talk in kana. */
const dateGoesOnLater =
  /^(?:(?!事故|契約|加入|満期|購入|登録)[^。\n0-9〇一二三四五六七八九十]){1,12}?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})(?:月の?、?(?:(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})日?)?|日)(?![間前後目以か付一-龠]|に(?:事故|契約|電話|届)|から|まで)/;
/** じゅうがつ、むいか. */
const kanaDateGoesOn = new RegExp(
  `^(?:[ 、の]|です(?=[、ね])ね?|${filler}|${correction}|[ァ-ヴー一-龠]{1,4}(?:年|どし)(?:の|、)){0,8}(?:(?:いち|にー?|さん|し|よん|ご|ろく|しち|なな|はち|く|きゅう|じゅ[うー]){1,4}(?:がつ|にち|ねん)|ついたち|ふつか|みっか|よっか|いつか|むいか|なのか|ようか|ここのか|とおか|とうか|はつか|みそか|(?:ショウワ|ヘイセイ)?(?:イチ|ニ|サン|シ|ヨン|ゴ|ロク|シチ|ナナ|ハチ|ク|キュウ|ジュウ){1,4}(?:ガツ|ニチ|ネン)|ミッカ|ヨッカ|ツイタチ|フツカ|イツカ|ムイカ|ナノカ|ヨウカ|ココノカ|トオカ|ハツカ)`,
);
const dateEnd = /^(?:、|の)?(?:生(?:まれ)?(?![一-龠])|うまれ)/;
const shortEra = /(?<![一-龠])(?:[明大昭平令]|[MTSHR])[. ]{0,2}$/;
const animal =
  /(?:[子丑寅卯辰巳午未申酉戌亥]|ね|うし|とら|う|たつ|み|うま|ひつじ|さる|とり|いぬ)年(?:の|、|で){0,2}$/;
const eraBefore = new RegExp(`${era}(?:で|の|は|ですと|ですね)?(?:[、 ]|${filler}){0,3}$`);

const block = `(?:(?:[甲乙丙]の?)?(?:[0-9]+|${kanjiDigits}+|[壱弐参]+)(?:丁目|町目|番町|番地|番館|番|号室|号棟|号館|号|棟|階|[F室条組区])?(?:地先|先(?![に週月ほ]))?|[A-ZＡ-Ｚ](?![A-Za-z])(?:棟|号室|室)?|[甲乙丙](?![一-龠])|[東西南北][棟館](?![一-龠]))`;
const blockGoesOn = new RegExp(`^(?:[ 、のノ,・-]|${filler}|${correction}){0,6}${block}`);
/** の、にじゅう、の、さん. */
const kanaBlockGoesOn = new RegExp(
  `^(?:[ 、]|${filler}){0,3}の(?:[ 、]|${filler}){0,3}(?:いち|にい?|さん|よん|ごー?|ろく|なな|はち|きゅう|じゅう|[ひびぴ]ゃく|まる|ぜろ|イチ|ニ|サン|ヨン|ゴ|ロク|ナナ|ハチ|キュウ|マル|ゼロ){1,6}(?:ちょうめ|ばんち|ばん|ごう(?:しつ)?|かい)?(?=[の、。 」]|です|で[、。す]|$)`,
);
/** の花水木の三〇二: a house by any name, and three digits that tell the room from the talk. */
const anyHouse =
  /^[ 、の]{1,2}(?:(?![はがをにでも])[一-龠々ぁ-んァ-ヴーA-Za-z・]){2,10}[ 、の-]{0,2}[A-Z]?[0-9〇一二三四五六七八九]{3,4}(?:号室?)?(?![0-9〇零一-龠々])/;
const building = new RegExp(
  `^(?:[ 、のノ,・(]|${filler}){0,4}(?:[一-龠々ァ-ヴーA-Za-z・]{0,12}|[ァ-ヴー]{2,12}[ぁ-ん]{2,6})(?:${[...buildingWords, 'メゾネット', '医院', '酒店', '商店', '工場', '倉庫'].join('|')})[ァ-ヴーA-Za-z]{0,10}(?![ぁ-ん]{0,2}[一-龠]|さん)`,
);
const onlyKindOfBuilding =
  /^[ 、のノ,・(]*(?:マンション|アパート|ビル|団地|寮|住宅|館|工場|倉庫|コーポ|ハイツ|ホーム|センター)(?![ァ-ヴー])/;
const host =
  /^[ 、]?(?:[一-龠々ァ-ヴー]{1,6}(?:様|さま)?方(?![向法面々])|[一-龠々ァ-ヴー]{2,10}(?:気付|宛|御中|内)(?![一-龠]))/;
const municipality =
  /(?:[一-龠々]{2,3}[都道府県])?(?:(?<![一-龠々])(?!住所|自宅|実家|会社|本人|現在|今回|相手|契約|場所|勤務|両親|父母|主人|家内|新居|先方)[一-龠々]{2,4}の(?:[一-龠々]{2,4}、)?|(?:[一-龠々ヶ]{1,4}[市区郡])|[一-龠々]{2,3}[都道府県])(?:の|に)?(?:[、 ]|えー?っ?と?){0,3}$/;

const mailLabel =
  /(?:メールアドレス|アドレス|メアド|メール|[Ee]-?[Mm]ail)(?:[^。\n@]{0,12}?(?:は|が|ね|けど|よ))?(?:[、 :「]|えー?っ?と?){0,4}/g;
const longestLocal = 70;

/** Numbers that are read out in pieces. */
const numberTypes: ReadonlySet<PersonalDataType> = new Set([
  'phone',
  'bank',
  'card',
  'mynumber',
  'licence',
  'policy_no',
  'claim_no',
  'customer_no',
  'postcode',
  'plate',
]);
/** So far one step looks, and so many steps it makes: the time stays in proportion. */
const longestStep = 48;
const mostSteps = 6;

/**
 * Findings that reach to the last character of what they stand for: to the last digit of a number behind a filler or
 * a correction, to the room of an address, to the day of a date. A mask that ends early leaves the rest to be read.
 * No finding is made or dropped, and none reaches into another.
 *
 * @param text in normal form
 * @param findings in the order of the text, without overlaps
 */
export function widened(text: string, findings: readonly Finding[]): Finding[] {
  const all: Finding[] = [];
  for (const [index, one] of findings.entries()) {
    const from = all.at(-1)?.end ?? 0;
    const until = findings[index + 1]?.start ?? text.length;
    const grownOne = widenedOne(text, one, from, until);
    const isOpen = grownOne.end < until && isBracketOpen(text, grownOne);
    const wide = isOpen ? { ...grownOne, end: grownOne.end + 1 } : grownOne;
    const next = findings[index + 1];
    all.push(next && isRead(text.slice(wide.end, until), wide, next) ? { ...wide, end: until } : wide);
  }
  return all;
}

/** 「1-2-3(ハイツ夢101)」: the bracket that begins in a finding ends in it. */
function isBracketOpen(text: string, { type, start, end }: Finding): boolean {
  if (type === 'name' || !/[)）]/.test(text.charAt(end))) return false;
  const words = text.slice(start, end);
  return (
    Math.max(words.lastIndexOf('('), words.lastIndexOf('（')) >
    Math.max(words.lastIndexOf(')'), words.lastIndexOf('）'))
  );
}

/** Whether two findings are one that is read on: nothing but の, a filler or a correction stands between them. */
function isRead(between: string, one: Finding, next: Finding): boolean {
  if (one.type !== next.type || one.type === 'name' || between.length > 14) return false;
  return readOn.test(between);
}

function widenedOne(text: string, one: Finding, from: number, until: number): Finding {
  if (numberTypes.has(one.type)) return widenedNumber(text, one, from, until);
  if (one.type === 'dob') return widenedDate(text, one, from, until);
  if (one.type === 'address') return widenedAddress(text, one, from, until);
  if (one.type === 'email' && one.reason === 'mailAddressSpoken') return widenedMail(text, one, from);
  return one;
}

function widenedNumber(text: string, one: Finding, from: number, until: number): Finding {
  const end = grown(
    text,
    one.end,
    until,
    one.type === 'plate' ? [signsAfter, numberGoesOn, plateGoesOn] : [signsAfter, numberGoesOn, numberWord],
    isCount,
  );
  const patterns =
    one.type === 'plate'
      ? [plateBefore]
      : one.type === 'bank'
        ? [signsBefore, ordinal, accountBefore]
        : [signsBefore, ordinal];
  return { ...one, start: grownLeft(text, one.start, from, patterns), end };
}

function widenedDate(text: string, one: Finding, from: number, until: number): Finding {
  const end = grown(
    text,
    one.end,
    until,
    [dateGoesOn, kanaDateGoesOn, dateGoesOnLater, dateEnd],
    () => false,
  );
  return { ...one, start: grownLeft(text, one.start, from, [eraBefore, animal, shortEra]), end };
}

function widenedAddress(text: string, one: Finding, from: number, until: number): Finding {
  const isKind = (rest: string) => onlyKindOfBuilding.test(rest);
  const end = grown(
    text,
    one.end,
    until,
    [blockGoesOn, kanaBlockGoesOn, building, anyHouse, host],
    (rest, length) =>
      isKind(rest) ? true : isCount(rest, length) || /^[人名様氏さ]/.test(rest.slice(length)),
  );
  return { ...one, start: grownLeft(text, one.start, from, [municipality]), end };
}

/** 「メールは、みのりの、エムアイ…アットマーク」: between the word for it and the @ stands the mailbox. */
function widenedMail(text: string, one: Finding, from: number): Finding {
  const at = Math.max(0, one.start - longestLocal);
  const before = text.slice(at, one.start);
  const last = [...before.matchAll(mailLabel)].at(-1);
  if (!last) return one;
  const begin = at + last.index + last[0].length;
  return /[。\n?」]/.test(text.slice(begin, one.start)) ? one : { ...one, start: Math.max(from, begin) };
}

/** The end after as many steps as the patterns allow, up to `until`. */
function grown(
  text: string,
  end: number,
  until: number,
  patterns: readonly RegExp[],
  isOther: (rest: string, length: number) => boolean,
): number {
  let at = end;
  for (let step = 0; step < mostSteps; step += 1) {
    const rest = text.slice(at, at + longestStep);
    const length = Math.max(
      0,
      ...patterns
        .map((pattern) => pattern.exec(rest)?.[0].length ?? 0)
        .filter((found) => !isOther(rest, found)),
    );
    if (length === 0 || at + length > until) return at;
    at += length;
  }
  return at;
}

function grownLeft(text: string, start: number, from: number, patterns: readonly RegExp[]): number {
  let at = start;
  for (let step = 0; step < mostSteps; step += 1) {
    const before = text.slice(Math.max(from, at - longestStep), at);
    const length = Math.max(0, ...patterns.map((pattern) => pattern.exec(before)?.[0].length ?? 0));
    if (length === 0) return at;
    at -= length;
  }
  return at;
}

function isCount(rest: string, length: number): boolean {
  return hasCounter(rest.slice(length, length + 6));
}
