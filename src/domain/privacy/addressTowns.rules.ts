import { kanaTowns, prefectures } from './addressWords.ts';

/** What stands before a block, without the words of the sentence. */
export interface Town {
  name: string;
  /** It holds a city, a ward or a county, so that hardly anything else can be meant. */
  municipality: boolean;
}

/** A municipality in kanji; 都市, 市民 and 区役所 are none. */
const kanjiTown =
  '[一-龠々ヶケノ]{1,6}(?<!都)(?:市(?![民場内長況街])|区(?![間分役画切])|郡)|[一-龠々ヶケノ]{2,6}(?<![下城])[町村](?![内会長民名])';
/** Kyoto says the crossing and the direction: 麩屋町通押小路下る. */
const kyotoCrossing = '[一-龠々ノ]{2,8}通[一-龠々ノ]{0,8}(?:上ル|下ル|上る|下る|[東西]入ル?|[東西]入る?)';
const place = new RegExp(
  `${prefectures.join('|')}|${kanaTowns.join('|')}|${kanjiTown}|${kyotoCrossing}`,
  'g',
);
/** Municipalities as people write them who know no kanji: ひろしまし なかく. */
const kanaWords =
  /(?:^|[ 、はが])((?:[ぁ-んァ-ヴー]{2,8}(?:けん|し|く|ぐん|ちょう|まち|むら|とし)[ 、]?){1,4}(?:[ぁ-んァ-ヴー]{2,10}[ 、]?)?)$/;
/** No town has these in it. */
const hardStop = /[。「」『』()[\]\n:?!→…"'/|=*<>]/;
const fillers = /(?:えー+っ?と?|えっと|ええと|あのー?)[、 ]?/g;
const isTalk =
  /では|には|から|まで|です|ます|した|って|という|ながら|ている|てる|[一-龠々ァ-ヴ](?:で|を|も|へ)|[一-龠々ァ-ヴ](?:に|は)(?:[、 0-9一-龠]|$)|[をでにはがもと][、 ]?$|[ぁ-ん]{9}/;
const reach = 56;
const longestRest = 34;

/**
 * The town before the block that starts at `start`: from prefecture, city or ward on, else the last word before.
 *
 * @param text in normal form
 * @param from the town does not begin before this place
 */
export function townBefore(text: string, start: number, from: number): Town | undefined {
  const stretch = text.slice(Math.max(from, start - reach), start);
  let cut = stretch.length;
  while (cut > 0 && !hardStop.test(stretch.charAt(cut - 1))) cut -= 1;
  const before = stretch.slice(cut);
  for (const match of before.matchAll(place)) {
    const rest = before.slice(match.index + match[0].length);
    if (rest.length <= longestRest && !isTalk.test(rest.replace(fillers, '').trimEnd())) {
      return { name: before.slice(match.index), municipality: true };
    }
  }
  const kana = kanaWords.exec(before)?.[1];
  if (kana) return { name: kana, municipality: true };
  const spaced = before.replace(/[、 ]$/, '');
  const parts = spaced.split(/[はをにでも、 ,]|から|まで|って|が(?![丘浜原谷崎])/);
  const name = (parts.at(-1) ?? '').replace(/^[のとや]/, '');
  if (name === '' || (/[のと]$/.test(name) && name.length < 3)) return undefined;
  return { name: name + before.slice(spaced.length), municipality: false };
}
