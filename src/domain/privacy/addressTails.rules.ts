import { buildingWords, hasCounter } from './addressWords.ts';

const building = buildingWords.join('|');
const buildingName = new RegExp(building);
const digit = '[0-9〇○零一二三四五六七八九十百]';
/** 305, 二〇三号室, B棟305, 3号棟の506, 8F, 2かい の 205. */
const spoken =
  '(?:いち|に|さん|よん|ご|ろく|なな|はち|きゅう|まる|ぜろ|れい|イチ|ニ|サン|ヨン|ゴ|ロク|ナナ|ハチ|キュウ|マル|ゼロ){3,5}(?:号室|ごうしつ)?';
const room = `(?:${spoken}|[0-9]{1,4}-[A-Z](?![A-Za-z0-9])|(?:[A-Z]の(?=${digit}{2,4}))?[A-Z]?-?${digit}{1,5}(?:号室|号棟|号館|号|階[東西南北]?|F|f|棟|かい)?|[A-Z]棟)(?:[ の-]{0,3}[A-Z]?(?!0)${digit}{1,5}(?:号室|号|階|F)?)?`;
const nameSign = '[ァ-ヴーA-Za-z一-龠々ヶノ・.&ぁ-ん]';
/** Up to three words and a room: レオグラン はままつ 107, Court Verde 802, メゾンド・ルーチェB棟305. */
const namedRoom = new RegExp(`^(${nameSign}{1,14}(?: ${nameSign}{1,14}){0,2})[ の、-]{0,2}(${room})`);
const roomAlone = new RegExp(`^(?:${room})`);
const unitOfRoom =
  /(?:いち|に|さん|よん|ご|ろく|なな|はち|きゅう|まる){3}|(?:イチ|サン|ヨン|ロク|ナナ|ハチ|マル|ゼロ){2}|号室|号棟|号|階|F|棟|かい/;
/** 架空1180-4 丸山様方: who lets the room. */
const lodging =
  /^(?!.{0,4}[夕両地双親後前先当貴一平]方)(?:[一-龠々ァ-ヴー]{2,6}(?:様|さま|さん|氏)?|[一-龠](?:様|さま))方(?![向法面々針式角形言])/;
/** 架空ビル5F 株式会社夢工房内. */
const careOf = /^(?:株式会社|有限会社|合同会社|\([株有]\))[^ 、。]{1,14}内(?=[ 、。」)]|$|です|に|へ|宛)/;
/** 架空台第一駐車場 17番区画. */
const parking = new RegExp(`^${nameSign}{0,12}駐車場(?:の?[ ]?(?:No\\.?)?${digit}{1,3}番?(?:区画)?)?`);
/** A building without a room: サンハイツ, 若葉荘, シャトレ久米弐番館の一〇一. */
const ending = new RegExp(
  `^[ァ-ヴーA-Za-z一-龠々ヶノ・]{0,12}(?:${building})[ァ-ヴーA-Za-z一-龠々・]{0,10}(?:[ぁ-ん]{1,6}(?=${digit}|$))?`,
);
/** Words in other letters directly behind the numbers are a name, as on an envelope. */
const foreignName = /^[ァ-ヴー・A-Z][ァ-ヴー・A-Za-z]{3,14}(?: [ァ-ヴーA-Z][ァ-ヴーA-Za-z]{2,12}){0,2}/;
const talk = /です|ます|から|まで|して|った|には|では|ので|さん|って|[はをがにへ]$/;
const onlyKind = /^(?:マンション|アパート|ビル|団地|寮|住宅|館|コーポ|ハイツ)$/;
const reach = 44;

/**
 * Where an address ends whose block ends at `end`: behind the building and the room, if they follow.
 *
 * @param text in normal form
 */
export function withBuilding(text: string, end: number): number {
  const pause = /^(?:[ 、,の(・-]|号?室?の){0,2}/.exec(text.slice(end, end + 4))?.[0] ?? '';
  const rest = text.slice(end + pause.length, end + reach);
  const length = nameAndRoom(rest, pause);
  if (length === 0) return end;
  const until = end + pause.length + length;
  // …1204号室 山田様方: who lets the room stands behind it.
  const behind = text.slice(until, until + 28).replace(/^[ 、]/, '');
  const host = (lodging.exec(behind) ?? careOf.exec(behind))?.[0];
  return host ? until + (/^[ 、]/.test(text.slice(until)) ? 1 : 0) + host.length : until;
}

function nameAndRoom(rest: string, pause: string): number {
  const lodgingOrParking =
    lodging.exec(rest)?.[0] ?? (/^ /.test(pause) ? parking.exec(rest)?.[0] : undefined);
  if (lodgingOrParking) return lodgingOrParking.length;
  const named = namedRoom.exec(rest);
  if (named) {
    const [all, name = ''] = named;
    if (
      (isBuilding(name) || unitOfRoom.test(all.slice(name.length))) &&
      !talk.test(name) &&
      !hasCounter(rest.slice(all.length))
    )
      return all.length;
  }
  const alone = roomAlone.exec(rest)?.[0];
  if (alone && (unitOfRoom.test(alone) || /^[の-]/.test(pause)) && !hasCounter(rest.slice(alone.length)))
    return alone.length;
  const name = ending.exec(rest)?.[0] ?? '';
  // 「三番地のアパート」 names no building.
  if (name !== '' && !onlyKind.test(name)) return name.length;
  const foreign = pause === ' ' ? (foreignName.exec(rest)?.[0] ?? '') : '';
  return foreign.length;
}

function isBuilding(name: string): boolean {
  return /[ァ-ヴー]{2}|[A-Za-z]{2}/.test(name) || buildingName.test(name);
}
