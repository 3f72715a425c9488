import type { Finding } from './finding.ts';
import { labelFor, type NumberInText } from './numberContext.rules.ts';
import { grouping, isAmount, isDate, passesMyNumber } from './numberShapes.rules.ts';

/**
 * My Number and driver's licence: both have twelve digits. The word near tells them apart; without one the check
 * digit or groups of four speak for My Number. A wrong check digit does not acquit: people misspeak.
 *
 * @param text in normal form
 */
export function officialNumbers(text: string, numbers: readonly NumberInText[]): Finding[] {
  return numbers.flatMap((number) => {
    const { run, unit } = number;
    if (run.code !== run.digits || isAmount(run) || unit || run.digits.length < 4) return [];
    const { start, end } = run;
    const found: Finding[] = [];
    const myNumber = myNumberIn(number);
    if (myNumber) found.push({ type: 'mynumber', start, end, ...myNumber });
    const licence = licenceIn(number);
    // 第…号 is part of how a licence number is written.
    const before = /第[ 、]?$/.exec(text.slice(Math.max(0, start - 2), start))?.[0] ?? '';
    const after = before && (/^[ 、]?号/.exec(text.slice(end, end + 2))?.[0] ?? '');
    if (licence) {
      found.push({ type: 'licence', start: start - before.length, end: end + after.length, ...licence });
    }
    return found;
  });
}

function myNumberIn(number: NumberInText): { reason: string; confidence: number } | undefined {
  const { run } = number;
  const label = labelFor(number, 'mynumber', { sure: 48, likely: 24 });
  if (label && run.digits.length >= 10 && run.digits.length <= 14) {
    return { reason: 'labelledMyNumber', confidence: 0.95 - 0.06 * label.rank };
  }
  if (label?.sure && label.rank === 0 && !isDate(run) && run.digits.length < 14) {
    return { reason: 'myNumberInParts', confidence: 0.7 };
  }
  if (passesMyNumber(run.digits)) return { reason: 'myNumberCheckDigit', confidence: 0.8 };
  const inFours = grouping(run) === '4-4-4';
  return inFours ? { reason: 'twelveDigits', confidence: 0.68 } : undefined;
}

function licenceIn(number: NumberInText): { reason: string; confidence: number } | undefined {
  const { run } = number;
  const label = labelFor(number, 'licence', { sure: 48, likely: 32 });
  if (!label) return undefined;
  if (run.digits.length >= 10 && run.digits.length <= 14) {
    return { reason: 'labelledLicence', confidence: 0.95 - 0.06 * label.rank };
  }
  const isPart = label.sure && label.rank === 0 && !isDate(run) && run.digits.length < 10;
  return isPart ? { reason: 'licenceInParts', confidence: 0.7 } : undefined;
}
