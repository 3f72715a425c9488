import type { Finding } from './finding.ts';
import { labelFor, type NumberInText } from './numberContext.rules.ts';
import { isDate } from './numberShapes.rules.ts';
import { platePlaces } from './platePlaces.ts';

const digit = '[0-9〇○零一二三四五六七八九]';
const gap = '(?:[ 、,・のノ「」-]|えー{1,2}と?|ナンバー|で){0,4}';
/** 300, 三〇〇, 五百八十三, 30A; old plates have two digits, very old ones one. */
const vehicleClass = `(?:${digit}{2,3}[A-Z]?|${digit}[0-9A-Z]{2}|[一二三四五六七八九]?百[一二三四五六七八九十]{0,3}|[一二三四五六七八九]?十[一二三四五六七八九]?)`;
/** One kana, also as it is spelled out: さくらのさ, 「さ」. Foreign forces' plates have a letter. */
const kana = '(?:[ぁ-んァ-ヴ一-龠]{1,5}の「?)?[あ-んア-ンA-Z]」?';
/** ・・・5, 点点点の八, 12-34, 四十九の六十三. */
const dots = '(?:[・.]|点|てん|ポツ|ドット){0,3}';
const pair = `(?:[一二三四五六七八九]?十[一二三四五六七八九]?|${digit}{1,2})`;
const serial = `${dots}${gap}(?:${digit}{3,4}(?!${digit})|${pair}(?:${gap}(?:-|ー|ハイフン|の)?${gap}${pair})?)`;
/** The first characters stand in front, because most places of a text can start no place name. */
const firstCharacters = [...new Set(platePlaces.map((name) => name.charAt(0)))].join('');
const place = `(?=[${firstCharacters}])(?:${platePlaces.join('|')})`;

const fullPlate = new RegExp(`${place}${gap}${vehicleClass}${gap}${kana}${gap}${serial}`, 'g');
/** A motorcycle has no class; without one only a kana that stands apart is not a particle. */
const motorcycle = new RegExp(
  `[1-9A-Z]?${place}[ 、,]{0,2}[0-9]?[ 、,の]{1,3}「?[あ-ん]」?[ 、,の]{1,2}${serial}`,
  'g',
);
/** What somebody remembers: place, class and perhaps the kana. */
const beginning = new RegExp(
  `${place}${gap}(?:${digit}{3}|[一二三四五六七八九]?百[一二三四五六七八九十]{0,3})(?:${gap}「?[あ-ん]」?(?=[ 、,。で」]|$))?`,
  'g',
);
/** Class, kana and serial under a place that the list does not know, or that was not said. */
const placeless = new RegExp(
  `${vehicleClass}(?:[ 、,「-]|の、){1,2}${kana}(?:[ 、,」の-]){1,2}${serial}`,
  'g',
);
/** A place before them that the list does not know. */
const otherPlace = /(?:[一-龠ァ-ヴヶ]{1,4}の?|(?<![ぁ-ん])[ぁ-ん]{2,4}(?= ))[ 、]?$/;
/** 300 り 55-66: no other number has a kana between spaces in it. */
const written =
  /(?<![0-9])[1-9][0-9]{2} [あ-ん] (?:[0-9]{2}-[0-9]{2}|[・.]{1,3}[0-9]{1,3}|[0-9]{4})(?![0-9])/g;
const plateWords = /(?<!マイ|個人)ナンバー|プレート|車番|登録番号|車両番号|相手の車|車両/;
const unitAfter = /^(?:円|万|年|月|日|時|分|台|人|件|回|キロ|メートル|パー|%|歳|号)/;

/**
 * Number plates: place, class, kana and serial, written or read out, also of motorcycles and when part of it is
 * missing; four digits alone where a plate is spoken of.
 *
 * @param text in normal form
 */
export function plates(text: string, numbers: readonly NumberInText[]): Finding[] {
  if (numbers.length === 0) return [];
  return [
    ...matches(text, fullPlate, 0.94),
    ...matches(text, motorcycle, 0.85),
    ...matches(text, beginning, 0.78).filter((found) => hasPlateWord(text, found)),
    ...matches(text, placeless, 0.8)
      .map((found) => withPlace(text, found))
      .filter((found) => hasPlateWord(text, found)),
    ...matches(text, written, 0.72).map((found) => withPlace(text, found)),
    ...serials(numbers),
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
    /^[^。\n]{0,6}ナンバー/.test(text.slice(end, end + 12))
  );
}

/** 「ナンバーは12-34」「下四桁が七七三〇」. */
function serials(numbers: readonly NumberInText[]): Finding[] {
  return numbers.flatMap((number) => {
    const { run, unit } = number;
    const { length } = run.digits;
    if (unit || length < 2 || length > 7 || run.code !== run.digits) return [];
    const label = labelFor(number, 'plate', { sure: 44, likely: 16 });
    if (!label || label.rank > 0 || (length > 4 && run.groups.length < 2)) return [];
    if (isDate(run) && label.distance > 8) return [];
    return [
      {
        type: 'plate' as const,
        start: run.start,
        end: run.end,
        reason: 'plateInParts',
        confidence: label.sure ? 0.75 : 0.5,
      },
    ];
  });
}
