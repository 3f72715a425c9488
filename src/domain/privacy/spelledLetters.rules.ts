import type { Finding } from './finding.ts';

/** With which kana the words begin that people say for a letter: アップルのA, ビーフのB, ジャパンのJ. */
const beginnings: readonly string[] = [
  'A:アエ',
  'B:バビブベボ',
  'C:カキクコサシセチ',
  'D:ダデド',
  'E:イエ',
  'F:フ',
  'G:ガギグゲゴジ',
  'H:ハヒホヘ',
  'I:イア',
  'J:ジ',
  'K:カキクケコ',
  'L:ラリルレロ',
  'M:マミムメモ',
  'N:ナニヌネノ',
  'O:オ',
  'P:パピプペポ',
  'Q:ク',
  'R:ラリルレロ',
  'S:サシスセソ',
  'T:タチツテト',
  'U:ウユア',
  'V:ヴビバボ',
  'W:ワウ',
  'X:エ',
  'Y:ヤユヨイ',
  'Z:ザズゼジ',
];
const spelled = `(?:${beginnings
  .map((beginning) => {
    const [letter, kana] = beginning.split(':');
    return `(?<![ァ-ヴー])[${kana}][ァ-ヴー]{1,9}の${letter}(?![A-Za-z])`;
  })
  .join('|')})`;
const digits = '(?:[0-9〇一二三四五六七八九]{1,10}(?![0-9〇一二三四五六七八九年月日時分円台件人回]))';
/** One letter alone may be a vitamin; two pieces and more are a code that is read out. */
const code = new RegExp(
  `(?:${digits}[、 ]{1,2})?${spelled}(?:[、 ,]{0,2}(?:${spelled}|${digits})){1,12}`,
  'g',
);
const claim = /事故|受付|案件|請求/;
const customer = /お客|会員|顧客|加入者/;
const reach = 40;
/** コースのC、3、4 is a choice. */
const fewestSigns = 5;

/**
 * Codes whose letters are spelled with a word: 「アップルのA、九、九、ジャパンのJ、〇四一七二」. The word before them says
 * whose number it is; without one it is called a contract number.
 *
 * @param text in normal form
 */
export function spelledCodes(text: string): Finding[] {
  return [...text.matchAll(code)].flatMap((match): Finding | Finding[] => {
    const signs = match[0].match(/[A-Z0-9〇一二三四五六七八九]/g)?.length ?? 0;
    const spelledLetters = match[0].match(/の[A-Z]/g)?.length ?? 0;
    if (signs < fewestSigns && spelledLetters < 2) return [];
    const before = text.slice(Math.max(0, match.index - reach), match.index);
    const place = { start: match.index, end: match.index + match[0].length, confidence: 0.7 };
    if (claim.test(before)) return { ...place, type: 'claim_no', reason: 'labelledClaimNumber' };
    if (customer.test(before)) return { ...place, type: 'customer_no', reason: 'labelledCustomerNumber' };
    return { ...place, type: 'policy_no', reason: 'labelledPolicyNumber' };
  });
}
