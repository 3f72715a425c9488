import { isWeakDigit, withoutWords } from './digitEdges.rules.ts';
import { type DigitToken, digitTokens } from './digitTokens.rules.ts';
import { type Gap, gapBetween, type Link, linkBetween } from './numberGaps.rules.ts';

/** Digits (and letters of a code) that stand together, as in 090-1234 or エーケーの三三. */
export interface DigitGroup {
  start: number;
  end: number;
  /** ASCII digits and capitals in their order: K708. */
  code: string;
}

/** One number as people write or say it: groups of digits and what stands between them. */
export interface DigitRun {
  start: number;
  end: number;
  /** All digits in ASCII, without letters. */
  digits: string;
  /** All digits and letters in ASCII capitals. */
  code: string;
  groups: DigitGroup[];
  /** `gaps[i]` stands between `groups[i]` and `groups[i + 1]`. */
  gaps: Gap[];
  /** 二十, 三百: read as a value, not digit by digit. Phones and contract numbers seldom are. */
  positional: boolean;
  /** Written with the digits 0–9 alone. Such numbers are oftener amounts and years than spoken ones are. */
  ascii: boolean;
  /** How it follows from the run before it. */
  link: Link;
}

/** A run is cut after so many pieces: 100,000 digits with pauses would otherwise be read again and again. */
const longestRun = 64;

/** A postcode and a landline number together have more digits; fewer are not cut. */
const fewestOfTwo = 12;

/** Without a written digit so many spoken ones make a number: fewer are words, as in にさん. */
const fewestSpoken = 3;

/**
 * Reads the numbers of a text, however they are written: 090-1234-5678, 〇九〇の、えーと、一二三四, ゼロキュウゼロ,
 * ジェイ二二〇. Also single digits come back; what a number means is decided by the rules that read them.
 *
 * @param text in normal form
 */
export function digitRuns(text: string): DigitRun[] {
  const tokens = digitTokens(text);
  const runs: DigitRun[] = [];
  for (let index = 0; index < tokens.length; ) {
    const { taken, next } = takeTokens(text, tokens, index);
    for (const part of splitNumbers(text, taken)) {
      const previous = runs.at(-1);
      const link = previous ? linkBetween(text, previous.end, part[0]?.start ?? 0) : 'none';
      const run = asRun(text, part, link);
      if (run) runs.push(run);
    }
    index = next;
  }
  return runs;
}

/** The tokens from `index` on that belong together, without words at either end that are no digits. */
function takeTokens(text: string, tokens: readonly DigitToken[], index: number) {
  const taken: DigitToken[] = [];
  let next = index;
  for (; next < tokens.length && taken.length < longestRun; next += 1) {
    const token = tokens[next];
    const last = taken.at(-1);
    if (!token) break;
    const gap = last && gapBetween(text, last.end, token.start);
    if (last && !gap) break;
    if (token.kind === 'weak' && !isWeakDigit(text, token, last, gap, tokens[next + 1])) {
      if (last) break;
      continue;
    }
    // "ID 4411" and "C 200" are a word and a number, "C-200" is a code.
    const onlyLetters = taken.every(({ kind }) => kind === 'letter');
    const ascii = /[A-Za-z]/.test(text.charAt(token.start));
    if (last && token.kind === 'letter' && ascii && token.start - last.end > (gap === 'space' ? 0 : 1)) break;
    const isLead = last?.kind === 'letter' && onlyLetters;
    const isApart =
      gap === 'space'
        ? !isReadOut(text, token.start)
        : last && /[()./ ]/.test(text.slice(last.end, token.start));
    if (isLead && isApart) break;
    // 「3番地3(W26-0311-7)」, 「12-05、14:30」: a bracket before letters and a clock begin something else.
    if (last && (isBracketedCode(text, token, last) || isClock(text, token, gap))) break;
    // A5520013/0558-00-0127: a slash between long numbers parts them.
    if (last && gap === 'slash' && Math.max(last.digits.length, token.digits.length) > 4) break;
    taken.push(token);
  }
  return { taken: withoutWords(text, taken), next: Math.max(next, index + 1) };
}

