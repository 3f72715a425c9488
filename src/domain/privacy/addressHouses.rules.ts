import { buildingWords, hasCounter, publicHousing } from './addressWords.ts';
import type { Finding } from './finding.ts';

const digit = '[0-9〇○零一二三四五六七八九十百]';
const number = `(?:[A-Z]-?)?${digit}{1,5}(?!${digit})`;
/** The first characters stand in front, because most places of a text can start none of the words. */
const startsWith = (words: readonly string[]) =>
  `(?=[${[...new Set(words.map((word) => word.charAt(0)))].join('')}])(?:${words.join('|')})`;
const housingWord = startsWith(publicHousing);
const buildingWord = startsWith(buildingWords);
/** 三号棟の二〇四, A棟 503号室. */
const wing = new RegExp(
  `(?:${number}(?:号棟|号館|棟|番館)|[A-Z]棟)[の、 -]{0,2}(?:${number}(?:号室|号|階)?)`,
  'g',
);
/** 団地14-302, 公団の5の301: the houses that a town or a company lets are known by number. */
const housing = new RegExp(
  `${housingWord}の?[、 ]?${number}(?:号棟|号|棟|[の-]${number})(?:[の-]?${number}(?:号室|号)?)?`,
  'g',
);
const room = new RegExp(
  `(?:[ァ-ヴーA-Za-z一-龠々ヶ・]|(?![はがも]${digit})[ぁ-ん][一-龠])[ 、の]{0,2}${number}号室`,
  'g',
);
/** サンヴィラ大橋の405号, ハイツ夢201: a name that holds a word for houses. */
const namedFlat = new RegExp(
  `${buildingWord}[ァ-ヴーA-Za-z一-龠々・]{0,10}[ の、]{0,2}${number}(?:号室?)?`,
  'g',
);
/** メゾンひだまりの二〇五: with kana in the name only three digits tell the room from the talk. */
const kanaFlat = new RegExp(
  `${buildingWord}[ぁ-ん]{2,6}[ァ-ヴー一-龠]{0,4}[ の、]{1,2}${digit}{3,4}(?!${digit})(?:号室?)?`,
  'g',
);
const floorAndRoom = new RegExp(`${number}(?:階|かい|F)[ ]?の[ ]?${number}(?:号室?)?`, 'g');
/** いちまるいちごうしつ: in kana nothing else ends so. */
const kanaRoom = /(?:いち|に|さん|よん|ご|ろく|なな|はち|きゅう|まる|ぜろ|ひゃく){2,6}ごうしつ/g;
const roomAlone = new RegExp(`${number}号室`, 'g');
/** Rooms of hospitals and meetings are no address. */
const otherRoom = /[病会第教]$|病院|会議/;
const nameBefore = /[A-Zァ-ヴー一-龠々ヶ・]{1,12}$/;
/** アーバンヒルズ架空D棟704号: the name before the wing. */
const wingBefore = new RegExp(
  `[A-Zァ-ヴー一-龠々ヶ・]{0,12}(?:${buildingWords.join('|')})[ァ-ヴー一-龠々ヶ]{0,6}の?[、 ]?$`,
);
const flatTalk =
  /アパート|マンション|建物|住所|部屋|へや|住|社宅|寮|単身|越し|越した|荘|ハイツ|コーポ|宛|郵便/;

/**
 * Houses and rooms by their own names and numbers, without a street: 市営住宅3号棟の506, ハイツ夢201, 202号室.
 *
 * @param text in normal form
 */
export function houses(text: string): Finding[] {
  return [
    ...matches(text, wing, wingBefore),
    ...matches(text, housing, nameBefore),
    ...matches(text, kanaRoom, undefined),
    ...matches(text, room, nameBefore).filter(
      ({ start, end }) => !otherRoom.test(text.slice(start, end - 3)),
    ),
    ...matches(text, namedFlat, nameBefore).filter(({ start }) => isAboutFlat(text, start)),
    ...[kanaFlat, floorAndRoom, roomAlone]
      .flatMap((pattern) => matches(text, pattern, undefined))
      .filter(({ start }) => isAboutFlat(text, start)),
  ].filter(({ end }) => !hasCounter(text.slice(end, end + 4)));
}

function matches(text: string, pattern: RegExp, name: RegExp | undefined): Finding[] {
  return [...text.matchAll(pattern)].map((match) => {
    const before = name ? (name.exec(text.slice(Math.max(0, match.index - 18), match.index))?.[0] ?? '') : '';
    return {
      type: 'address',
      start: match.index - before.length,
      end: match.index + match[0].length,
      reason: 'addressInParts',
      confidence: 0.6,
    };
  });
}

function isAboutFlat(text: string, start: number): boolean {
  return flatTalk.test(text.slice(Math.max(0, start - 30), start));
}
