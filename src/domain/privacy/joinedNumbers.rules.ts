import type { Finding, PersonalDataType } from './finding.ts';
import { gapBetween, linkBetween } from './numberGaps.rules.ts';

const joinable: ReadonlySet<PersonalDataType> = new Set([
  'phone',
  'policy_no',
  'claim_no',
  'customer_no',
  'bank',
  'card',
  'mynumber',
  'licence',
  'postcode',
  'dob',
  'address',
]);
/** Two numbers that are long enough to be whole are two; a piece belongs to the one beside it. */
const fewestOfWhole = 6;
const longestTalk = 18;
const digit =
  /[0-9〇○零一二三四五六七八九]|ゼロ|イチ|ニイ?|サン|ヨン|ゴー?|ロク|ナナ|ハチ|キュウ|ぜろ|まる|いち|にい?|さん|よん|ごー?|ろく|なな|はち|きゅう/g;
const correction =
  /から|→|ちゃう|違|ちがう|ちがい|間違|じゃな|ではな|やな|やのう|い[やえ]|待って|もとい|訂正|失礼|す[みい]ません|ごめん|もう[一1]|正しくは|ほん?とは|本当は|ないか|かな|あっ?[、 ]/;

/**
 * One finding where somebody corrects himself or looks for the rest in the middle of a number: of
 * 「五の六七二いや六七三」 the いや alone would tell nothing, but two masks tell less than one.
 *
 * @param findings in the order of the text, without overlaps
 */
export function joinedNumbers(text: string, findings: readonly Finding[]): Finding[] {
  const joined: Finding[] = [];
  for (const one of findings) {
    const last = joined.at(-1);
    if (last && belongTogether(text, last, one)) {
      joined[joined.length - 1] = {
        ...last,
        end: one.end,
        confidence: Math.max(last.confidence, one.confidence),
      };
    } else joined.push(one);
  }
  return joined;
}

function belongTogether(text: string, first: Finding, second: Finding): boolean {
  // What no word names goes by the piece beside it.
  const isUnnamed = [first, second].some(({ reason }) => reason === 'unnamedNumber');
  if ((first.type !== second.type && !isUnnamed) || !joinable.has(first.type) || !joinable.has(second.type))
    return false;
  const between = text.slice(first.end, second.start);
  if (/\n/.test(between)) return false;
  if (first.type === 'dob' || first.type === 'address') {
    return (
      between.length <= longestTalk &&
      between.length > 0 &&
      correction.test(between) &&
      !/[。」]/.test(between)
    );
  }
  const link = linkBetween(text, first.end, second.start);
  if (link === 'correction') return true;
  const isWhole = [first, second].every(
    ({ start, end }) => (text.slice(start, end).match(digit)?.length ?? 0) >= fewestOfWhole,
  );
  if (isWhole) return false;
  return (
    link !== 'none' ||
    gapBetween(text, first.end, second.start) === 'filler' ||
    gapBetween(text, first.end, second.start) === 'dash'
  );
}
