import { type Block, blocksIn } from './addressBlocks.rules.ts';
import { addressPieces } from './addressPieces.rules.ts';
import { withBuilding } from './addressTails.rules.ts';
import { townBefore } from './addressTowns.rules.ts';
import { addressTalk, buildingWords, hasCounter, kanaTowns, prefectures } from './addressWords.ts';
import type { Finding } from './finding.ts';
import { latinAddresses } from './latinAddresses.rules.ts';

const buildingName = new RegExp(buildingWords.join('|'));
/** Town names without block numbers count only where the talk is about an address. */
const townPattern = new RegExp(
  `(?:${prefectures.join('|')})[の、 ]{0,2}(?:${kanaTowns.join('|')}|[一-龠々ヶ]{1,6}[市区町村郡])[一-龠々ヶケァ-ヴー]{0,12}(?:[のがヶ][一-龠]{1,3}|[ぁ-ん]{1,5}[町台丘野])?|(?:${kanaTowns.join('|')}|[一-龠々ヶ]{1,5}[市区])[一-龠々ヶケァ-ヴー]{2,10}(?:[のがヶ][一-龠]{1,3})?`,
  'g',
);
/** 大字 and 字 are said in addresses only: 川西町大字上小松, 小笠原村字奥村. */
const hamletPattern =
  /[一-龠々ヶケノ]{2,12}[市町村][一-龠々ヶケノ]{0,8}(?:大字|(?<![文数漢苗名赤])字)[一-龠々ヶケァ-ヴー]{1,10}|大字[一-龠々ヶケァ-ヴー]{1,8}/g;
/** 字 alone is also a letter: so it needs the talk around. */
const smallHamlet = /(?<![一-龠々])字[一-龠々ヶケ]{2,8}/g;
const postcodeBefore = /(?:[0-9〇零一二三四五六七八九][-の、 ]?){4,7}[、。 のでに,]{0,3}$/;
/** Places of the road, not of a person. */
const roadAfter =
  /^の?(?:交差点|信号|角|付近|辺り|あたり|バス停|出口|入口|入り口|インター|手前|踏切|交番|ロータリー|停留所)/;
/** Without a city 「架空町の三丁目で事故」 tells where something happened. */
const happened = /^で(?:の?事故|ぶつ|追突|衝突|接触|当て|轢|ひか|停ま|止ま|すべ|滑)/;
/** What goes on with the town: 「高知市架空通の、えっと、番地が」. */
const blockFollows =
  /^の?[、 ]?(?:(?:えー{1,2}っ?と?|えっと|ええと|あの)[、 ]?)?(?:番地|地番|丁目|字名?)[がは]/;
const roadBefore = /(?:国道|県道|都道|号線|首都高|条例|第|約款|平成|令和|昭和|別表|様式)$/;
const isNamedTown = /[町台丘野本里浜島原通り村津沢谷]の?$/;

/**
 * Addresses: from prefecture, town or the first part that tells where, to the last number or the building; also
 * town and block numbers alone, and pieces that their own word names (番地が…, 部屋番号は…). Roads, crossings and a
 * town alone are none.
 *
 * @param text in normal form
 */
export function addresses(text: string): Finding[] {
  const found: Finding[] = [];
  const blocks = blocksIn(text);
  const alone: Block[] = [];
  let from = 0;
  for (const block of blocks) {
    if (block.start < from) continue;
    const address = addressAt(text, block, from);
    if (!address) {
      alone.push(block);
      continue;
    }
    found.push(address);
    from = address.end;
  }
  return [...found, ...addressPieces(text, alone), ...latinAddresses(text), ...townsAlone(text, found)];
}

