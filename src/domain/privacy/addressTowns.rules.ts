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
/** 「横浜の港南区」「大阪の堺、浜寺」: in talk the 市 and the 県 are left out. */
const bareCity =
  '(?:東京|大阪|京都|横浜|川崎|名古屋|神戸|札幌|仙台|広島|福岡|北九州|熊本|岡山|新潟|静岡|浜松|堺|千葉|埼玉|神奈川|兵庫|愛知|長野|金沢|高松|松山|長崎|鹿児島|那覇|沖縄|奈良|三重|岐阜|富山|福島|山形|秋田|青森|岩手|盛岡|茨城|栃木|群馬)';
const said = `${bareCity}の(?:${bareCity}[、の ]|(?=[一-龠々ヶ]{1,5}[市区町村郡]))`;
const place = new RegExp(
  `${said}|${prefectures.join('|')}|${kanaTowns.join('|')}|${kanjiTown}|${kyotoCrossing}`,
  'g',
);
/** Municipalities as people write them who know no kanji, and as forms want them: ひろしまし なかく, トウキョウト ミナトク. */
const hiraganaPart = '[ぁ-ん]{2,8}(?:けん|ふ|し|く|ぐん|ちょう|まち|むら)';
const katakanaPart = '[ァ-ヴー]{2,8}(?:ト|フ|ケン|シ|ク|グン|チョウ|マチ|ムラ)';
const kanaWords = new RegExp(
  `(?:^|[ 、はが:])((?:${hiraganaPart}[ 、]?){2,4}(?:[ぁ-ん]{2,10}[ 、]?)?|${hiraganaPart} (?:[ぁ-んァ-ヴー]{2,10} ?){1,2}|(?:${katakanaPart} ){2,4}(?:[ァ-ヴー]{2,10} ?)?)$`,
);
/** No town has these in it. */
const hardStop = /[。「」『』()[\]\n:?!→…"'/|=*<>A-Za-z]/;
const fillers = /(?:えー+っ?と?|えっと|ええと|あのー?|はい(?=、)|そうです(?=、))[、 ]?/g;
const isTalk =
  /では|には|から|まで|です|ます|した|って|という|ながら|ている|てる|[一-龠々ァ-ヴ](?:で|を|も|へ)|[一-龠々ァ-ヴ](?:に|は)(?:[、 0-9一-龠]|$)|[をでにはがもと][、 ]?$|[ぁ-ん]{9}/;
/** A number that was read out before the block is no town. */
const onlyDigits =
  /^(?:[0-9〇○零一二三四五六七八九〒の-]|ゼロ|レイ|マル|イチ|ニイ?|サン|ヨン|ゴー?|ロク|ナナ|ハチ|キュウ|ぜろ|れい|まる|いち|さん|よん|ろく|なな|はち|きゅう)+$/;
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
  if (
    name === '' ||
    onlyDigits.test(name) ||
    (/[のと]$/.test(name) && !/(?:[町村台丘野市区荘寮]|団地|住宅|ハイツ|公社)の$/.test(name))
  )
    return undefined;
  return { name: name + before.slice(spaced.length), municipality: false };
}
