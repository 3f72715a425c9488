import { buildingWords, kanaTowns, prefectures } from './addressWords.ts';
import type { Finding } from './finding.ts';

const number = '[0-9〇○零一二三四五六七八九十百]{1,6}';
const numberPattern = new RegExp(number, 'g');
const gap = '(?:[ 、,のノ-]|ー|えー{1,2}と?|えっと|ハイフン){1,3}';
const unit = '(?:丁目|番地|番(?!号|目|線|組)|号室|号棟|号(?!線|車|機)|棟|線|地割|組(?!合))';
/** 三丁目五の六, 2番3号, 881-2, 18番地の5: numbers and their units; a single number is judged by its town. */
const blockPattern = new RegExp(`${number}(?:${unit}(?:${gap})?${number}|${gap}${number}){0,6}${unit}?`, 'g');
const prefecture = new RegExp(prefectures.join('|'));
const kanaTown = new RegExp(kanaTowns.join('|'));
/** A municipality in kanji; 都市, 市民 and 区役所 are none. */
const kanjiTown =
  /[一-龠々ヶケ]{1,6}(?<!都)(?:市(?![民場内長況街])|区(?![間分役])|郡)|[一-龠々ヶケ]{2,5}(?<![下城])[町村](?![内会長民])/;
const townSign = /[一-龠々〆ヶケァ-ヴーぁ-ん0-9]/;
/** A pause inside an address: after a part that has a name for its kind. */
const seam = /[都道府県市区郡町村台丘野里谷原浜島ァ-ヴ目]の?[、 ]$/;

const building = buildingWords.join('|');
const buildingName = new RegExp(building);
const nameSign = '[ァ-ヴーA-Za-z一-龠々ヶ・]';
/** ハイツ夢201号室, サンハイム三〇五, グランデ空八〇三号, ひまわり荘. */
const tailPattern = new RegExp(
  `[ 、,のが(]{0,2}(?:${nameSign}{0,10}(?:${building})[ァ-ヴーA-Za-z一-龠々・]{0,10}(?:[ぁ-ん]{1,6}(?=${number}|$))?(?:[ 、の-]{0,2}${number}(?:号室|号|階|F)?)?|${nameSign}{1,12}[ 、の]{0,2}${number}(?:号室|号|階)|[ァ-ヴー]{2,12}[ 、の]{0,2}[0-9〇一二三四五六七八九]{3,4}|[ 、の]?${number}号室?)\\)?`,
  'y',
);
/** 「番地が十の二」「部屋番号は三〇五」: pieces that their own word names. */
const namedPiece = new RegExp(
  `(?:番地|丁目|部屋番号|部屋|号室)(?:のほう)?(?:[がはも]|だけ)[、 ]?(${number}(?:(?:${unit}|${gap}){1,3}${number}){0,4}${unit}?)`,
  'g',
);
const room = new RegExp(`(?<![病会第])${nameSign}{2,12}[ 、の]{0,2}${number}号室`, 'g');
const namedBuilding =
  /(?:アパート|マンション|建物|団地|物件|ビル)(?:の名前|の名称|名|の名)(?:[はが]|のほうは)[、 ]?([ァ-ヴーA-Za-z一-龠々・]{2,14}(?:[ぁ-ん]{2,5}(?=です|[0-9〇一二三四五六七八九]))?(?:[ 、の]{0,2}[0-9〇一二三四五六七八九]{3,4}(?:号室?)?)?)/g;
/** Town names without block numbers count only where the talk is about an address. */
const townPattern = new RegExp(
  `(?:${prefectures.join('|')})[の、 ]{0,2}(?:${kanaTowns.join('|')}|[一-龠々ヶ]{1,6}[市区町村郡])[一-龠々ヶケァ-ヴー]{0,12}(?:[のがヶ][一-龠]{1,3}|[ぁ-ん]{1,5}[町台丘野])?|(?:${kanaTowns.join('|')}|[一-龠々ヶ]{1,5}[市区])[一-龠々ヶケァ-ヴー]{2,10}(?:[のがヶ][一-龠]{1,3})?`,
  'g',
);

