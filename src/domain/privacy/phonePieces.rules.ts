import type { Finding } from './finding.ts';
import type { NumberInText } from './numberContext.rules.ts';
import { isDate } from './numberShapes.rules.ts';

/** 〇八〇、それから〇〇〇〇、でー、四四の三一: more pieces than four nobody makes of a number. */
const mostPieces = 4;
/** More words between two pieces are other talk. */
const longestTalk = 20;
/** A landline begins like many numbers: less may stand between its pieces. */
const shortTalk = 8;
/** Mobile and IP numbers, and landlines with their area code (Ministry of Internal Affairs, numbering plan). */
const mobile = /^0[5-9]0\d{8}$/;
const landline = /^0[1-9]\d{8}$/;
const mobileBeginning = /^0[5-9]0/;
const beginning = /^0[1-9]\d{0,5}$/;

/**
 * Phone numbers whose pieces stand apart with talk between them and no word that names them: together they have
 * to be a whole number, which amounts and dates hardly ever are by chance.
 *
 * @param numbers in the order of the text
 */
export function phonePieces(text: string, numbers: readonly NumberInText[]): Finding[] {
  const found: Finding[] = [];
  for (let index = 0; index < numbers.length; index += 1) {
    const pieces = piecesFrom(text, numbers, index);
    for (const { run } of pieces) {
      found.push({
        type: 'phone',
        start: run.start,
        end: run.end,
        reason: 'phoneInParts',
        confidence: 0.75,
      });
    }
    index += Math.max(0, pieces.length - 1);
  }
  return found;
}

/** The numbers from `index` on that make one phone number, or none. */
function piecesFrom(text: string, numbers: readonly NumberInText[], index: number): NumberInText[] {
  const first = numbers[index];
  if (!first || !beginning.test(first.run.digits) || !isPiece(first)) return [];
  const isMobile = mobileBeginning.test(first.run.digits);
  const pieces = [first];
  let { digits, end } = first.run;
  while (pieces.length < mostPieces) {
    const next = numbers[index + pieces.length];
    if (!next || !isPiece(next) || next.run.start - end > longestTalk) return [];
    // A landline begins with too many numbers: its pieces have to follow without other talk.
    if (!isMobile && next.run.link === 'none' && next.run.start - end > shortTalk) return [];
    if (/\n/.test(text.slice(end, next.run.start))) return [];
    pieces.push(next);
    digits += next.run.digits;
    end = next.run.end;
    if ((isMobile ? mobile : landline).test(digits)) return pieces;
    if (digits.length > 10) return [];
  }
  return [];
}

function isPiece({ run, unit }: NumberInText): boolean {
  return !unit && run.code === run.digits && run.digits.length <= 8 && !isDate(run);
}
