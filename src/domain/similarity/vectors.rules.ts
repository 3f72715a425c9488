import { termsOf } from './terms.rules.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Texts as numbers: which terms each has, and how much each tells among all texts. One after the other in long
 * arrays, because small ones of tens of thousands of texts would keep the collector of garbage busy.
 */
export interface Vectors {
  count: number;
  /** Where each begins in `terms` and `weights`; one more entry for the end. */
  starts: Int32Array;
  terms: Int32Array;
  /** The squares of a vector's weights sum up to 1, or to 0 where nothing of it tells anything. */
  weights: Float32Array;
  /** How many different terms there are. */
  size: number;
}

/** How much is made of terms being rare among the texts. */
const rarity = 0.7;
/** A term that one text alone has brings it nearer to none, but tells that there is more to it than what it shares. */
const lonely = 0.1;

/**
 * Weighs the terms of texts: what few of them have tells more. Yields between texts.
 */
export function* vectorsOf(texts: Iterable<string>, vocabulary: Vocabulary): Generator<void, Vectors> {
  const numbers = new Map<string, number>();
  const holders: number[] = [];
  const rows = new Rows();
  let count = 0;
  for (const text of texts) {
    for (const { key, weight } of termsOf(text, vocabulary).terms) {
      const number = numbers.get(key) ?? numbers.size;
      numbers.set(key, number);
      holders[number] = (holders[number] ?? 0) + 1;
      rows.add(number, weight);
    }
    rows.end();
    count += 1;
    yield;
  }
  const vectors = rows.vectors(numbers.size);
  const shares = Float64Array.from(holders, (held) => {
    const share = Math.log((count + 1) / held) ** rarity;
    return held === 1 ? share * lonely : share;
  });
  for (let row = 0; row < count; row += 1) {
    weigh(vectors, row, shares);
    yield;
  }
  return vectors;
}

function weigh({ starts, terms, weights }: Vectors, row: number, shares: Float64Array): void {
  const [start, end] = [starts[row] ?? 0, starts[row + 1] ?? 0];
  for (let at = start; at < end; at += 1) weights[at] = (weights[at] ?? 0) * (shares[terms[at] ?? 0] ?? 0);
  toLengthOne(weights, start, end);
}

function toLengthOne(weights: Float32Array, start: number, end: number): void {
  let square = 0;
  for (let at = start; at < end; at += 1) square += (weights[at] ?? 0) ** 2;
  const length = Math.sqrt(square) || 1;
  for (let at = start; at < end; at += 1) weights[at] = (weights[at] ?? 0) / length;
}

/** Vectors that are being written, row by row. */
class Rows {
  private starts: number[] = [0];
  private terms = new Int32Array(1_024);
  private weights = new Float32Array(1_024);
  private length = 0;

  add(term: number, weight: number): void {
    if (this.length === this.terms.length) {
      this.terms = grown(this.terms, new Int32Array(this.length * 2));
      this.weights = grown(this.weights, new Float32Array(this.length * 2));
    }
    this.terms[this.length] = term;
    this.weights[this.length] = weight;
    this.length += 1;
  }

  /** The row is written, and gets the length 1. */
  end(): void {
    toLengthOne(this.weights, this.starts.at(-1) ?? 0, this.length);
    this.starts.push(this.length);
  }

  vectors(size: number): Vectors {
    return {
      count: this.starts.length - 1,
      starts: Int32Array.from(this.starts),
      terms: this.terms.subarray(0, this.length),
      weights: this.weights.subarray(0, this.length),
      size,
    };
  }
}

function grown<T extends Int32Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function* entriesOf({ starts, terms, weights }: Vectors, row: number): Generator<[number, number]> {
  for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1)
    yield [terms[at] ?? 0, weights[at] ?? 0];
}

/** Some of the vectors, in the order of `rows`. */
export function select(vectors: Vectors, rows: readonly number[]): Vectors {
  const some = new Rows();
  for (const row of rows) {
    for (const [term, weight] of entriesOf(vectors, row)) some.add(term, weight);
    some.end();
  }
  return some.vectors(vectors.size);
}

/** Writes the similarities of a vector to each of those that it was made of, from 0 to 1. */
export type Compare = (vectors: Vectors, row: number, similarities: Float64Array) => void;

/** Makes ready to compare with `others`: an index from terms to those that have them. */
export function compareWith(others: Vectors): Compare {
  const starts = new Int32Array(others.size + 1);
  for (const term of others.terms) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let term = 0; term < others.size; term += 1)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  const next = starts.slice();
  const rows = new Int32Array(others.terms.length);
  const weights = new Float32Array(others.terms.length);
  for (let row = 0; row < others.count; row += 1) {
    for (const [term, weight] of entriesOf(others, row)) {
      const at = next[term] ?? 0;
      rows[at] = row;
      weights[at] = weight;
      next[term] = at + 1;
    }
  }
  return (vectors, row, similarities) => {
    similarities.fill(0);
    for (let own = vectors.starts[row] ?? 0; own < (vectors.starts[row + 1] ?? 0); own += 1) {
      const term = vectors.terms[own] ?? 0;
      const weight = vectors.weights[own] ?? 0;
      for (let at = starts[term] ?? 0; at < (starts[term + 1] ?? 0); at += 1) {
        const other = rows[at] ?? 0;
        similarities[other] = (similarities[other] ?? 0) + weight * (weights[at] ?? 0);
      }
    }
  };
}

/** A centre keeps its strongest terms; the others are of single members. */
const termsOfCentre = 300;

/** The directions in which groups of vectors point together. Yields between groups. */
export function* centresOf(
  vectors: Vectors,
  groups: readonly (readonly number[])[],
): Generator<void, Vectors> {
  const centres = new Rows();
  for (const rows of groups) {
    const sums = new Map<number, number>();
    for (const row of rows) {
      for (const [term, weight] of entriesOf(vectors, row))
        if (weight > 0) sums.set(term, (sums.get(term) ?? 0) + weight);
    }
    const strongest = [...sums].sort(([, one], [, other]) => other - one).slice(0, termsOfCentre);
    for (const [term, weight] of strongest) centres.add(term, weight);
    centres.end();
    yield;
  }
  return centres.vectors(vectors.size);
}
