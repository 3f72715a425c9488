import type { Finding } from './finding.ts';
import { labelFor, type NumberInText } from './numberContext.rules.ts';
import { isPartOfNumber } from './numberParts.rules.ts';
import { grouping, isDate } from './numberShapes.rules.ts';
import { platePlaces } from './platePlaces.ts';

const digit = '[0-9〇○零一二三四五六七八九]';
const gap = '(?:[ 、,・のノ「」-]|えー{1,2}と?|ナンバー|で){0,4}';
/** What is said between the parts: a filler, the はい of who listens, 「何番だったかな」. */
const talk =
  '(?:えー{1,2}っ?と?|[えあう](?:ー{1,2}|[えあ])?っ?と?ー?[、 ]|あの[うー]?|はい|うん|ええ|そうです(?:ね)?|(?:たしか|確か|たぶん|多分)(?:に)?|[えあ](?=、)|です[ねか]?|始まって|ハイフン(?:は)?(?:な[しい]|無し|あり)(?:の|で)?|(?:なん|何)(?:番)?(?:だっ|やっ|でし)た(?:かな|っけ|かしら|か))';
/** Everything that may stand between two parts. */
const talkGap = `(?:[ 、,・のノ「」-]|${talk}|ナンバー|で){0,8}`; /** さんさんまる, サンゼロゼロ: a class that is read out digit by digit. */
const spokenDigit =
  '(?:さん|いち|にい?|ごー?|よん|ろく|なな|はち|きゅう|まる|れい|ぜろ|サン|イチ|ニイ?|ゴー?|ヨン|ロク|ナナ|ハチ|キュウ|マル|レイ|ゼロ)';
/** 300, 三〇〇, 五百八十三, 30A; old plates have two digits, very old ones one. */
const kanaHundreds =
  '(?:に|さん|よん|ご|ろっ|なな|はっ|きゅう)?[ひびぴ]ゃく(?:(?:に|さん|よん|ご|ろく|なな|はち|きゅう)?じゅう)?(?:いち|に|さん|よん|ご|ろく|なな|はち|きゅう)?';
const vehicleClass = `(?:${spokenDigit}{3}|${kanaHundreds}|${digit}の${digit}の${digit}|${digit} ${digit} ${digit}|${digit}{2,3}[A-Z]?|${digit}[0-9A-Z]{2}|[0-9][・*?×]{1,2}|[一二三四五六七八九]?百[一二三四五六七八九十]{0,3}|[一二三四五六七八九]?十[一二三四五六七八九]?)`;
/**
 * One kana, also as it is spelled out: さくらのさ, 「さ」, や行の、や. Foreign forces' plates have a letter. No plate has
 * お, し, へ, ん or a voiced kana (ordinance on the registration of vehicles): で and が are always particles.
 */
const oneKana =
  '(?:[ぁ-んァ-ヴ一-龠]{1,6}の[、 ]?「?)?[あいうえかきくけこさすせそたちつてとなにぬねのはひふほまみむめもやゆよらりるれろわをア-ンA-Z]」?';
const corrected = '(?:か|いや|いえ|あ|(?:じゃ|では)なくて?|違う|違います)';
/** Spelled out behind it, not sure of it, or corrected: 「と、とんぼのと」「すか、む」「ゆ、いや、よ」. */
const unknownKana =
  '(?:ひらがな|平仮名|かな)(?:の部分)?(?:[はがも])?(?:見え(?:ず|ない|ません|なかった)|不明|読め(?:ず|ない|ません)|わから(?:ず|ない|ん)|分から(?:ず|ない|ん)|覚えてな|なし)';
const kana = `(?:${unknownKana}|${oneKana}(?:(?:[、 ]|[、 ]?${corrected}[、 ]?)${oneKana})?)`;
const kanaWord =
  '(?:(?:ひらがな|平仮名|かな|仮名)(?:の部分)?[はがもの]?(?:ね|ですね|ですけど)?[、 ]?(?:えー?っ?と[、 ]?)?)?';
