import { type DigitRun, digitRuns } from './digitRuns.rules.ts';
import { isNumberOfThing } from './impersonalNumbers.rules.ts';
import { type LabelKind, numberLabels } from './numberLabels.ts';
import { hasUnit, withoutCounted } from './numberShapes.rules.ts';

/** A word near a number that says what the number is. */
export interface NearLabel {
  kind: LabelKind;
  sure: boolean;
  /** Characters between the label and the number, and more where it stands after it or in another sentence. */
  distance: number;
}

/** A number and the words around it that may say what it is, the nearest first. */
export interface NumberInText {
  run: DigitRun;
  labels: readonly NearLabel[];
  /** A counter, a currency or an era stands directly at it: 円, 件, 時, 第. */
  unit: boolean;
}

const reachBefore = 48;
const reachAfter = 18;
/** A label after the number is rarer; one in the sentence before counts, if nothing nearer does. */
const afterPenalty = 8;
const sentencePenalty = 12;

const labelOf = new Map<string, { kind: LabelKind; sure: boolean }>();
for (const [kind, { sure, likely }] of Object.entries(numberLabels) as [
  LabelKind,
  { sure: readonly string[]; likely: readonly string[] },
][]) {
  for (const word of likely) labelOf.set(word, { kind, sure: false });
  for (const word of sure) labelOf.set(word, { kind, sure: true });
}

const alternatives = [...labelOf.keys()].sort((a, b) => b.length - a.length);
const longestLabel = Math.max(...alternatives.map(({ length }) => length));
/** The first characters stand in front, because most places of a text can start no label. */
const firstCharacters = [...new Set(alternatives.map((word) => word.charAt(0)))].join('');
const labelPattern = new RegExp(`(?=[${firstCharacters}])(?:${alternatives.join('|')})`, 'g');

/**
 * All numbers of a text with what the words around say about them.
 *
 * @param text in normal form
 */
export function numbersInText(text: string): NumberInText[] {
  const runs = digitRuns(text).map((run) => withoutCounted(text, run));
  if (runs.length === 0) return [];
  const found = labelsIn(text, runs);
  let first = 0;
  return runs.map((run) => {
    while ((found[first]?.end ?? Number.POSITIVE_INFINITY) < run.start - reachBefore) first += 1;
    const labels: NearLabel[] = [];
    for (let index = first; index < found.length; index += 1) {
      const label = found[index];
      if (!label || label.start > run.end + reachAfter) break;
      const distance = distanceTo(text, run, label);
      if (distance !== undefined) labels.push({ kind: label.kind, sure: label.sure, distance });
    }
    labels.sort((a, b) => a.distance - b.distance);
    if (isNumberOfThing(text, run.start, run.end))
      labels.unshift({ kind: 'notPersonal', sure: true, distance: 0 });
    return { run, labels, unit: hasUnit(text, run) };
  });
}

/** How near a label of this kind is, or undefined where none is or a nearer one says it is nothing personal. */
export function labelFor(
  number: NumberInText,
  kind: LabelKind,
  reach: { sure: number; likely: number },
): { sure: boolean; rank: number; distance: number } | undefined {
  let rank = 0;
  const seen = new Set<LabelKind>();
  for (const label of number.labels) {
    if (label.kind === 'notPersonal' && label.sure) return undefined;
    if (label.kind === kind && label.distance <= (label.sure ? reach.sure : reach.likely)) {
      return { sure: label.sure, rank, distance: label.distance };
    }
    if (!seen.has(label.kind)) rank += 1;
    seen.add(label.kind);
  }
  return undefined;
}

/** Whether the nearest word that says anything says that this is no person's number: a model, a form, a hotline. */
export function isCalledImpersonal(number: NumberInText): boolean {
  return number.labels[0]?.kind === 'notPersonal';
}

interface FoundLabel {
  kind: LabelKind;
  sure: boolean;
  start: number;
  end: number;
}

/** The labels of the stretches around the numbers; the rest of the text is not read. */
function labelsIn(text: string, runs: readonly DigitRun[]): FoundLabel[] {
  const found: FoundLabel[] = [];
  let readUpTo = 0;
  for (const run of runs) {
    const until = run.end + reachAfter;
    if (until <= readUpTo) continue;
    const from = Math.max(readUpTo, run.start - reachBefore);
    // A slice, because a search in the whole text would run to its end where no label follows.
    for (const match of text.slice(from, until + longestLabel).matchAll(labelPattern)) {
      const label = labelOf.get(match[0]);
      const start = from + match.index;
      if (start >= until) break;
      if (label) found.push({ ...label, start, end: start + match[0].length });
    }
    readUpTo = Math.max(readUpTo, until);
  }
  return found;
}

function distanceTo(text: string, run: DigitRun, label: FoundLabel): number | undefined {
  if (label.end <= run.start) {
    const between = text.slice(label.end, run.start);
    if (between.length > reachBefore) return undefined;
    return between.length + sentencePenalty * (between.split(/[。\n?]/).length - 1);
  }
  if (label.start < run.end) return undefined;
  const between = text.slice(run.end, label.start);
  // What follows a pause belongs to the number after it: 「一二三四、証券番号は五六七八」.
  if (between.length > reachAfter || /[、。,\n?]/.test(between)) return undefined;
  return between.length + afterPenalty;
}
