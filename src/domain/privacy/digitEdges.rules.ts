import type { DigitToken } from './digitTokens.rules.ts';
import { type Gap, gapBetween } from './numberGaps.rules.ts';

/** Hiragana after which a spoken digit can begin: 番号はまる八 but not 決まる八. */
const particlesBefore = new Set([...'はがのでをにもとやねよへ']);
/** Kanji after which まる or いち can begin a number: 番号まる八, but not 止まる. */
const kanjiBefore = new Set([...'番号話帯宅']);

/**
 * Whether a word of one syllable is a digit: に between 一、 and 、三 is one, in 一に三 it is a particle.
 *
 * @param last the token before it in the same number
 * @param following the next token of the text
 */
export function isWeakDigit(
  text: string,
  token: DigitToken,
  last: DigitToken | undefined,
  gapBefore: Gap | undefined,
  following: DigitToken | undefined,
): boolean {
  const spokenBefore = last !== undefined && (last.kind === 'spoken' || last.kind === 'weak');
  const pausedBefore = gapBefore !== undefined && gapBefore !== 'direct';
  if (last === undefined && !particlesBefore.has(text.charAt(token.start - 1))) return false;
  const gapAfter = following && gapBetween(text, token.end, following.start);
  const spokenNext = following?.kind === 'spoken' || following?.kind === 'weak';
  const spokenAfter = spokenNext && gapAfter === 'direct';
  if (last === undefined) return spokenNext && gapAfter !== undefined;
  if (gapAfter === 'direct') return spokenBefore || spokenAfter;
  if (gapAfter !== undefined) return spokenBefore || pausedBefore;
  // ゴ is no particle as ご is none and に is.
  if (spokenBefore && gapBefore === 'direct' && /[ァ-ヴ]/.test(text.charAt(token.start)))
    return !/[ァ-ヴー]/.test(text.charAt(token.end));
  return (
    spokenBefore &&
    (pausedBefore || gapBefore === 'direct') &&
    /^(?:$|[で、。\n]|[のをが](?![ぁ-ん])|って|っす|や[でねろ、。]|だ[ねよっと])/.test(
      text.slice(token.end, token.end + 2),
    )
  );
}

/** The tokens of a number without words at either end that only look like digits: the まる of 止まる. */
export function withoutWords(text: string, tokens: DigitToken[]): DigitToken[] {
  let from = 0;
  let to = tokens.length;
  while (from < to && !canBegin(text, tokens[from]) && !isReadOut(text, tokens, from, 1)) from += 1;
  while (to > from && !canEnd(text, tokens[to - 1], tokens[to - 2]) && !isReadOut(text, tokens, to - 1, -1))
    to -= 1;
  return tokens.slice(from, to);
}

/** So many digits in kana without anything between them are no word, whatever stands beside them. */
const fewestReadOut = 4;

/** Whether a chain of spoken digits begins (`step` 1) or ends (`step` -1) at `index`: 本店いちまるきゅうはち. */
function isReadOut(text: string, tokens: readonly DigitToken[], index: number, step: 1 | -1): boolean {
  const edge = tokens[index];
  if (!edge || edge.kind === 'letter') return false;
  // The sound before or behind a katakana word may make another word of it.
  const beside = text.charAt(step === 1 ? edge.start - 1 : edge.end);
  if (/[ァ-ヴー]/.test(text.charAt(edge.start)) && /[ァ-ヴー]/.test(beside)) return false;
  let length = 1;
  for (let at = index; length < fewestReadOut; at += step) {
    const one = tokens[at];
    const next = tokens[at + step];
    if (!one || !next || (next.kind !== 'spoken' && next.kind !== 'weak')) return false;
    if (step === 1 ? one.end !== next.start : next.end !== one.start) return false;
    length += 1;
  }
  return true;
}

function canBegin(text: string, token: DigitToken | undefined): boolean {
  if (!token || token.kind === 'written' || token.kind === 'positional') return true;
  const before = text.charAt(token.start - 1);
  const first = text.charAt(token.start);
  // The long vowel of えーエー belongs to the hiragana before it, that of パーティー to the katakana.
  if (/[ァ-ヴー]/.test(first)) {
    if (text.slice(Math.max(0, token.start - 4), token.start) === 'ナンバー') return true;
    const sign = before === 'ー' ? text.charAt(token.start - 2) : before;
    return !/[ァ-ヴー]/.test(sign);
  }
  if (/[A-Za-z]/.test(first)) {
    return (
      !/[A-Za-z@._]/.test(before) ||
      /(?:No|NO|no)\.$/.test(text.slice(Math.max(0, token.start - 3), token.start))
    );
  }
  if (/[ぁ-ん]/.test(before)) return particlesBefore.has(before);
  return !/[一-龠々]/.test(before) || kanjiBefore.has(before);
}

function canEnd(text: string, token: DigitToken | undefined, before: DigitToken | undefined): boolean {
  if (!token || token.kind === 'written' || token.kind === 'positional') return true;
  const after = text.charAt(token.end);
  const first = text.charAt(token.start);
  if (/[ァ-ヴー]/.test(first)) return !/[ァ-ヴ]/.test(after);
  if (/[A-Za-z]/.test(first)) return !/[A-Za-z@]/.test(after);
  // 二二九六さん is somebody, ゼロ二二さん is a digit.
  if (token.letters || token.digits !== '3')
    return (
      !/[ぁ-ん]/.test(after) ||
      /^(?:[でねはがのにをとやっ]|まで|から)/.test(text.slice(token.end, token.end + 2))
    );
  return before?.end !== token.start || before.kind === 'spoken' || before.kind === 'weak';
}
