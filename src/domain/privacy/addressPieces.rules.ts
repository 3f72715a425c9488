import type { Block } from './addressBlocks.rules.ts';
import { houses } from './addressHouses.rules.ts';
import { withBuilding } from './addressTails.rules.ts';
import { addressTalk, buildingWords, hasCounter } from './addressWords.ts';
import type { Finding } from './finding.ts';

const digit = '[0-9〇○零一二三四五六七八九十百千]';
const number = `(?:[A-Z]-?|[甲乙丙])?${digit}{1,5}(?!${digit})`;
const numbers = `${number}(?:(?:丁目|番地|番|号室|号棟|号|棟|階|かい|[ 、のノ-]|ー|えー{1,2}っ?と?|えっと|ええと|はい|ハイフン){1,5}${number}){0,4}(?:丁目|番地|番|号室|号|棟|階)?`;
/** Words that name the piece behind them in any talk, and such as do only where a piece came before: 番が、号が. */
const pieceWord =
  '(?:番地|ばんち|地番|丁目|ちょうめ|部屋番号|部屋ばんごう|部屋の番号|お?部屋|へや|号室|ルームナンバー|階数|棟番号|枝番号?)';
const lesserWord = '(?:番|号|棟|階)';
const says =
  '(?:のほう|の方)?(?:だけ|のみ)?(?:[がはもを](?:ですね)?|だけ|→|:| )[、 ]?(?:(?:えー{1,2}っ?と?|えっと|ええと|はい)[、 ]?)?';
const namedPiece = new RegExp(`(?:${pieceWord}${says}|(?:部屋番号|ルームナンバー))(${numbers})`, 'g');
const lesserPiece = new RegExp(`[、。 ]${lesserWord}${says}(${numbers})`, 'g');
/** Rooms in which nobody lives. */
const guestRoom = /(?:ホテル|旅館|民宿|宿|病院|病棟|会議室?|教室)の?$/;
/** A lesser word belongs to a piece that stands so near before it. */
const chainReach = 16;
/** 「1203から1302に」: the new one behind the old. */
const replacement = new RegExp(
  `^(?:号室?)?[、 ]?(?:から|→|じゃなく|ではなく|でなく|やなく|の間違い|は間違い|が|いや|いえ|ちゃう|違う|違います|あ|ごめん|すみません|失礼){1,2}[てで、 ]{0,3}(${numbers})`,
);
const namedTown =
  /(?:町名|大字|地名|町の名前|町(?=だけ|の名|は[一-龠]{2,8}町))(?:[はがも]|だけ)[、 ]?「?([一-龠々ァ-ヴーヶノ]{2,10}|[ぁ-んァ-ヴー一-龠]{2,10}(?=」))(?=」|です|で[、。]|、|。|に)/g;
const namedBuilding =
  /(?:アパート|マンション|建物|団地|物件|ビル|施設|寮)(?:の名前|の名称|名|の名| ?の ?なまえ)?(?: |だけ|のほう)?(?:[はがを]| |(?<=だけ))[、 ]?(?:変わって[、 ]?|新しくて[、 ]?)?([ァ-ヴーA-Za-z][ァ-ヴーA-Za-z一-龠々・ ]{2,20}(?:[ぁ-ん]{2,5}(?=です|[0-9〇一二三四五六七八九]))?(?:[ 、の]{0,2}[0-9〇一二三四五六七八九]{3,4}(?:号室?)?)?)/g;
const namedInKanji =
  /(?:アパート|マンション|建物|団地|物件|ビル|施設)(?:の名前|の名称|名|の名)(?:[はが]|のほうは)[、 ]?([一-龠々ァ-ヴー・]{2,14})/g;
/** 「建物は第二夢コーポ」: the name ends in a word for houses. */
const namedByKind = new RegExp(
  `(?=[アマ建住物])(?:アパート|マンション|建物|住まい|物件)(?:の名前|の名称|名)?[はが:][、 ]?([一-龠々ァ-ヴー]{1,8}(?:${buildingWords.join('|')}))`,
  'g',
);
const generic = /^(?:不明|変更|同一|空欄|未記入|省略|記入|住所|番地|一致|相違)/;
const home = /(?:新居|転居先|引っ?越し先|入居先|転送先|住まい|住所|送付先|届け先|居所|宛先)(?:は|が|:|→) ?/g;
const floorOfOffice =
  /(?:あと|それと|建物は)[、 ]?((?:[ァ-ヴー一-龠東西南北]{2,10})[0-9一二三四五六七八九十]{1,2}(?:階|F))/g;

const plot = new RegExp(
  `(?<![一-龠])[甲乙丙]${digit}{1,5}(?:番地?)?(?:の${digit}{1,4})?(?!${digit}|[号種級類枚通部])`,
  'g',
);

const otherNumber = /電話|携帯|TEL|FAX|ファックス|ナンバー|証券|契約番号|受付|事故|口座|保険料|金額|料率|条/;
const aboutBlock =
  /(?:番地|地番|住所|町名|丁目|転送先|転居先|引っ?越し先|送付先|返送先|届け先|宛先|旧居|新居|住居表示|[市区町]は(?:同じ|そのまま)(?:で|、)|町名までは?(?:同じ|一緒)で?)([^。\n]{0,24})$/;