const addressWord =
  /住所|住まい|住ん|引っ越|転居|転入|番地|本籍|実家|自宅|居所|所在地|送り先|送付先|お届け|届け先|宛先|宛て|〒|郵便|お住い/;
const postcodeBefore = /(?:[0-9〇零一二三四五六七八九][-の、 ]?){4,7}[、。 のでに,]{0,3}$/;
/** Places of the road, not of a person. */
const roadAfter =
  /^の?(?:交差点|信号|角|付近|辺り|あたり|バス停|出口|入口|入り口|インター|手前|踏切|交番|ロータリー|停留所)/;
const roadBefore = /(?:国道|県道|都道|号線|首都高|条例|第|約款|平成|令和|昭和)$/;
const reach = 45;

/**
 * Addresses: from prefecture, town or the first part that tells where, to the last number or the building; also
 * town and block numbers alone, and pieces that their own word names (番地が…, 部屋番号は…). Roads, crossings and a
 * town alone are none.
 *
 * @param text in normal form
 */
export function addresses(text: string): Finding[] {
  const found: Finding[] = [];
  let from = 0;
  for (const match of text.matchAll(blockPattern)) {
    const address = addressAt(text, match.index, match[0], from);
    if (!address) continue;
    found.push(address);
    from = address.end;
  }
  const isAbout = addressWord.test(text);
  for (const match of text.matchAll(namedPiece)) {
    const piece = match[1] ?? '';
    const end = match.index + match[0].length;
    found.push(finding(end - piece.length, end, 'addressInParts', 0.7));
  }
  for (const match of text.matchAll(room)) {
    found.push(finding(match.index, match.index + match[0].length, 'addressInParts', 0.6));
  }
  for (const match of text.matchAll(namedBuilding)) {
    const name = match[1] ?? '';
    const end = match.index + match[0].length;
    found.push(finding(end - name.length, end, 'buildingName', 0.7));
  }
  return isAbout || /[0-9〇]/.test(text) ? [...found, ...townsAlone(text, found)] : found;
}

function addressAt(text: string, start: number, matched: string, from: number): Finding | undefined {
  const block = withoutCounted(matched, text.slice(start + matched.length, start + matched.length + 4));
  const numbers = block.match(numberPattern) ?? [];
  const hasBlockWord = /丁目|番地|番.*号|地割|組/.test(block);
  if (!hasBlockWord && numbers.length < 2 && !/[一-龠々ヶケァ-ヴーぁ-ん ]/.test(text.charAt(start - 1)))
    return undefined;
  const before = townBefore(text, start, from);
  const town = roadBefore.test(before) && !/地割/.test(block) ? undefined : trimTown(before);
  if (!town && /番地/.test(block)) return finding(start, start + block.length, 'addressInParts', 0.6);
  if (!town) return undefined;
  const digits = numbers.join('').length;
  if (digits > 10 || numbers.some((one) => one.length > 5) || (numbers[0] ?? '').startsWith('0'))
    return undefined;
  const end = withBuilding(text, start + block.length);
  const after = text.slice(end, end + 8);
  if (roadAfter.test(after) && !/番地|番.*号|[-の].*[-の]/.test(block)) return undefined;
  const begin = start - town.name.length;
  if (town.municipality) {
    if (numbers.length === 1 && !hasBlockWord && (hasCounter(after) || !isTownName(town.name)))
      return undefined;
    return finding(begin, end, 'address', numbers.length > 1 || hasBlockWord ? 0.93 : 0.75);
  }
  const around = text.slice(Math.max(0, begin - 24), begin);
  const isNamed = /[町台丘野本里浜島原通り村津沢谷]$/.test(town.name) && town.name.length >= 2;
  if (hasBlockWord && !/^[^町台]?番$/.test(block) && town.name.length >= 2)
    return finding(begin, end, 'townAndBlock', 0.75);
  if (/棟|号室/.test(block) && buildingName.test(town.name)) return finding(begin, end, 'townAndBlock', 0.65);
  const isBlock = numbers.length >= 2 && !hasCounter(after);
  if (isBlock && isNamed && (numbers.length >= 3 || addressWord.test(around))) {
    return finding(begin, end, 'townAndBlock', 0.7);
  }
  return isBlock && town.name.length >= 2 && addressWord.test(around)
    ? finding(begin, end, 'townAndBlock', 0.65)
    : undefined;
}

