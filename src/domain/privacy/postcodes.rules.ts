import type { Finding } from './finding.ts';
import { labelFor, type NumberInText } from './numberContext.rules.ts';
import { grouping, isAmount, isDate } from './numberShapes.rules.ts';

/** A town behind the number says that it is a postcode, as on an envelope. */
const townAfter = /^[ 、,のがで。]{0,3}(?:[一-龠]{2,3}[都道府県]|[一-龠々ヶぁ-んァ-ヴ]{1,6}[市区町村郡])/;

/**
 * Postcodes: seven digits with 〒 or 郵便番号 near, or in groups of three and four before a town; also the first
 * part alone where 〒 stands directly before it.
 *
 * @param text in normal form
 */
export function postcodes(text: string, numbers: readonly NumberInText[]): Finding[] {
  return numbers.flatMap((number) => {
    const { run } = number;
    if (run.code !== run.digits || isAmount(run)) return [];
    const mark = /〒[ :は]{0,2}$/.exec(text.slice(Math.max(0, run.start - 3), run.start))?.[0] ?? '';
    const found = postcodeIn(text, number, mark !== '');
    if (!found) return [];
    const end = endOfSeven(number) ?? run.end;
    return [{ type: 'postcode' as const, start: run.start - mark.length, end, ...found }];
  });
}

function postcodeIn(text: string, number: NumberInText, marked: boolean) {
  const { run, unit } = number;
  const length = endOfSeven(number) === undefined ? run.digits.length : 7;
  if (marked && length >= 3 && length <= 8) return { reason: 'postcode', confidence: 0.97 };
  if (unit) return undefined;
  const label = labelFor(number, 'postcode', { sure: 44, likely: 16 });
  if (label && length === 7) {
    return { reason: 'postcode', confidence: (label.sure ? 0.93 : 0.8) - 0.07 * label.rank };
  }
  if (label?.sure && label.rank === 0 && length >= 3 && length <= 8 && !isDate(run)) {
    return { reason: 'postcodeInParts', confidence: 0.75 };
  }
  if (length !== 7 || run.digits.length > 7) return undefined;
  if (townAfter.test(text.slice(run.end, run.end + 12))) return { reason: 'postcode', confidence: 0.85 };
  const isGrouped = grouping(run) === '3-4' && run.gaps[0] === 'dash';
  return isGrouped ? { reason: 'postcodeShape', confidence: 0.6 } : undefined;
}

/** Where a postcode ends behind which the block follows in the same breath: 一五〇、〇〇〇〇、一の二の三. */
function endOfSeven({ run }: NumberInText): number | undefined {
  if (run.digits.length <= 7) return undefined;
  let digits = 0;
  for (const group of run.groups) {
    digits += group.code.length;
    if (digits >= 7) return digits === 7 ? group.end : undefined;
  }
  return undefined;
}
