import type { Finding } from './finding.ts';
import { isCalledImpersonal, labelFor, type NearLabel, type NumberInText } from './numberContext.rules.ts';
import { isPartOfNumber } from './numberParts.rules.ts';
import { grouping, isAmount, isBlank, isDate, isDecimal } from './numberShapes.rules.ts';

/** Numbers that anybody may call and that belong to no person: toll-free and company lines. */
const hotline = /^(?:0120\d{0,6}|0570\d{0,6}|0990\d{0,6}|0180\d{0,6})$/;
const hotlinePrefix = /^(?:0120|0800|0570|0990|0180)$/;
/** Mobile and IP numbers have eleven digits, landlines ten (Ministry of Internal Affairs, numbering plan). */
const fullNumber = /^(?:0[5-9]0\d{8}|0[1-9]\d{8})$/;
/** Groups of a number that breaks off: 070-0000, 03-0000-19. */
const brokenGroups = /^(?:2-4|3-3|3-4|4-[23]|5-1)(?:-[1-3])?$/;
/** 090-****-3321, as websites show a number that they half hide: what is left still tells whose it is. */
const maskedNumber =
  /(?<![0-9])0[0-9]{1,4}[-( ]?[*×xX○●]{2,4}[-) ]?[0-9]{2,4}(?![0-9])|(?<![0-9])0[0-9]{1,4}-[0-9]{2,4}-[*×xX●]{3,4}/g;
/** 「〇九〇なんとかの四四五まで」: what somebody has forgotten of a number does not hide the rest. */
const forgotten =
  /[0〇零][5-9五六七八九][0〇零][、の ]?(?:なんとか|なんちゃら|なんたら|ほにゃらら|ちょめちょめ|なになに)[、の ]{0,2}[0-9〇一二三四五六七八九]{2,4}(?![0-9〇一二三四五六七八九])/g;
