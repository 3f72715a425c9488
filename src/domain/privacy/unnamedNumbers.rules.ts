import type { Finding, PersonalDataType } from './finding.ts';
import { isCalledImpersonal, type NumberInText } from './numberContext.rules.ts';
import type { LabelKind } from './numberLabels.ts';
import { isPartOfNumber } from './numberParts.rules.ts';
import { isAmount, isBlank, isDate, isDecimal } from './numberShapes.rules.ts';

/** Fewer digits are a count or a year more often than a piece of somebody's number. */
const fewestDigits = 4;
/** As long as a contract is spoken of, a piece may be shorter. */
const fewestNamed = 3;
/** Digits that are written 0–9 without groups are amounts and model numbers up to here. */
const fewestAsciiDigits = 5;
/** 429, 412: groups with nothing but pauses between them are two numbers up to here. */
const fewestAsciiListed = 6;
/** Words at which numbers are never a person's. */
const impersonalAfter =
  /^[」)]?(?:という|っていう|って|の)?(?:型|モデル|シリーズ|形|番台|サイズ|タイプ|系|規格|年式|番ゲート|便|系統|グレード|エンジン)/;

/** So near behind a piece stands what corrects it. */
const partReach = 14;
const contractKinds: ReadonlySet<LabelKind> = new Set([
  'policy_no',
  'claim_no',
  'customer_no',
  'bank',
  'card',
]);
/** The police, the fire brigade, the time, the weather: numbers that everybody calls. */
const everybodys = /^(?:1(?:04|1[0345679]|36|71|77|8[4689])|[89]110|7119|8000)$/;
/** How the pieces of a number that goes on in a new clause are told of. */
const pieceReason = 'numberContinued';

/**
 * Pieces that go on with a number that was found, or correct it: 「〇三の一九、ちゃうわ、一七八四」「それで下が二二九六」.
 *
 * @param numbers in the order of the text
 * @param found findings in the order of the text, without overlaps
 */
export function continuedNumbers(
  text: string,
  numbers: readonly NumberInText[],
  found: readonly Finding[],
): Finding[] {
  const typeOf = typesOfRuns(numbers, found);
  const pieces: Finding[] = [];
  const inherit = (to: number, from: number) => {
    const number = numbers[to];
    const type = typeOf[from];
    if (!number || !type || typeOf[to] || !isPiece(text, number, numbers[Math.max(to, from)])) return;
    typeOf[to] = type;
    pieces.push({ type, start: number.run.start, end: number.run.end, reason: pieceReason, confidence: 0.5 });
  };
  for (let index = 1; index < numbers.length; index += 1) inherit(index, index - 1);
  for (let index = numbers.length - 2; index >= 0; index -= 1) inherit(index, index + 1);
  return pieces;
}

/**
 * Numbers that no rule has named but that look read out: four digits or more, without counter, currency or date.
 * The nearest word in the text decides what they are called; without one they are phone or contract numbers.
 */
export function unnamedNumbers(
  text: string,
  numbers: readonly NumberInText[],
  found: readonly Finding[],
): Finding[] {
  const typeOf = typesOfRuns(numbers, found);
  const firsts = firstFindings(numbers, found);
  return numbers.flatMap((number, index) => {
    if (typeOf[index] && !hasOpenGroup(number, found, firsts[index] ?? 0)) return [];
    const isPiece = isNamedPart(text, number) || isOtherPart(text, number, numbers[index - 1]);
    if (!isPiece && !looksReadOut(number) && !isReadOutInPieces(text, numbers, index)) return [];
    const { start, end, digits } = number.run;
    const label = number.labels.find(({ kind }) => kind !== 'notPersonal')?.kind as
      | PersonalDataType
      | undefined;
    const type = label ?? (/^0\d{9,10}$|^0[5-9]0\d{3,8}$/.test(digits) ? 'phone' : 'policy_no');
    return [{ type, start, end, reason: 'unnamedNumber', confidence: 0.35 }];
  });
}

/** Whether nothing but a clause or a correction stands between this number and its neighbour. */
function isPiece(text: string, { run, unit }: NumberInText, later: NumberInText | undefined): boolean {
  const link = later?.run.link ?? 'none';
  if (link === 'none' || unit || isDate(run) || isAmount(run) || isDecimal(run) || run.positional)
    return false;
  return (
    link === 'correction' ||
    run.digits.length >= 2 ||
    (link === 'next' && !/[一-龠]/.test(text.charAt(run.end)) && isPartOfNumber(text, run.start))
  );
}