/** 下は〇〇八八, 数字が、四四一二, 下四桁が: how people lead on to the serial. */
const serialWord =
  '(?:(?:末尾|(?:下|数字|番号|あと|最後|大きい(?:数字|番号|字))(?:[の ]?[四4]桁)?|[四4]桁)[がは]?[、 ]?)?';
/** ・・・5, 点点点の八, 12-34, 四十九の六十三. */
const dots = '(?:(?:[・.]|点|てん|ポツ|ドット)[、 ]?){0,3}';
const kanaTens =
  '(?:(?:に|さん|よん|ご|ろく|なな|はち|きゅう)?じゅう(?:いち|に|さん|よん|ご|ろく|なな|はち|きゅう)?)';
const pair = `(?:${kanaTens}|[一二三四五六七八九]?十[一二三四五六七八九]?|${digit}{1,2})`;
const serial = `${dots}${gap}(?:${digit}{3,4}(?!${digit})|[0-9・*?×]{2}-[0-9・*?×]{2}|[0-9] [0-9] ?[-の] ?[0-9] [0-9](?![0-9])|(?:${digit}[ 、・の]){3}${digit}(?!${digit})|(?:${digit}[ 、・]){2}${digit}(?!${digit})|${pair}(?:${gap}(?:-|ー|ハイフン|の)?${gap}${pair})?)`;
const ledSerial = `${serialWord}(?:${pair}[、 ]?${corrected}[、 ]?)?(?:${serial}|${spokenDigit}{2}(?:${gap}${spokenDigit}{2}))`;
/** The first characters stand in front, because most places of a text can start no place name. */
const firstCharacters = [...new Set(platePlaces.map((name) => name.charAt(0)))].join('');
const place = `(?=[${firstCharacters}])(?:${platePlaces.join('|')})`;

/** 沖縄 A 12-34: cars of foreign forces have no class. */
const foreignForces = new RegExp(`${place} ?[A-Z] ?[0-9]{2}-[0-9]{2}(?![0-9-])`, 'g');
const fullPlate = new RegExp(
  `${place}${talkGap}${vehicleClass}${talkGap}${kanaWord}${kana}${talkGap}${ledSerial}`,
  'g',
);
/** Somebody did not catch the class: 「大宮の、えー何番だったかな、な、二八の四六」. */
const classless = new RegExp(`${place}${talkGap}${kanaWord}${kana}[、 ]${talkGap}${ledSerial}`, 'g');
/** A motorcycle has no class; without one only a kana that stands apart is not a particle. */
const motorcycle = new RegExp(
  `(?:[1-9A-Z一二] ?)?${place}[ 、,]{0,2}[0-9]?[ 、,の]{1,3}「?[あ-ん]」?[ 、,の]{1,2}${serial}|[1-9A-Z一二] ?${place}[ 、,の]{0,2}「?[あいうえかきくけこさすせそたちつてとなにぬねふほまみむめもやゆよらりるれろわを]」?[ 、,の]{0,2}${serial}`,
  'g',
);
/** Mopeds have the plate of their town: 足立区 く 12-08. */
const moped = new RegExp(
  `[一-龠々ヶ]{1,5}[市区町村][ 、]{1,2}${kanaWord}「?[あ-ん]」?[ 、の]{1,2}${serial}`,
  'g',
);
/** What somebody remembers: place, class and perhaps the kana. */
const beginning = new RegExp(
  `${place}${gap}(?:${digit}{3}|${spokenDigit}{3}|[一二三四五六七八九]?百[一二三四五六七八九十]{0,3})(?:${gap}「?[あ-ん]」?(?=[ 、,。で」]|まで|$))?`,
  'g',
);
/** Class, kana and serial under a place that the list does not know, or that was not said. */
const placeless = new RegExp(
  `${vehicleClass}(?:[ 、,「-]|の、|の(?=[あ-ん]の)){1,2}${kana}(?:[ 、,」の-]){1,2}${serial}`,
  'g',
);
/** 和歌山あ6688: the class left out. */
const closeKana = new RegExp(`${place}[あ-ん](?:[0-9]{4}|[0-9]{2}-[0-9]{2})(?![0-9-])`, 'g');
/** 京都53え: the rest is cut off. */
const cutOff = new RegExp(`${place} ?[0-9]{2,3} ?[あ-ん](?=[ 、。」]|で|まで|$)`, 'g');
/** わ 78-20(練馬 501): what is large on the plate comes first. */
const turned = new RegExp(
  `(?<![ぁ-んァ-ヴー])[あ-ん] ?${digit}{2}-${digit}{2}[ ]?[(（]${place} ?[0-9]{2,3}[)）]?`,
  'g',
);
/** A place before them that the list does not know. */
const otherPlace = /(?:[一-龠ァ-ヴヶ]{1,4}の?|(?<![ぁ-ん])[ぁ-ん]{2,4}(?= ))[ 、]?$/;
/** 300 り 55-66: no other number has a kana between spaces in it. */
const written =
  /(?<![0-9])[1-9][0-9]{2} [あ-ん] (?:[0-9]{2}-[0-9]{2}|[・.]{1,3}[0-9]{1,3}|[0-9]{4})(?![0-9])/g;
