import type { Finding } from './finding.ts';
import { isCalledImpersonal, labelFor, type NumberInText } from './numberContext.rules.ts';
import { isAmount, isDate, isDecimal } from './numberShapes.rules.ts';

/** Branch (three digits), bank (four) or Yucho symbol (five): a number that short needs its word directly before. */
const branchBefore =
  /(?:支店|店番号?|支店番号|支店コード|店舗番号|本店|出張所|銀行|銀行コード|銀行番号|金融機関コード|信金|信用金庫|農協|記号|コード)(?:の(?:番号|コード))?(?:[はがの]|のほうが)?[ 、,::()]{0,2}(?:えー+と?|はい)?[、 ]?$/;
const bankNear = /銀行|支店|口座|店番|普通|当座|ゆうちょ|信金|信用金庫|農協|労金|振込|振り込|記号|金融機関/;
/** 普通預金 belongs to what is masked: with it the kind of account stays hidden too. */
const kindBefore = /(?:普通|当座|貯蓄|総合)(?:預金|口座)?(?:の?口座番号)?[ 、,::のはが]{0,2}(?:No\.? ?)?$/;

/**
 * Bank accounts: seven or eight digits near 口座, 普通, ゆうちょ and the like; branch, bank and Yucho symbol where
 * their word stands directly before them.
 *
 * @param text in normal form
 */
export function accounts(text: string, numbers: readonly NumberInText[]): Finding[] {
  return numbers.flatMap((number) => {
    const found = accountIn(text, number);
    if (!found) return [];
    const { start, end } = number.run;
    const kind = kindBefore.exec(text.slice(Math.max(0, start - 12), start))?.[0] ?? '';
    return [{ type: 'bank' as const, start: start - kind.length, end, ...found }];
  });
}

function accountIn(text: string, number: NumberInText): { reason: string; confidence: number } | undefined {
  const { run, unit } = number;
  const { length } = run.digits;
  if (unit || run.code !== run.digits || isAmount(run) || isDecimal(run) || isCalledImpersonal(number)) {
    return undefined;
  }
  const before = text.slice(Math.max(0, run.start - 24), run.start);
  if (length >= 3 && length <= 5 && branchBefore.test(before) && bankNear.test(before)) {
    return { reason: 'bankBranch', confidence: 0.85 };
  }
  if (length === 3 && text.startsWith('支店', run.end)) return { reason: 'bankBranch', confidence: 0.8 };
  const label = labelFor(number, 'bank', { sure: 48, likely: 26 });
  if (!label) return undefined;
  if (length >= 6 && length <= 14) {
    return { reason: 'bankAccount', confidence: (label.sure ? 0.93 : 0.86) - 0.06 * label.rank };
  }
  // An account that is read out in pieces, or whose last digits are asked for.
  const isPart = label.rank === 0 && length >= 3 && label.distance <= 16 && !isDate(run);
  return isPart && label.sure ? { reason: 'bankAccountInParts', confidence: 0.7 } : undefined;
}
