import { gather, type Nearness } from './gather.rules.ts';
import { type Compare, centresOf, compareWith, select, type Vectors } from './vectors.rules.ts';

/** So many are gathered each with each; of more a sample gives the centres. */
export const gatheredAtOnce = 400;

/** A text belongs to a centre that is nearer than this. */
const nearCentre = 0.22;
/** How often centres move to the middle of those who chose them. */
const rounds = 4;
/** A sample's group of fewer says nothing of the whole. */
const smallestSeed = 3;

/**
 * Gathers any number of vectors. Yields between pieces.
 *
 * @returns the members of each group, the largest first; groups of one are those who are like no other
 */
export function* gatherVectors(vectors: Vectors, nearness: Nearness): Generator<void, number[][]> {
  if (vectors.count <= gatheredAtOnce) return yield* gatherEach(vectors, nearness);
  const step = vectors.count / gatheredAtOnce;
  const sample = select(
    vectors,
    Array.from({ length: gatheredAtOnce }, (_, nth) => Math.floor(nth * step)),
  );
  const seeds = (yield* gatherEach(sample, nearness))
    .filter(({ length }) => length >= smallestSeed)
    .slice(0, nearness.most);
  let groups = yield* choose(vectors, yield* centresOf(sample, seeds));
  for (let round = 1; round < rounds; round += 1) {
    groups = yield* choose(vectors, yield* centresOf(vectors, groups.chosen));
  }
  return largestFirst([...groups.chosen.filter(({ length }) => length > 0), ...groups.alone]);
}

function* gatherEach(vectors: Vectors, nearness: Nearness): Generator<void, number[][]> {
  const compare = compareWith(vectors);
  const similarities: Float64Array[] = [];
  for (let row = 0; row < vectors.count; row += 1) {
    const own = new Float64Array(vectors.count);
    compare(vectors, row, own);
    similarities.push(own);
    yield;
  }
  const groups = yield* gather(similarities, nearness);
  return largestFirst([...Map.groupBy(groups.keys(), (row) => groups[row]).values()]);
}

/** Each goes to the nearest centre, if one is near enough. */
function* choose(
  vectors: Vectors,
  centres: Vectors,
): Generator<void, { chosen: number[][]; alone: number[][] }> {
  const compare: Compare = compareWith(centres);
  const similarities = new Float64Array(centres.count);
  const chosen: number[][] = Array.from({ length: centres.count }, () => []);
  const alone: number[][] = [];
  for (let row = 0; row < vectors.count; row += 1) {
    compare(vectors, row, similarities);
    let best = 0;
    for (let centre = 1; centre < centres.count; centre += 1) {
      if ((similarities[centre] ?? 0) > (similarities[best] ?? 0)) best = centre;
    }
    if ((similarities[best] ?? 0) >= nearCentre) chosen[best]?.push(row);
    else alone.push([row]);
    yield;
  }
  return { chosen, alone };
}

function largestFirst(groups: number[][]): number[][] {
  return groups.sort((one, other) => other.length - one.length || (one[0] ?? 0) - (other[0] ?? 0));
}