const plateNames = /(?<!マイ|個人)ナンバー|プレート|車番|登録番号|車両番号/;
const plateWords = new RegExp(`${plateNames.source}|相手の車|車両|車検証|当て逃げ|ひき逃げ|代車`);
/** ・・12, 「点が三つに7」, 「ひらがなが、ほ」, 「地名は岐阜」. */
const rememberedPart = new RegExp(
  `((?<![・ァ-ヴー一-龠ぁ-ん])[・.]{1,3} ?${digit}{1,3}(?!${digit}))|(?:点|てん|ポチ|ポツ|黒丸|中黒|丸)(?:が|は|の)?(?:[一二三1-3]|みっ|ふた|ひと)(?:つ|個)?(?:[にでとの、 ]|あって|並んで){0,3}(${digit}{1,3})(?!${digit})|(?:(?:ひらがな|平仮名|かな|仮名)(?:[はがもの]|の部分は)(?:[^。\\n]{0,14}[、 「])?「?([あ-ん](?:か[、 ]?[あ-ん])?)(?=[」、。だで ]))`,
  'g',
);
const rememberedPlace = new RegExp(
  `(?:地名|場所の名前|上の漢字|漢字|プレート|ナンバー)[はがも][、 ]?「?(${place})(?=」|まで|だけ|しか|です|で、|、|で読)`,
  'g',
);
/** So far around a number a word for plates is looked for. */
const wordReach = 36;
const unitAfter = /^(?:円|万|年|月|日|時|分|台|人|件|回|キロ|メートル|パー|%|歳|号)/;

/**
 * Number plates: place, class, kana and serial, written or read out, also of motorcycles and when part of it is
 * missing; four digits alone where a plate is spoken of.
 *
 * @param text in normal form
 */
export function plates(text: string, numbers: readonly NumberInText[]): Finding[] {
  if (numbers.length === 0 && !plateWords.test(text)) return [];
  return [
    ...matches(text, fullPlate, 0.94),
    ...matches(text, motorcycle, 0.85),
    ...matches(text, moped, 0.9),
    ...matches(text, foreignForces, 0.85),
    ...matches(text, turned, 0.9),
    ...matches(text, closeKana, 0.8),
    ...matches(text, cutOff, 0.7).filter((found) => hasPlateWord(text, found)),
    ...matches(text, classless, 0.7).filter((found) => hasPlateWord(text, found)),
    ...matches(text, beginning, 0.78).filter((found) => hasPlateWord(text, found)),
    ...matches(text, placeless, 0.8)
      .map((found) => withPlace(text, found))
      .filter((found) => hasPlateWord(text, found)),
    ...matches(text, written, 0.72).map((found) => withPlace(text, found)),
    ...remembered(text),
    ...serials(text, numbers),
  ];
}