/** 「末尾が8814」「下四桁は〇〇一二」: said to be a piece, so it is one, whatever of. */
function isNamedPart(text: string, number: NumberInText): boolean {
  const { run, unit } = number;
  const { length } = run.digits;
  if (unit || length < 3 || length > 8 || isAmount(run) || isDecimal(run) || run.positional) return false;
  return isPartOfNumber(text, run.start) && !isCalledImpersonal(number);
}

/** 「最後が5020やけど、登録は5002に」: as long as the piece before it, which it corrects. */
function isOtherPart(text: string, number: NumberInText, before: NumberInText | undefined): boolean {
  if (!before || number.unit || number.run.digits.length !== before.run.digits.length) return false;
  const between = text.slice(before.run.end, number.run.start);
  const isCorrected = /けど|けれど|じゃな|ではな|やな|ですが|から|違|登録|正し|→/.test(between);
  return between.length <= partReach && isCorrected && isNamedPart(text, before);
}

/** 「8831の下が2076の5」: pieces that go on with one another are long enough together. */
function isReadOutInPieces(text: string, numbers: readonly NumberInText[], index: number): boolean {
  return [index - 1, index].some((first) => {
    const one = numbers[first];
    const next = numbers[first + 1];
    if (!one || !next || next.run.link !== 'next') return false;
    const pieces = [one, next];
    return (
      pieces.every(
        (piece) => piece.run.digits.length >= 3 && isPiece(text, piece, next) && !isCalledImpersonal(piece),
      ) && one.run.digits.length + next.run.digits.length >= fewestAsciiListed
    );
  });
}

function looksReadOut(number: NumberInText): boolean {
  const { run, unit } = number;
  const isNamed = number.labels.some(({ kind }) => contractKinds.has(kind));
  if (
    unit ||
    run.digits.length < (isNamed ? fewestNamed : fewestDigits) ||
    isAmount(run) ||
    isDate(run) ||
    isDecimal(run)
  )
    return false;
  if (isBlank(run) || isCalledImpersonal(number) || run.positional || everybodys.test(run.digits))
    return false;
  if (!run.ascii) return true;
  const letters = run.code.length - run.digits.length;
  if (isDigitByDigit(run.groups)) return true;
  if (run.groups.length > 1) {
    // Only a dash says that the groups are one number.
    const fewest = run.gaps.includes('dash') ? fewestAsciiDigits : fewestAsciiListed;
    return run.digits.length >= fewest && run.gaps.every((gap) => gap !== 'slash' && gap !== 'dot');
  }
  return run.digits.length >= (letters > 0 ? fewestAsciiDigits - 1 : fewestAsciiDigits);
}

/** A 0 0 7 1 9 2: nobody writes an amount so; 1 2 3 4 5 is a list. */
function isDigitByDigit(groups: NumberInText['run']['groups']): boolean {
  const code = groups.map((group) => group.code).join('');
  return groups.length >= 5 && code.length === groups.length && !'123456789'.includes(code);
}

/** For each number the type of the finding that it lies in. */
function typesOfRuns(
  numbers: readonly NumberInText[],
  found: readonly Finding[],
): (PersonalDataType | undefined)[] {
  const firsts = firstFindings(numbers, found);
  return numbers.map(({ run }, index) => {
    const finding = found[firsts[index] ?? found.length];
    return finding && finding.start < run.end ? finding.type : undefined;
  });
}

/** For each number the place, among the findings, of the first that does not end before it. */
function firstFindings(numbers: readonly NumberInText[], found: readonly Finding[]): number[] {
  let at = 0;
  return numbers.map(({ run }) => {
    while ((found[at]?.end ?? Number.POSITIVE_INFINITY) <= run.start) at += 1;
    return at;
  });
}

/**
 * Whether a finding covers only a part of a number: of 「一五〇、〇〇〇〇、三丁目」 an address may have taken the end, and
 * the beginning of the postcode would leak.
 */
function hasOpenGroup({ run }: NumberInText, found: readonly Finding[], first: number): boolean {
  let at = first;
  return run.groups.some((group) => {
    while ((found[at]?.end ?? Number.POSITIVE_INFINITY) <= group.start) at += 1;
    const finding = found[at];
    return !finding || finding.start > group.start || finding.end < group.end;
  });
}

/** Whether what follows the number says that it is a model, a size or a flight: 四五〇〇型, 八〇〇〇系. */
export function isModel(text: string, { run }: NumberInText): boolean {
  return impersonalAfter.test(text.slice(run.end, run.end + 12));
}