const blockAfter = /^[^。\n]{0,16}(?:番地|住所|丁目)/;
const pairReach = 18;
const example = /^」?(?:の?ように|のような|みたい|など|とか|という形|形式|の形|方式|章|節|条|項)/;
const impersonalBefore = /(?:[A-Za-z0-9./#]|[0-9]:|別[表紙添]|様式|図|表|第|型|No\.?|ver)[ -]?$/;

/**
 * Pieces of addresses: what its own word names (番地が八の二, 部屋は305), the number of a house that is let (3号棟の506),
 * and the block alone where an address is corrected.
 *
 * @param text in normal form
 * @param alone blocks of the text that stand behind no town
 */
export function addressPieces(text: string, alone: readonly Block[]): Finding[] {
  return [
    ...namedPieces(text),
    ...namedNames(text),
    ...homes(text),
    ...plots(text),
    ...houses(text),
    ...blocksAlone(text, alone),
  ];
}

function namedPieces(text: string): Finding[] {
  const found: Finding[] = [];
  const add = (match: RegExpExecArray) => {
    const end = match.index + match[0].length;
    const piece = match[1] ?? '';
    if (hasCounter(text.slice(end, end + 5))) return;
    if (guestRoom.test(text.slice(Math.max(0, match.index - 8), match.index))) return;
    found.push(finding(end - piece.length, withBuilding(text, end), 'addressInParts', 0.7));
    const next = replacement.exec(text.slice(end, end + 24));
    const words = next?.[1] ?? '';
    if (!next || hasCounter(text.slice(end + next[0].length, end + next[0].length + 5))) return;
    const nextEnd = end + next[0].length;
    found.push(finding(nextEnd - words.length, nextEnd, 'addressInParts', 0.7));
  };
  for (const match of text.matchAll(namedPiece)) add(match);
  if (found.length === 0) return found;
  const ends = found.map(({ end }) => end);
  for (const match of text.matchAll(lesserPiece)) {
    const before = ends.findLast((end) => end <= match.index);
    if (before === undefined || match.index - before > chainReach) continue;
    add(match);
    ends.push(match.index + match[0].length);
  }
  return found;
}

function namedNames(text: string): Finding[] {
  return [
    ...named(text, namedTown, 'addressInParts'),
    ...named(text, namedBuilding, 'buildingName'),
    ...named(text, namedInKanji, 'buildingName'),
    ...named(text, namedByKind, 'buildingName'),
    ...named(text, floorOfOffice, 'buildingName').filter(({ start }) => aboutAddress(text, start)),
  ];
}

function named(text: string, pattern: RegExp, reason: string): Finding[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const name = (match[1] ?? '').trimEnd();
    if (generic.test(name)) return [];
    const start = match.index + match[0].lastIndexOf(name);
    return [finding(start, withBuilding(text, start + name.length), reason, 0.7)];
  });
}

/** 「新居:ルネ西宮 B棟 512」: a building behind the word for where somebody lives now. */
function homes(text: string): Finding[] {
  return [...text.matchAll(home)].flatMap((match) => {
    const start = match.index + match[0].length;
    const end = withBuilding(text, start);
    const isFlat = /[0-9〇一二三四五六七八九]{3}|号|棟/.test(text.slice(start, end));
    return isFlat ? [finding(start, end, 'buildingName', 0.6)] : [];
  });
}

/** 「倉庫のほうが乙七十七です」: plots that 甲 and 乙 tell apart. */
function plots(text: string): Finding[] {
  return [...text.matchAll(plot)]
    .filter(({ index }) => aboutAddress(text, index))
    .map((match) => finding(match.index, match.index + match[0].length, 'addressInParts', 0.6));
}

/** A block that is corrected stands next to the one that is right: 「5-8-1になっていますが5-1-8が正です(住所欄)」. */
function blocksAlone(text: string, alone: readonly Block[]): Finding[] {
  const found = alone.map((block) => blockAlone(text, block));
  return found.flatMap((findings, index) => {
    const block = alone[index];
    if (findings.length > 0 || !block || block.size < 2) return findings;
    const isPair = [index - 1, index + 1].some((at) => {
      const other = alone[at];
      if (!other || other.size !== block.size || !found[at]?.length) return false;
      const between = text.slice(Math.min(block.end, other.end), Math.max(block.start, other.start));
      return (
        between.length <= pairReach && /から|→|じゃな|でな|ではな|やな|ですが|ますが|間違|正し/.test(between)
      );
    });
    return isPair ? [finding(block.start, withBuilding(text, block.end), 'addressInParts', 0.55)] : [];
  });
}

/** 「番地だけ5-3に直して」「転送先:3-14-1 リバーサイド 1708」. */
function blockAlone(text: string, { start, end, words, size, named: hasWord }: Block): Finding[] {
  if ((size < 2 && !hasWord) || size > 5 || /[、,]/.test(words)) return [];
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 24);
  if (impersonalBefore.test(before) || example.test(after) || hasCounter(after)) return [];
  const between = aboutBlock.exec(before)?.[1];
  const isAbout = between !== undefined && !otherNumber.test(between);
  // 「にちょうめのじゅうさんのよん」: a 丁目 with two numbers behind it is somebody's house.
  const isHouse =
    size >= 3 && /丁目|ちょうめ/.test(words) && !/交差点|付近|辺り|あたり/.test(after.slice(0, 8));
  if (!isAbout && !isHouse && !blockAfter.test(after)) return [];
  return [finding(start, withBuilding(text, end), 'addressInParts', 0.62)];
}

function aboutAddress(text: string, start: number): boolean {
  return addressTalk.test(text.slice(Math.max(0, start - 60), start));
}

function finding(start: number, end: number, reason: string, confidence: number): Finding {
  return { type: 'address', start, end, reason, confidence };
}
