import { describe, expect, it } from 'vitest';
import { groupBySimilarity } from '../../../src/domain/similarity/index.ts';
import { byPairsOfCharacters, nearPairs } from './baseline.ts';
import { bySimilarity, discussionsOf, figuresOf } from './figures.ts';

/** What was reached: who changes a list or a weight sees here what it cost. Of the set kept aside, figures only. */
describe('how far groups agree with a person’s', () => {
  it.each([
    // Looked at while lists and weights were made.
    { set: 'written' as const, precision: 0.8, recall: 0.81, f1: 0.8, pairF1: 0.7, above: 0.2 },
    // Kept aside: never looked at while they were made.
    { set: 'kept-aside' as const, precision: 0.76, recall: 0.72, f1: 0.74, pairF1: 0.61, above: 0.2 },
  ])('in $set', ({ set, precision, recall, f1, pairF1, above }) => {
    const discussions = discussionsOf(set);
    const figures = figuresOf(discussions, bySimilarity);
    const plain = figuresOf(discussions, byPairsOfCharacters(nearPairs));
    expect(figures.precision).toBeGreaterThanOrEqual(precision);
    expect(figures.recall).toBeGreaterThanOrEqual(recall);
    expect(figures.f1).toBeGreaterThanOrEqual(f1);
    expect(figures.pairF1).toBeGreaterThanOrEqual(pairF1);
    expect(figures.f1).toBeGreaterThanOrEqual(plain.f1 + above);
  });

  it('makes few groups, and leaves few insights alone', () => {
    for (const insights of [...discussionsOf('written'), ...discussionsOf('kept-aside')]) {
      const groups = groupBySimilarity(insights.map(({ text }, place) => ({ id: String(place), text })));
      const named = groups.filter(({ title }) => title !== null);
      expect(named.length).toBeGreaterThanOrEqual(2);
      expect(named.length).toBeLessThanOrEqual(7);
      const alone = groups.filter(({ title }) => title === null).flatMap(({ ids }) => ids);
      expect(alone.length).toBeLessThanOrEqual(insights.length / 4);
    }
  });
});
