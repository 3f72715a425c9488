import type { Finding, PersonalDataType } from './finding.ts';
import { isCalledImpersonal, labelFor, type NumberInText } from './numberContext.rules.ts';
import { isAmount, isBlank, isDate, isDecimal } from './numberShapes.rules.ts';

/** A form of number that the company itself gives out, kept by its administrators. */
export interface NumberPattern {
  type: PersonalDataType;
  /** Runs over the normal form. Must not run away on long texts: no nested quantifiers. */
  pattern: RegExp;
}

const kinds = [
  { type: 'policy_no', reason: 'labelledPolicyNumber' },
  { type: 'claim_no', reason: 'labelledClaimNumber' },
  { type: 'customer_no', reason: 'labelledCustomerNumber' },
] as const;

/** So near to 証券番号 even what looks like a date is the number: 「受付番号2026-12」. */
const veryNear = 6;

/**
 * Policy, claim and customer numbers: they have no public form, so a word has to name them (証券番号, 受付番号, ID …).
 * Digits and letters, written or spoken.
 *
 * @param text in normal form
 */
export function contractNumbers(text: string, numbers: readonly NumberInText[]): Finding[] {
  return numbers.flatMap((number) => {
    const { run } = number;
    if (isBrokenOff(text, number)) return brokenOff(number);
    if (run.digits.length < 3 || run.code.length < 4 || isAmount(run) || isCalledImpersonal(number))
      return [];
    return kinds.flatMap(({ type, reason }): Finding[] => {
      const label = labelFor(number, type, { sure: 48, likely: 18 });
      if (!label) return [];
      const sign = signBefore.exec(text.slice(Math.max(0, run.start - 12), run.start))?.[0] ?? '';
      const isCalled = sign.endsWith('第') || (label.sure && label.distance <= veryNear);
      const isOrdinal = isCalled && text.charAt(run.end) === '号';
      if (!isNumberFor(number, label, isOrdinal)) return [];
      const confidence = (label.sure ? 0.95 : 0.75) - 0.06 * label.rank;
      const end = isOrdinal ? run.end + 1 : run.end;
      return [{ type, start: run.start - sign.length, end, reason, confidence }];
    });
  });
}

/** 「お客さま番号、キュウナナの、えっとそこ擦れてて」: two digits directly behind their word, and の for the rest. */
function isBrokenOff(text: string, { run, unit }: NumberInText): boolean {
  return run.digits.length === 2 && !run.ascii && !unit && /^の[、…]/.test(text.slice(run.end, run.end + 2));
}

function brokenOff(number: NumberInText): Finding[] {
  const { start, end } = number.run;
  return kinds.flatMap(({ type, reason }): Finding[] => {
    const label = labelFor(number, type, { sure: 2, likely: 0 });
    return label?.sure ? [{ type, start, end: end + 1, reason, confidence: 0.7 }] : [];
  });
}

/** What belongs to a number without being a digit: No., 第, the letters of S 0038 7719, the kanji of 損調-0417, the kana of はの五〇五. */
const signBefore =
  /(?:(?:No|NO|no)\.? ?|(?:(?<=番号[はが: ]{0,2})[一-龠ァ-ヴ]{1,4})?第|(?<![A-Za-z])(?!ID|NO|TE)[A-Z]{1,3} |(?<![A-Za-z])[A-Z]{1,4}(?:の|、){0,2}(?:そのあと|それから|続いて|で)、?|[一-龠]{1,3}-|(?<=(?:番号|記号)[はが: ]?)[一-龠]{1,4} |(?<=番号[はが]?)えー|(?<=番号[はが: ]?|No[.:] ?)(?:[一-龠ァ-ヴ]{1,2}|[一-龠][0-9]{1,2}[一-龠]{1,3}-?)|(?<=番号(?:[はが]、?|、| ))(?![あこそど]の)[あ-んア-ン]の、?)$/;

function isNumberFor(
  number: NumberInText,
  label: { sure: boolean; distance: number },
  isOrdinal: boolean,
): boolean {
  const { run, unit } = number;
  if (unit && !(isOrdinal && label.sure)) return false;
  if (label.sure && label.distance <= veryNear) return true;
  if (isDate(run) || isDecimal(run) || isBlank(run)) return false;
  if (label.sure) return !run.positional || run.groups.length > 1;
  return !run.positional && run.code.length >= 5;
}

/** ID hoken_2291: what somebody chose to log in with holds letters, digits and signs in any order. */
const loginPattern =
  /(?<![A-Za-z_])(?:ID|アイディー)(?:[はが:]|[ 、]){0,3}([A-Za-z][A-Za-z0-9_.-]{3,31})(?![A-Za-z0-9@])/g;

/**
 * Login names behind the word ID. A word without digits or signs is no name of this kind.
 *
 * @param text in normal form
 */
export function loginNames(text: string): Finding[] {
  return [...text.matchAll(loginPattern)].flatMap((match): Finding[] => {
    const name = match[1] ?? '';
    if (!/[0-9_]/.test(name)) return [];
    const end = match.index + match[0].length;
    return [{ type: 'customer_no', start: end - name.length, end, reason: 'loginName', confidence: 0.96 }];
  });
}

/**
 * Numbers in the company's own forms.
 *
 * @param text in normal form
 */
export function ownFormNumbers(text: string, patterns: readonly NumberPattern[]): Finding[] {
  return patterns.flatMap(({ type, pattern }) => {
    const flags = pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`;
    return [...text.matchAll(new RegExp(pattern.source, flags))]
      .filter((match) => match[0] !== '')
      .map(
        (match): Finding => ({
          type,
          start: match.index,
          end: match.index + match[0].length,
          reason: 'companyNumberForm',
          confidence: 0.97,
        }),
      );
  });
}