function matches(text: string, pattern: RegExp, confidence: number): Finding[] {
  return [...text.matchAll(pattern)]
    .map(
      (match): Finding => ({
        type: 'plate',
        start: match.index,
        end: match.index + match[0].length,
        reason: 'numberPlate',
        confidence,
      }),
    )
    .filter(({ end }) => !unitAfter.test(text.slice(end, end + 4)));
}

function withPlace(text: string, found: Finding): Finding {
  const before = otherPlace.exec(text.slice(Math.max(0, found.start - 6), found.start))?.[0] ?? '';
  return plateWords.test(before) ? found : { ...found, start: found.start - before.length };
}

function hasPlateWord(text: string, { start, end }: Finding): boolean {
  return (
    plateWords.test(text.slice(Math.max(0, start - 30), start)) ||
    /^[^。\n]{0,8}(?:ナンバー|プレート|ひらがな|平仮名)/.test(text.slice(end, end + 20))
  );
}

/** 「ナンバーは12-34」「下四桁が七七三〇」. */
function serials(text: string, numbers: readonly NumberInText[]): Finding[] {
  return numbers.flatMap((number) => {
    const { run, unit } = number;
    const { length } = run.digits;
    const isCalled = text.charAt(run.end) === '番';
    if ((unit && !isCalled) || length < 1 || length > 7 || run.code !== run.digits) return [];
    if (/^の(?:信号|交差点|角)/.test(text.slice(run.end, run.end + 4))) return [];
    if (length < 2 && !isPartOfNumber(text, run.start)) return [];
    const label = labelFor(number, 'plate', { sure: 44, likely: 16 });
    if (!label && length <= 4 && isSaidOfPlate(text, number)) return [plateInParts(run, 0.55)];
    if (!label || label.rank > 0 || (length > 4 && run.groups.length < 2)) return [];
    if (isDate(run) && label.distance > 8) return [];
    // ・・12, わナンバーの33-90, 1182番のナンバー.
    const before = text.slice(Math.max(0, run.start - 8), run.start);
    const lead =
      /[・.]{1,3} ?$|(?<=^|[はがのも、。 一-龠ァ-ヴ])[あ-ん]ナンバー[ので、は]?$/.exec(before)?.[0] ?? '';
    const end = isCalled ? run.end + 1 : run.end;
    return [plateInParts({ start: run.start - lead.length, end }, label.sure ? 0.75 : 0.5)];
  });
}

/** 「45-19、白いミニバンです。ナンバーはそれしか」「下二桁が08、ナンバーです」: the word for it stands in another clause. */
function isSaidOfPlate(text: string, { run, labels }: NumberInText): boolean {
  const isPair = grouping(run) === '2-2' && run.gaps[0] === 'dash';
  const words = run.positional ? plateNames : plateWords;
  const isNamedNext =
    run.digits.length === 4 && /^、?の?(?:ナンバー|プレート)/.test(text.slice(run.end, run.end + 8));
  if (isDate(run) || !(isPair || isNamedNext || isPartOfNumber(text, run.start))) return false;
  if (labels.some(({ sure, distance }) => sure && distance <= wordReach)) return false;
  return words.test(text.slice(Math.max(0, run.start - wordReach), run.end + wordReach));
}

function plateInParts({ start, end }: { start: number; end: number }, confidence: number): Finding {
  return { type: 'plate', start, end, reason: 'plateInParts', confidence };
}

/** Parts that somebody remembers in his own words, where a plate is spoken of. */
function remembered(text: string): Finding[] {
  return [rememberedPart, rememberedPlace]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .flatMap((match) => {
      const part = match[1] ?? match[2] ?? match[3] ?? '';
      const end = match.index + match[0].length;
      const around = text.slice(Math.max(0, match.index - 40), end + 30);
      return plateWords.test(around) ? [plateInParts({ start: end - part.length, end }, 0.65)] : [];
    });
}
