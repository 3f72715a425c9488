import type { Finding } from '../finding.ts';
import { calledNames } from './calledNames.rules.ts';
import type { Candidate, NameReading } from './candidate.ts';
import { eachFeature, type TokenEdges, tokenEdges } from './features.rules.ts';
import { kanaCandidates } from './kanaNames.rules.ts';
import { kanjiCandidates } from './kanjiNames.rules.ts';
import { katakanaCandidates } from './katakanaNames.rules.ts';
import { latinCandidates } from './latinNames.rules.ts';
import { spacedNames } from './spacedNames.rules.ts';
import { spelledNames } from './spelledNames.rules.ts';
import { wholeNames } from './wholeNames.rules.ts';

/** From this score on a candidate is a finding: a miss is a leak, a false hit costs a press. */
const threshold = -2.6;
/** From this score on a candidate becomes a finding beside a sure one. */
const likely = -3.6;

/** A candidate with the sum of all that speaks for and against it: the logarithm of its odds. */
type Judged = Candidate & { score: number };

/** Names of people in a text, in offsets of that text. */
export function findNames(reading: NameReading): Finding[] {
  const edges = tokenEdges(reading);
  const judged = nameCandidates(reading).map((one) => ({ ...one, score: scoreOf(one, reading, edges) }));
  const sure = withNeighbours(reading.text, judged).filter((one) => one.score >= threshold);
  const whole = withGivenNames(reading, withoutOverlaps(sure));
  return joined(reading.text, wholeNames(reading, whole)).map((one) => ({
    type: 'name',
    start: one.start,
    end: one.end,
    reason: one.reason,
    confidence: 1 / (1 + Math.exp(-one.score)),
  }));
}

/** Everything that may be a name, by whatever rule. */
export function nameCandidates(reading: NameReading): Candidate[] {
  const known = [
    ...kanjiCandidates(reading),
    ...katakanaCandidates(reading),
    ...latinCandidates(reading),
    ...kanaCandidates(reading),
    ...spelledNames(reading),
    ...spacedNames(reading),
  ];
  return [...known, ...calledNames(reading, known)];
}

/** Rules that say so little end far below the threshold: their features need no look. */
const hopeless = -0.5;

function scoreOf(one: Candidate, reading: NameReading, edges: TokenEdges): number {
  if (one.shape + one.before + one.after < hopeless) return Number.NEGATIVE_INFINITY;
  const { nameWeights } = reading.lists;
  let score = 0;
  eachFeature(one, reading, edges, (family, value, amount) => {
    score += (nameWeights.get(family)?.get(value) ?? 0) * amount;
  });
  return score;
}

/** Titles and what else may stand behind a surname, read as kanji that are no given name. */
const noGivenName = /[様氏殿君家宅邸側方組店社部課長係主役員町市区村駅名姓製作業工号番分線川山]$/;

/**
 * 鈴木俊汰: behind a surname kanji that the analyser takes apart are a given name that no list has. Half of a name
 * hides nobody.
 */
function withGivenNames({ text, tokens, lists }: NameReading, names: readonly Judged[]): Judged[] {
  return names.map((one, index) => {
    const run = /^[\u3400-\u9fff々]{2,3}(?![\u3400-\u9fff々])/.exec(text.slice(one.end, one.end + 4))?.[0];
    if (!run || noGivenName.test(run) || !lists.surnames.has(text.slice(one.start, one.end))) return one;
    const end = one.end + run.length;
    if ((names[index + 1]?.start ?? end) < end) return one;
    const parts = tokens.filter((token) => token.start >= one.end && token.end <= end);
    const isTakenApart = parts.length > 1 && parts.every(({ surface }) => surface.length === 1);
    const isNamePart = parts.every(
      ({ pos, detail }) => pos === '名詞' && detail[0] !== '接尾' && detail[0] !== '数',
    );
    return isTakenApart && isNamePart ? { ...one, end } : one;
  });
}

/** What stands between two parts of a name, or between two names of a list. */
const joint = /^(?:[ 　・=＝]|[、,/→&と]|や|\(\S{1,8}\)、)$/;

/** Names come in lists and in parts: beside a sure one a likely one is surer. */
function withNeighbours(text: string, candidates: readonly Judged[]): Judged[] {
  const sure = candidates.filter((one) => one.score >= threshold);
  const starts = new Set(sure.map((one) => one.start));
  const ends = new Set(sure.map((one) => one.end));
  return candidates.map((one) => {
    if (one.score >= threshold || one.score < likely) return one;
    const next = [1, 2].some(
      (gap) => starts.has(one.end + gap) && joint.test(text.slice(one.end, one.end + gap)),
    );
    const last = [1, 2].some(
      (gap) => ends.has(one.start - gap) && joint.test(text.slice(one.start - gap, one.start)),
    );
    return next || last ? { ...one, score: one.score + 1 } : one;
  });
}

/** Of candidates that overlap the surer one stays; of two equally sure ones the longer. */
function withoutOverlaps(candidates: readonly Judged[]): Judged[] {
  const ranked = [...candidates].sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: Judged[] = [];
  const taken = new Set<number>();
  for (const one of ranked) {
    if (rangeOf(one).some((at) => taken.has(at))) continue;
    for (const at of rangeOf(one)) taken.add(at);
    kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** 小泉 泉, アン・ソヨン: two parts with a space or a dot between them are one name. */
function joined(text: string, names: readonly Judged[]): Judged[] {
  const all: Judged[] = [];
  for (const one of names) {
    const last = all.at(-1);
    if (last && one.start - last.end === 1 && /[ ・=]/.test(text[last.end] ?? '')) {
      all[all.length - 1] = { ...last, end: one.end, score: Math.max(last.score, one.score) };
    } else all.push(one);
  }
  return all;
}

function rangeOf({ start, end }: Candidate): number[] {
  return Array.from({ length: end - start }, (_, index) => start + index);
}
