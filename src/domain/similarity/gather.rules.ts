/** When texts are near enough to stand together. */
export interface Nearness {
  /** Groups whose members are on average so near become one. */
  near: number;
  /** What is farther never comes together, however many groups there are. */
  far: number;
  /** Groups of two and more that there may be before less near ones come together. */
  most: number;
}

/**
 * Gathers the nearest first: the two groups whose members are nearest to each other on average become one, until
 * nothing is near enough. Yields after each.
 *
 * @param similarities of each to each; it is used up
 * @returns for each member the number of its group, which is the place of one of its members
 */
export function* gather(similarities: Float64Array[], nearness: Nearness): Generator<void, Int32Array> {
  const count = similarities.length;
  const sizes = new Int32Array(count).fill(1);
  const groups = Int32Array.from({ length: count }, (_, place) => place);
  const nearest = new Int32Array(count);
  for (let row = 0; row < count; row += 1) nearest[row] = nearestOf(similarities, sizes, row);
  for (;;) {
    const pair = nearestPair(similarities, sizes, nearest);
    if (pair === null) break;
    const isNear = pair.similarity >= nearness.near;
    if (!isNear && (pair.similarity < nearness.far || groupsOf(sizes) <= nearness.most)) break;
    join(similarities, sizes, pair);
    for (let place = 0; place < count; place += 1) {
      if (groups[place] === pair.from) groups[place] = pair.into;
    }
    for (let row = 0; row < count; row += 1) {
      const isTouched = row === pair.into || nearest[row] === pair.into || nearest[row] === pair.from;
      if (isTouched) nearest[row] = nearestOf(similarities, sizes, row);
      else if (at(similarities, row, pair.into) > at(similarities, row, nearest[row] ?? -1)) {
        nearest[row] = pair.into;
      }
    }
    yield;
  }
  return groups;
}

interface Pair {
  into: number;
  from: number;
  similarity: number;
}

function at(similarities: readonly Float64Array[], row: number, column: number): number {
  return similarities[row]?.[column] ?? -1;
}

function groupsOf(sizes: Int32Array): number {
  return sizes.reduce((count, size) => count + (size > 1 ? 1 : 0), 0);
}

/** The group nearest to a row's; -1 where there is no other. */
function nearestOf(similarities: readonly Float64Array[], sizes: Int32Array, row: number): number {
  let best = -1;
  if (sizes[row] === 0) return best;
  for (let other = 0; other < sizes.length; other += 1) {
    if (other === row || sizes[other] === 0) continue;
    if (best < 0 || at(similarities, row, other) > at(similarities, row, best)) best = other;
  }
  return best;
}

function nearestPair(
  similarities: readonly Float64Array[],
  sizes: Int32Array,
  nearest: Int32Array,
): Pair | null {
  let best: Pair | null = null;
  for (let row = 0; row < sizes.length; row += 1) {
    const other = nearest[row] ?? -1;
    if (sizes[row] === 0 || other < 0) continue;
    const similarity = at(similarities, row, other);
    if (best !== null && similarity <= best.similarity) continue;
    best = { into: Math.min(row, other), from: Math.max(row, other), similarity };
  }
  return best;
}

/** The average of two groups is the average of their members. */
function join(similarities: Float64Array[], sizes: Int32Array, { into, from }: Pair): void {
  const [left, right] = [sizes[into] ?? 0, sizes[from] ?? 0];
  for (let other = 0; other < sizes.length; other += 1) {
    if (other === into || other === from || sizes[other] === 0) continue;
    const mean =
      (left * at(similarities, into, other) + right * at(similarities, from, other)) / (left + right);
    (similarities[into] as Float64Array)[other] = mean;
    (similarities[other] as Float64Array)[into] = mean;
  }
  sizes[into] = left + right;
  sizes[from] = 0;
}