/**
 * Cuts what is two numbers said in one breath: 〇六〇の〇〇〇〇、〇九〇の一二三四の五六七八 is a postcode and a phone
 * number. A phone number that is complete ends, and a new one begins at its 〇九〇.
 */
function splitNumbers(text: string, tokens: DigitToken[]): DigitToken[][] {
  const total = tokens.reduce((sum, token) => sum + token.digits.length, 0);
  if (total < fewestOfTwo) return [tokens];
  const parts: DigitToken[][] = [];
  let part: DigitToken[] = [];
  let digits = '';
  for (const [index, token] of tokens.entries()) {
    const last = part.at(-1);
    const gap = last && gapBetween(text, last.end, token.start);
    const isPause = gap !== undefined && gap !== 'direct' && gap !== 'dash' && gap !== 'dot';
    const isNewPhone =
      (digits.length >= 5 && /^0[5-9]0/.test(token.digits) && digitsFrom(tokens, index) >= 11) ||
      (gap === 'pause' && /^0[1-9]/.test(token.digits) && digitsFrom(tokens, index) === 10);
    if (last && isPause && (isNewPhone || isComplete(digits))) {
      parts.push(part);
      part = [];
      digits = '';
    }
    part.push(token);
    digits += token.digits;
  }
  return part.length > 0 ? [...parts, part] : parts;
}

function isBracketedCode(text: string, token: DigitToken, last: DigitToken): boolean {
  return token.kind === 'letter' && text.slice(last.end, token.start).includes('(');
}

/** A 0 0 7 1: single digits with spaces between them are read out with the letter before them. */
function isReadOut(text: string, start: number): boolean {
  return /^(?:[0-9] ){3}[0-9](?![0-9])/.test(text.slice(start, start + 8));
}

function isClock(text: string, token: DigitToken, gap: Gap | undefined): boolean {
  return gap !== 'direct' && text.charAt(token.end) === ':' && /[0-9]/.test(text.charAt(token.end + 1));
}

/** A phone number with its area code, or the sixteen digits of a card. */
function isComplete(digits: string): boolean {
  return /^0[5-9]0\d{8}$|^0[1-9]\d{8}$/.test(digits)
    ? !/^0[5-9]0\d{7}$/.test(digits)
    : /^[3-6]\d{15}$/.test(digits);
}

/** How many digits follow from `index` on, as far as two phone numbers could need. */
function digitsFrom(tokens: readonly DigitToken[], index: number): number {
  let digits = 0;
  for (let at = index; at < tokens.length && digits < 20; at += 1) digits += tokens[at]?.digits.length ?? 0;
  return digits;
}

function asRun(text: string, tokens: readonly DigitToken[], link: Link): DigitRun | undefined {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return undefined;
  const digits = tokens.map((token) => token.digits).join('');
  // ぜろが四つ is one word and four digits.
  const spoken = tokens.reduce((sum, { kind, digits }) => sum + (kind === 'spoken' ? digits.length : 0), 0);
  const written = tokens.some(({ kind }) => kind === 'written' || kind === 'positional');
  if (digits === '' || (!written && spoken < fewestSpoken)) return undefined;
  const groups: DigitGroup[] = [];
  const gaps: Gap[] = [];
  for (const token of tokens) {
    const group = groups.at(-1);
    const gap = group && gapBetween(text, group.end, token.start);
    const code = token.digits || token.letters;
    if (group && gap === 'direct') {
      group.end = token.end;
      group.code += code;
      continue;
    }
    if (gap) gaps.push(gap);
    groups.push({ start: token.start, end: token.end, code });
  }
  return {
    start: first.start,
    end: last.end,
    digits,
    code: groups.map((group) => group.code).join(''),
    groups,
    gaps,
    positional: tokens.some(({ kind }) => kind === 'positional'),
    ascii: tokens.every((token) => /^[0-9A-Za-z]/.test(text.charAt(token.start))),
    link,
  };
}
