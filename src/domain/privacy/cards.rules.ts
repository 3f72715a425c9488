import type { Finding } from './finding.ts';
import { isCalledImpersonal, labelFor, type NumberInText } from './numberContext.rules.ts';
import { grouping, isAmount, passesLuhn } from './numberShapes.rules.ts';

/** Four groups of four, American Express 4-6-5, Diners Club 4-6-4. */
const cardGroups = /^(?:4-4-4-4(?:-[1-3])?|4-6-5|4-6-4|4-4-4-[23])$/;
const expiryBefore = /(?:期限|有効|まで|EXP|exp|Exp|月と年|年と月|満了)[^。\n]{0,14}$/;
/** 4000-0000-0000-0002 / 03/29: what stands behind the number in the form of a month and a year. */
const directlyBehind = /[0-9]{3} ?[/、,( ] ?$/;
const expiryAfter = /^(?:[ 、]?まで|[ 、]?が(?:有効)?期限)/;
/** Words that name the code on the back by themselves, and such as need a card near them. */
const codeWords =
  /(?:セキュリティ|CVV|CVC|CVN|cvv|cvc|シーブイ|署名欄|裏(?:面|側)?の[^。\n]{0,6}(?:桁|番号|数字))[^。\n]{0,18}$|裏(?:面|側)?[のがには、]{0,2}$/;
const codeHints =
  /(?:裏(?:面|側)?|うら|うしろ|後ろ|[3-4三四]桁|(?<!暗証)コード)[^。\n0-9〇一二三四五六七八九]{0,14}$/;
const dateWords =
  /(?:期限|有効)[^。\n]{0,10}?((?:(?:(?:再来|来|今|本)年|[0-9〇零一二三四五六七八九十]{1,4}[年月])(?:の|、| )?){2})/g;

/** An expiry or a code on the back is looked for so many characters from a card. */
const cardReach = 70;

/**
 * Payment cards: the number (by its check digit, its groups, or a word near it), the expiry and the code on the
 * back where a card is spoken of.
 *
 * @param text in normal form
 */
export function cards(text: string, numbers: readonly NumberInText[]): Finding[] {
  const found = numbers.flatMap((number) => cardNumber(number));
  const places = cardPlaces(text, found);
  for (const number of numbers) {
    const rest = expiryOrCode(text, number, isNear(places, number.run.start));
    if (rest) found.push({ type: 'card', start: number.run.start, end: number.run.end, ...rest });
  }
  for (const match of text.matchAll(dateWords)) {
    const end = match.index + match[0].length;
    const start = end - (match[1]?.length ?? 0);
    if (isNear(places, start))
      found.push({ type: 'card', start, end, reason: 'cardExpiry', confidence: 0.8 });
  }
  return found;
}

function cardNumber(number: NumberInText): Finding[] {
  const { run, unit } = number;
  const { digits, start, end } = run;
  if (run.code !== digits || isAmount(run) || unit) return [];
  const label = labelFor(number, 'card', { sure: 48, likely: 36 });
  const card = (reason: string, confidence: number): Finding[] => [
    { type: 'card', start, end, reason, confidence },
  ];
  if (digits.length >= 13 && digits.length <= 20) {
    if (label) return card('labelledCard', 0.95 - 0.06 * label.rank);
    if (digits.length >= 14 && digits.length <= 16 && passesLuhn(digits)) return card('cardNumber', 0.88);
    if (cardGroups.test(grouping(run))) return card('cardNumber', 0.82);
    return [];
  }
  const inFours = digits.length >= 4 && digits.length <= 12 && /^4(?:-[46])*(?:-[1-4])?$/.test(grouping(run));
  if (
    label &&
    label.rank === 0 &&
    inFours &&
    !isCalledImpersonal(number) &&
    !/^(?:19|20)\d\d$/.test(digits)
  ) {
    return card('cardInParts', label.sure ? 0.8 : 0.65);
  }
  return [];
}

function expiryOrCode(
  text: string,
  { run, unit }: NumberInText,
  nearCard: boolean,
): { reason: string; confidence: number } | undefined {
  if (unit || run.code !== run.digits || run.digits.length > 6) return undefined;
  const before = text.slice(Math.max(0, run.start - 30), run.start);
  const after = text.slice(run.end, run.end + 8);
  if (nearCard && isMonthAndYear(run.digits)) {
    const isBehind =
      directlyBehind.test(before) && /^[0-9]{2}\/[0-9]{2}$/.test(text.slice(run.start, run.end));
    if (isBehind || expiryBefore.test(before) || expiryAfter.test(after))
      return { reason: 'cardExpiry', confidence: 0.9 };
  }
  if (run.digits.length < 3 || run.digits.length > 4 || run.positional) return undefined;
  if (codeWords.test(before)) return { reason: 'cardCode', confidence: 0.9 };
  return nearCard && codeHints.test(before) ? { reason: 'cardCode', confidence: 0.86 } : undefined;
}

/** 0927, 927, 2709, 092027: month and year in either order. */
function isMonthAndYear(digits: string): boolean {
  const isMonth = (part: string) => part !== '' && Number(part) >= 1 && Number(part) <= 12;
  if (digits.length === 3) return isMonth(digits.slice(0, 1));
  if (digits.length === 4) return isMonth(digits.slice(0, 2)) || isMonth(digits.slice(2));
  if (digits.length === 5) return isMonth(digits.slice(0, 1)) && digits.slice(1, 3) === '20';
  return digits.length === 6 && (digits.slice(2, 4) === '20' || digits.startsWith('20'));
}

/** Where a card is spoken of: its number, or a word for it. */
function cardPlaces(text: string, found: readonly Finding[]): number[] {
  const words = [
    ...text.matchAll(/カード(?!レス)|クレジット|クレカ|VISA|Visa|JCB|AMEX|アメックス|ダイナース/g),
  ];
  return [...found.flatMap(({ start, end }) => [start, end]), ...words.map(({ index }) => index)].sort(
    (a, b) => a - b,
  );
}

function isNear(sorted: readonly number[], place: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < place - cardReach) low = middle + 1;
    else high = middle;
  }
  return (sorted[low] ?? Number.POSITIVE_INFINITY) <= place + cardReach;
}