function addressAt(text: string, block: Block, from: number): Finding | undefined {
  const { start, size, named, words } = block;
  if (!named && size < 2 && !/[一-龠々ヶケァ-ヴーぁ-ん 、]/.test(text.charAt(start - 1))) return undefined;
  const town = townBefore(text, start, from);
  if (!town) {
    return /番地|ばんち/.test(words) ? finding(start, block.end, 'addressInParts', 0.6) : undefined;
  }
  if (roadBefore.test(town.name) && !/地割|番地/.test(words)) return undefined;
  const end = withCorrection(text, withBuilding(text, block.end));
  const after = text.slice(end, end + 8);
  if (roadAfter.test(after) && !/番地|番.*号|[-の].*[-の]/.test(words)) return undefined;
  if (size === 1 && happened.test(after) && !/[市区郡]/.test(town.name)) return undefined;
  const begin = start - town.name.length;
  if (town.municipality) {
    if (!named && hasCounter(after)) return undefined;
    const isAbout = addressTalk.test(text.slice(Math.max(0, begin - 12), begin));
    const name = isAbout ? town.name.replace(/、(?:えー{1,2}っ?と?|えっと|ええと)?[、 ]?$/, '') : town.name;
    if (size === 1 && !named && !isTownName(name)) return undefined;
    return finding(begin, end, 'address', size > 1 || named ? 0.93 : 0.75);
  }
  if (town.name.trim().length < 2 || /とか|など/.test(town.name)) return undefined;
  if (named && !/^[^町台]?番$/.test(words)) return finding(begin, end, 'townAndBlock', 0.75);
  if (/棟|号室/.test(words) && buildingName.test(town.name)) return finding(begin, end, 'townAndBlock', 0.65);
  const isBlock = size >= 2 && !hasCounter(after);
  const isAbout = addressTalk.test(text.slice(Math.max(0, begin - 30), begin));
  const isTown = isNamedTown.test(town.name);
  return isBlock && (isTown || isAbout)
    ? finding(begin, end, 'townAndBlock', isTown ? 0.7 : 0.65)
    : undefined;
}

const corrected =
  /^の?[、 ]?(?:いえ|いや|あっ?|じゃなくて|ちゃう(?:わ)?|違(?:う|います|った|いました)|ごめん(?:なさい)?|すみません|失礼(?:しました)?|もとい|訂正(?:します)?|間違え(?:た|ました)|[、 ]){1,4}(?=[0-9一二三四五六七八九十百千])((?:[0-9一二三四五六七八九十百千]{1,5}(?:丁目|番地|番|号)?(?:の|-)?){1,4})(?=です|でし|[、。]|に|が|で|や|だ|$)/;

/** 「十一のいえ十二の五でした」: the block that is put right belongs to the address. */
function withCorrection(text: string, end: number): number {
  const match = corrected.exec(text.slice(end, end + 40));
  if (!match || hasCounter(text.slice(end + match[0].length, end + match[0].length + 4))) return end;
  return withBuilding(text, end + match[0].length);
}

function isTownName(townName: string): boolean {
  // 架空町の百二, and 架空町イの百三十八, where plots have a letter.
  // 架空町夢、百二十九: behind the name of a hamlet people make a pause.
  const name = townName
    .replace(/(?<=[町村字][一-龠々ヶ]{1,4})[、 ]$/, '')
    .trimEnd()
    .replace(/([町イロハニホヘトチリヌルヲ])の$/, '$1');
  return (
    /[一-龠々ヶァ-ヴー]{2}$|[町村]の?$|[ぁ-ん]{2}[町台丘野]$|[0-9][東西南北]$|[上下東西入][るル]$/.test(
      name,
    ) && !/[のはがをにで]$/.test(name)
  );
}

function townsAlone(text: string, found: readonly Finding[]): Finding[] {
  const known = new Set(found.map(({ start }) => start));
  const hamlets = [...text.matchAll(hamletPattern)].map((match) =>
    finding(match.index, match.index + match[0].length, 'townInAddress', 0.6),
  );
  const towns = [...text.matchAll(townPattern)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 22), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 10);
    const isAbout =
      addressTalk.test(before) ||
      postcodeBefore.test(before) ||
      blockFollows.test(text.slice(match.index + match[0].length, match.index + match[0].length + 14)) ||
      /^(?:まで)?(?:は|が)?(?:前と)?(?:同じ|一緒|変わ)/.test(after);
    if (!isAbout || known.has(match.index) || roadAfter.test(after)) return [];
    return [finding(match.index, match.index + match[0].length, 'townInAddress', 0.55)];
  });
  const small = [...text.matchAll(smallHamlet)]
    .filter(({ index }) => addressTalk.test(text.slice(Math.max(0, index - 40), index)))
    .map((match) => finding(match.index, match.index + match[0].length, 'townInAddress', 0.55));
  return [...hamlets, ...small, ...towns];
}

function finding(start: number, end: number, reason: string, confidence: number): Finding {
  return { type: 'address', start, end, reason, confidence };
}
