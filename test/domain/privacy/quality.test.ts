import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { evaluate, type Labelled } from '../../../scripts/pii/evaluate.ts';
import { loadDetect } from '../../../src/domain/privacy/index.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';

/** Signs and writing aside, so that a full stop more does not make another sentence of it. */
function plainSentences(pattern: string): string[] {
  return globSync(join(import.meta.dirname, 'sentences', pattern))
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => (JSON.parse(line) as Labelled).text.normalize('NFKC').replace(/[\s、。,.!?「」]/g, ''));
}

const detect = loadDetect(defaultSettings().privacy);

function figuresOf(set: string) {
  const lines = readFileSync(join(import.meta.dirname, `sentences/${set}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  const { byType, health } = evaluate(
    detect,
    lines.map((line) => JSON.parse(line) as Labelled),
  );
  const all = byType.find(({ type }) => type === 'all');
  return { recall: all?.recall ?? 0, precision: all?.precision ?? 0, health };
}

/** What was reached: who changes a rule sees here what it cost. Only figures, never a sentence of the set kept aside. */
describe('how much the detector finds, and how often it is right', () => {
  it.each([
    // Learned from, or looked at while rules were written.
    { set: 'written-first', recall: 0.98, precision: 0.91, flagged: 0.97, falseShare: 0.01 },
    { set: 'written-fourth', recall: 0.97, precision: 0.84, flagged: 0.97, falseShare: 0.02 },
    { set: 'written-eighth', recall: 0.96, precision: 0.79, flagged: 0.97, falseShare: 0.02 },
    { set: 'written-thirteenth', recall: 0.96, precision: 0.93, flagged: 0.97, falseShare: 0.01 },
    // Kept aside: what may be expected of sentences that nobody has seen.
    { set: 'kept-aside', recall: 0.96, precision: 0.8, flagged: 0.95, falseShare: 0.035 },
    { set: 'kept-aside-second', recall: 0.94, precision: 0.83, flagged: 0.93, falseShare: 0.04 },
    { set: 'kept-aside-third', recall: 0.935, precision: 0.84, flagged: 0.95, falseShare: 0.03 },
    { set: 'kept-aside-fourth', recall: 0.935, precision: 0.83, flagged: 0.9, falseShare: 0.02 },
  ])('in $set', ({ set, recall, precision, flagged, falseShare }) => {
    const figures = figuresOf(set);
    expect(figures.recall).toBeGreaterThanOrEqual(recall);
    expect(figures.precision).toBeGreaterThanOrEqual(precision);
    expect(figures.health?.flagged).toBeGreaterThanOrEqual(flagged);
    expect(figures.health?.falseShare).toBeLessThanOrEqual(falseShare);
  });
});

it('learns from no sentence that is kept aside', () => {
  const learned = new Set(plainSentences('written-*.jsonl'));
  expect(plainSentences('kept-aside*.jsonl').filter((sentence) => learned.has(sentence)).length).toBe(0);
});
