import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { groupBySimilarity } from '../../../src/domain/similarity/index.ts';

/** An insight, and the group that a person put it into; null where it stands alone. */
export interface LabelledInsight {
  discussion: string;
  about: string;
  department: string;
  group: string | null;
  text: string;
}

/** The labelled discussions of a set. */
export function discussionsOf(set: 'written' | 'kept-aside'): LabelledInsight[][] {
  const lines = readFileSync(join(import.meta.dirname, `insights/${set}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  const insights = lines.map((line) => JSON.parse(line) as LabelledInsight);
  return [...Map.groupBy(insights, ({ discussion }) => discussion).values()];
}

/** How well a grouping agrees with a person's. */
export interface Figures {
  /** B-cubed: of those beside an insight, how many belong there; of those that belong there, how many are. */
  precision: number;
  recall: number;
  f1: number;
  /** The same, counted by pairs. */
  pairPrecision: number;
  pairRecall: number;
  pairF1: number;
}

/** Names each insight's group; equal names, one group. */
export type Grouping = (texts: readonly string[]) => readonly (number | string)[];

/** What the product does. */
export const bySimilarity: Grouping = (texts) => {
  const groups = groupBySimilarity(
    texts.map((text, place) => ({ id: String(place), text })),
    { remainder: 'apart' },
  );
  return texts.map((_, place) => groups.findIndex(({ ids }) => ids.includes(String(place))));
};

/** Means over discussions. */
export function figuresOf(discussions: readonly LabelledInsight[][], grouping: Grouping): Figures {
  const each = discussions.map((insights) => {
    const given = insights.map(({ group }, index) => group ?? index);
    return compare(given, grouping(insights.map(({ text }) => text)));
  });
  const mean = (figure: keyof Figures) => each.reduce((sum, one) => sum + one[figure], 0) / each.length;
  return {
    precision: mean('precision'),
    recall: mean('recall'),
    f1: mean('f1'),
    pairPrecision: mean('pairPrecision'),
    pairRecall: mean('pairRecall'),
    pairF1: mean('pairF1'),
  };
}

function compare(given: readonly unknown[], found: readonly unknown[]): Figures {
  let precision = 0;
  let recall = 0;
  let [right, called, alike] = [0, 0, 0];
  for (const [one, group] of given.entries()) {
    const together = given.map((other) => other === group);
    const beside = found.map((other) => other === found[one]);
    const both = together.filter((is, other) => is && beside[other]).length;
    const size = together.filter(Boolean).length;
    const foundSize = beside.filter(Boolean).length;
    precision += both / foundSize / given.length;
    recall += both / size / given.length;
    right += both - 1;
    called += foundSize - 1;
    alike += size - 1;
  }
  const pairPrecision = called === 0 ? 1 : right / called;
  const pairRecall = alike === 0 ? 1 : right / alike;
  return {
    precision,
    recall,
    f1: harmonic(precision, recall),
    pairPrecision,
    pairRecall,
    pairF1: harmonic(pairPrecision, pairRecall),
  };
}

function harmonic(one: number, other: number): number {
  return one + other === 0 ? 0 : (2 * one * other) / (one + other);
}
