import type { Finding } from './finding.ts';
import type { NumberInText } from './numberContext.rules.ts';

const digits = '[0-9〇一二三四五六七八九]';
/** DN0091835の01と02と04: the branches of one contract in a row. */
const further = new RegExp(
  `^(?:(?:と|、|・|,|や|及び|および)(${digits}{2})(?!${digits}|[年月日時分円台件人歳才%万.:/-])){1,6}`,
);
const branch = new RegExp(`${digits}{2}`, 'g');
const endsInBranch = new RegExp(`${digits}{4}(?:-|の|の枝番)${digits}{2}$`);
const reach = 24;
/** 「枝番02」「枝番が〇一」. */
const namedBranch = new RegExp(`枝番号?(?:[はがの: 、]|は、)?(${digits}{1,3})(?!${digits}|つ)`, 'g');

/**
 * Branches of a contract: the part behind the contract number that tells its cars apart, alone behind the word 枝番,
 * or several in a row behind a number that was found or that the word stands before.
 *
 * @param text in normal form
 * @param contracts findings of contract numbers
 */
export function branchNumbers(
  text: string,
  contracts: readonly Finding[],
  numbers: readonly NumberInText[],
): Finding[] {
  const named = [...text.matchAll(namedBranch)].map((match) => {
    const end = match.index + match[0].length;
    return branchAt(end - (match[1]?.length ?? 0), end);
  });
  const called = numbers
    .map(({ run }) => run)
    .filter(({ start }) => /枝番/.test(text.slice(Math.max(0, start - reach), start)));
  const inRow = [...contracts, ...called].flatMap(({ start, end }) => {
    if (!endsInBranch.test(text.slice(Math.max(start, end - 10), end))) return [];
    const row = further.exec(text.slice(end, end + 24))?.[0] ?? '';
    return [...row.matchAll(branch)].map(({ index }) => branchAt(end + index, end + index + 2));
  });
  return [...named, ...inRow];
}

function branchAt(start: number, end: number): Finding {
  return { type: 'policy_no', start, end, reason: 'labelledPolicyNumber', confidence: 0.6 };
}