/** 「携帯の番号が変わって〇九〇は同じ」: so near to its word a mobile prefix alone begins somebody's number. */
const prefixReach = 12;
const extensionAfter =
  /^(?:[、 (の]|で|です){0,4}内線(?:番号)?[のはが:、 ]{0,2}([0-9〇一二三四五六七八九]{2,5})(?![0-9〇一二三四五六七八九])/;
/** Labels that say more about a number than that it looks like a hotline. */
const contractKinds = [
  'policy_no',
  'claim_no',
  'customer_no',
  'bank',
  'card',
  'mynumber',
  'licence',
] as const;

/**
 * Whether a number is a hotline (0120, 0800, 0570 in any writing). These are printed on every leaflet: they are
 * no personal data, and no other rule may take them for a contract number.
 */
export function isHotline(number: NumberInText): boolean {
  const { digits, groups, code } = number.run;
  if (code !== digits) return false;
  const nearest = number.labels[0];
  if (nearest?.sure && contractKinds.some((kind) => kind === nearest.kind)) return false;
  if (hotline.test(digits) || groups.every((group) => hotlinePrefix.test(group.code))) return true;
  // 080-0… is a mobile number; only the group 0800, or a word for it, tells the toll-free one apart.
  const isSplit = groups[0]?.code === '080';
  const tollFree =
    groups[0]?.code === '0800' || (nearest?.kind === 'notPersonal' && nearest.sure && !isSplit);
  return tollFree && /^0800\d{0,7}$/.test(digits);
}

/**
 * Phone numbers: mobile, landline, IP, abroad; in one piece, in groups, or broken off. Without a word such as
 * 電話 a number has to be whole or to begin like one.
 *
 * @param text in normal form
 */
export function phones(text: string, numbers: readonly NumberInText[]): Finding[] {
  const spoken = numbers.flatMap((number) => {
    const found = phoneIn(text, number);
    if (!found) return [];
    const start = withSignBefore(text, number);
    return [{ type: 'phone' as const, start, end: withLink(text, number), ...found }];
  });
  const masked = [maskedNumber, forgotten]
    .flatMap((pattern) => [...text.matchAll(pattern)])
    .map(
      (match): Finding => ({
        type: 'phone',
        start: match.index,
        end: match.index + match[0].length,
        reason: 'phoneInParts',
        confidence: 0.8,
      }),
    );
  return [...spoken, ...masked, ...extensions(text, spoken)];
}

/** 06-0000-2210で、内線の317: behind somebody's number the extension belongs to it. */
function extensions(text: string, found: readonly Finding[]): Finding[] {
  return found.flatMap(({ end }): Finding[] => {
    const match = extensionAfter.exec(text.slice(end, end + 22));
    if (!match) return [];
    const until = end + match[0].length;
    const length = match[1]?.length ?? 0;
    return [{ type: 'phone', start: until - length, end: until, reason: 'phoneInParts', confidence: 0.75 }];
  });
}

function phoneIn(text: string, number: NumberInText): { reason: string; confidence: number } | undefined {
  const { run, unit } = number;
  const { digits } = run;
  if (run.code !== digits || isAmount(run) || isDecimal(run)) return undefined;
  if (digits.length >= 8 && digits.length <= 15 && hasPlusBefore(text, run.start)) {
    return { reason: 'phoneAbroad', confidence: 0.92 };
  }
  if (fullNumber.test(digits)) {
    // Nothing else is grouped like a mobile number, whatever stands before it: 「お客さまの番号は080-…」.
    const isMobile = /^0[5-9]0/.test(digits) && grouping(run) === '3-4-4';
    return { reason: 'phoneNumber', confidence: isMobile ? 0.96 : 0.9 };
  }
  const isCalled = text.charAt(run.end) === '番' && digits.length >= 4;
  if ((unit && !isCalled) || isDate(run) || isPartOfWord(text, number)) return undefined;
  const label = labelFor(number, 'phone', { sure: 48, likely: 24 });
  if (label && digits.length >= 4 && digits.length <= 13 && !isCalledImpersonal(number)) {
    const looksSo = digits.startsWith('0') || digits.length >= 7;
    return {
      reason: looksSo ? 'labelledPhone' : 'phoneInParts',
      confidence: (label.sure ? 0.88 : 0.8) - 0.07 * label.rank,
    };
  }
  if (label && isPieceOfPhone(text, number, label)) return { reason: 'phoneInParts', confidence: 0.7 };
  const beginsSo = /^0[1-9]/.test(digits) && digits.length >= 6 && brokenGroups.test(grouping(run));
  if (beginsSo && !isBlank(run)) return { reason: 'phoneInParts', confidence: 0.55 };
  return undefined;
}

/** 一致, 三重: a digit that begins a word. */
function isPartOfWord(text: string, { run }: NumberInText): boolean {
  return (
    run.digits.length === 1 && /[一-龠]/.test(text.charAt(run.start)) && /[一-龠]/.test(text.charAt(run.end))
  );
}

/** 「市外局番が〇七八で」「FAXは末尾が41」: two or three digits, where their word or a leading 0 says what they are. */
function isPieceOfPhone(
  text: string,
  { run }: NumberInText,
  { sure, distance }: Pick<NearLabel, 'sure' | 'distance'>,
): boolean {
  if (run.positional) return false;
  if (isPartOfNumber(text, run.start)) return true;
  if (run.digits.length < 2) return false;
  if (/^0\d/.test(run.digits) && /^(?:から|で)始まって/.test(text.slice(run.end, run.end + 6))) return true;
  if (/^0[5789]0$/.test(run.digits) && !run.ascii && distance <= prefixReach)
    return !/^(?:から|で始|でも|とか|や)/.test(text.slice(run.end, run.end + 2));
  const isBeginning = /^0\d|^\d{3}$/.test(run.digits) && !run.ascii;
  return isBeginning && sure && distance <= 8;
}

/** The の of 〇八二の、〇〇〇の、 leads on to the digits that did not come, and 8890番 is how a line is called. */
function withLink(text: string, { run }: NumberInText): number {
  const isOpen =
    run.digits.length < 10 && /^[のノ](?:[、。…/\n]|えー|$)/.test(text.slice(run.end, run.end + 3));
  const isCalled = run.digits.length < 10 && text.charAt(run.end) === '番';
  return isOpen || isCalled ? run.end + 1 : run.end;
}

function hasPlusBefore(text: string, start: number): boolean {
  return /(?:\+|プラス)[ (、の]?$/.test(text.slice(Math.max(0, start - 5), start));
}

/** The bracket of (03) and the plus of +81 belong to the number; one that closes behind all of it does not. */
function withSignBefore(text: string, { run: { start, end } }: NumberInText): number {
  const sign = /(?:\+|プラス)?[ (、の]?$/.exec(text.slice(Math.max(0, start - 5), start))?.[0] ?? '';
  if (/[+ス]/.test(sign)) return start - sign.length;
  return sign === '(' && text.slice(start, end).includes(')') ? start - 1 : start;
}
