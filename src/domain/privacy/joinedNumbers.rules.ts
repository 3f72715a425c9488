import type { Finding, PersonalDataType } from './finding.ts';
import { linkBetween } from './numberGaps.rules.ts';

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
  'plate',
  'dob',
  'address',
]);
/** Two numbers that are long enough to be whole are two; a piece belongs to the one beside it. */
const fewestOfWhole = 6;
const longestTalk = 22;
const digit =
  /[0-9〇○零一二三四五六七八九]|ゼロ|イチ|ニイ?|サン|ヨン|ゴー?|ロク|ナナ|ハチ|キュウ|ぜろ|まる|いち|にい?|さん|よん|ごー?|ろく|なな|はち|きゅう/g;
const correction =
  /から|→|ちゃう|違|ちがう|ちがい|間違|じゃな|ではな|やな|やのう|い[やえ]|待って|もとい|訂正|失礼|す[みい]ません|ごめん|もう[一1]|正しくは|ほん?とは|本当は|ないか|かな|あっ?[、 ]/;

/** What is said between two pieces by who looks for the rest, or by who writes it down: hardly ever a noun. */
const talk =
  /^(?:[ぁ-んー、。?!…・,./ -]|[何言申次下上続後頭中待少失礼間違訂正確認書始終残桁字点枝]|最後|番号|数字|末尾|最初|復唱|大丈夫|一[桁個つ]|月|日|年|号|ナンバー|プレート|分類|地名|平仮名|カッコ|ハイフン|内線|[()])+$/;

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
  return joined.map((one) =>
    isOpen(text, one) || isBracketOpen(text, one) ? { ...one, end: one.end + 1 } : one,
  );
}

/** 「〇九〇の〇〇〇〇の、あと四桁は」: the の leads on to digits that did not come. */
function isOpen(text: string, { type, end }: Finding): boolean {
  return (
    type !== 'address' &&
    type !== 'dob' &&
    joinable.has(type) &&
    /^の(?:[、。…]|まで|$)/.test(text.slice(end, end + 3))
  );
}

/** 「03-0000-5678(内線4412)」: the bracket that begins in a number ends in it. */
function isBracketOpen(text: string, { type, start, end }: Finding): boolean {
  if (!joinable.has(type) || text.charAt(end) !== ')') return false;
  const words = text.slice(start, end);
  return words.lastIndexOf('(') > words.lastIndexOf(')');
}

function belongTogether(text: string, first: Finding, second: Finding): boolean {
  const between = text.slice(first.end, second.start);
  // What no word names goes by the piece beside it.
  const isUnnamed = [first, second].some(({ reason }) => reason === 'unnamedNumber');
  const isSame = first.type === second.type || isUnnamed;
  if (/枝番/.test(between) && joinable.has(first.type)) return true;
  if (!isSame || !joinable.has(first.type) || !joinable.has(second.type)) return false;
  if (between.length === 0 || between.length > longestTalk || /\n/.test(between)) return false;
  if (first.type === 'dob')
    return talk.test(between) || (correction.test(between) && !/[。」]/.test(between));
  // Two addresses are two, a block goes on with the one before it.
  if (first.type === 'address')
    return (
      (second.reason === 'addressInParts' ||
        /^(?:あっ?|いや|え)、/.test(text.slice(second.start, second.start + 3))) &&
      talk.test(between)
    );
  if (linkBetween(text, first.end, second.start) === 'correction') return true;
  const isWhole = [first, second].every(
    ({ start, end }) => (text.slice(start, end).match(digit)?.length ?? 0) >= fewestOfWhole,
  );
  return !isWhole && talk.test(between);
}
