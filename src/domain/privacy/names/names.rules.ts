import type { Finding } from '../finding.ts';
import type { Candidate, NameReading } from './candidate.ts';
import { kanaCandidates } from './kanaNames.rules.ts';
import { kanjiCandidates } from './kanjiNames.rules.ts';
import { katakanaCandidates } from './katakanaNames.rules.ts';
import { latinCandidates } from './latinNames.rules.ts';
import { spacedNames } from './spacedNames.rules.ts';
import { spelledNames } from './spelledNames.rules.ts';

/** From this score on a candidate is a finding: a miss is a leak, a false hit costs a press. */
const threshold = 1.5;
/** From this score on a candidate becomes a finding beside a sure one. */
const likely = 1;

/** Names of people in a text, in offsets of that text. */
export function findNames(reading: NameReading): Finding[] {
  const candidates = withNeighbours(reading.text, [
    ...kanjiCandidates(reading),
    ...katakanaCandidates(reading),
    ...latinCandidates(reading),
    ...kanaCandidates(reading),
    ...spelledNames(reading),
    ...spacedNames(reading),
  ]);
  return joined(reading.text, withoutOverlaps(candidates.filter((one) => one.score >= threshold))).map(
    (one) => ({
      type: 'name',
      start: one.start,
      end: one.end,
      reason: one.reason,
      confidence: Math.min(1, 0.4 + (one.score - threshold) / 5),
    }),
  );
}

/** What stands between two parts of a name, or between two names of a list. */
const joint = /^(?:[ 　・=＝]|[、,/→&と]|や|\(\S{1,8}\)、)$/;

/** Names come in lists and in parts: beside a sure one a likely one is surer. */
function withNeighbours(text: string, candidates: readonly Candidate[]): Candidate[] {
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
function withoutOverlaps(candidates: readonly Candidate[]): Candidate[] {
  const ranked = [...candidates].sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  );
  const kept: Candidate[] = [];
  const taken = new Set<number>();
  for (const one of ranked) {
    if (rangeOf(one).some((at) => taken.has(at))) continue;
    for (const at of rangeOf(one)) taken.add(at);
    kept.push(one);
  }
  return kept.sort((a, b) => a.start - b.start);
}

/** 小泉 泉, アン・ソヨン: two parts with a space or a dot between them are one name. */
function joined(text: string, names: readonly Candidate[]): Candidate[] {
  const all: Candidate[] = [];
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