/** What stands before the block numbers and can be a town: back to a sign that no town has in it. */
function townBefore(text: string, start: number, from: number): string {
  const limit = Math.max(from, start - reach);
  let begin = start;
  while (begin > limit) {
    const sign = text.charAt(begin - 1);
    const isPause = begin === start && /[ 、]/.test(sign);
    if (!townSign.test(sign) && !isPause && !seam.test(text.slice(Math.max(0, begin - 3), begin))) break;
    begin -= 1;
  }
  return text.slice(begin, start);
}

/** The town without the words before it: 書類は土師宛てで堺市西区花見坂町 → 堺市西区花見坂町. */
function trimTown(before: string): { name: string; municipality: boolean } | undefined {
  const place = prefecture.exec(before) ?? kanaTown.exec(before) ?? kanjiTown.exec(before);
  if (place) {
    const name = before.slice(place.index);
    const rest = name.slice(place[0].length).replace(/[、 ]$/, '');
    const isTalk = /では|には|から|まで|です|ます|した|[をで、]$|[にはがもと][、 ]?$|を/.test(rest);
    return isTalk ? undefined : { name, municipality: true };
  }
  const parts = before.split(/[はをにでも、 ]|から|まで|って|が(?![丘浜原谷崎])/);
  const name = (parts.at(-1) ?? '').replace(/^[のとや]/, '');
  return name === '' || (/[のと]$/.test(name) && name.length < 3) ? undefined : { name, municipality: false };
}

function isTownName(townName: string): boolean {
  const name = townName.trimEnd();
  return (
    /[一-龠々ヶァ-ヴー]{2}$|[町村]の?$|[ぁ-ん]{2}[町台丘野]$/.test(name) &&
    !/[のはがをにで]$/.test(name.replace(/町の$/, '町'))
  );
}

function hasCounter(after: string): boolean {
  return /^(?:円|万|年|月|日|時|分|台|人|名|件|回|社|店|か所|ヶ所|箇所|カ所|割|倍|歳|代|%|パー|メートル|キロ|点|枚|本|個|つ)/.test(
    after,
  );
}

function withBuilding(text: string, end: number): number {
  tailPattern.lastIndex = end;
  const tail = tailPattern.exec(text)?.[0] ?? '';
  // 「三番地のアパート」 names no building.
  return /^[ 、,のが(]{0,2}(?:マンション|アパート|ビル|団地|寮|住宅|館)$/.test(tail)
    ? end
    : end + tail.length;
}

/** 三の二十の一、五月から: the five belongs to the month. */
function withoutCounted(block: string, after: string): string {
  return hasCounter(after) ? block.replace(/[、 ]{1,2}[^、 ]{1,6}$/, '') : block;
}

function townsAlone(text: string, found: readonly Finding[]): Finding[] {
  const known = new Set(found.map(({ start }) => start));
  return [...text.matchAll(townPattern)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 22), match.index);
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 10);
    const isAbout =
      addressWord.test(before) ||
      postcodeBefore.test(before) ||
      /^(?:まで)?(?:は|が)?(?:前と)?(?:同じ|一緒|変わ)/.test(after);
    if (!isAbout || known.has(match.index) || roadAfter.test(after)) return [];
    return [finding(match.index, match.index + match[0].length, 'townInAddress', 0.55)];
  });
}

function finding(start: number, end: number, reason: string, confidence: number): Finding {
  return { type: 'address', start, end, reason, confidence };
}
