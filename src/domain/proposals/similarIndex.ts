import { builtInVocabulary, termsOf, type Vocabulary } from '../similarity/index.ts';

/** A proposal as far as it is compared. */
export interface ComparedProposal {
  id: string;
  title: string;
  body: string;
}

export interface Likeness {
  id: string;
  /** From 0 to 1. */
  score: number;
  isProbable: boolean;
}

/** What the title says counts once more. */
const titleWeight = 1;
/** Below this, two proposals share nothing but common words. */
const least = 0.12;
const probable = 0.6;

/**
 * Proposals by their terms, ready to be compared with what somebody types. It grows and changes one by one.
 */
export class SimilarIndex {
  private readonly vocabulary: Vocabulary = builtInVocabulary();
  private readonly terms = new Map<string, Map<string, number>>();
  private readonly holders = new Map<string, Set<string>>();

  /** Adds a proposal, or takes the place of the one with the same id. */
  put({ id, title, body }: ComparedProposal): void {
    this.remove(id);
    const terms = this.weighed(title, body);
    this.terms.set(id, terms);
    for (const key of terms.keys()) {
      const holders = this.holders.get(key) ?? new Set();
      this.holders.set(key, holders.add(id));
    }
  }

  remove(id: string): void {
    for (const key of this.terms.get(id)?.keys() ?? []) this.holders.get(key)?.delete(id);
    this.terms.delete(id);
  }

  /** The most alike, the nearest first; equal ones in the order of their ids. */
  mostAlike({ title, body }: Omit<ComparedProposal, 'id'>, most: number): Likeness[] {
    const asked = this.told(this.weighed(title, body));
    const length = lengthOf(asked);
    const found = [...new Set([...asked.keys()].flatMap((key) => [...(this.holders.get(key) ?? [])]))];
    return found
      .map((id) => ({ id, score: this.score(asked, length, id) }))
      .filter(({ score }) => score >= least)
      .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
      .slice(0, most)
      .map((one) => ({ ...one, isProbable: one.score >= probable }));
  }

  private score(asked: ReadonlyMap<string, number>, length: number, id: string): number {
    const own = this.told(this.terms.get(id) ?? new Map());
    let product = 0;
    for (const [key, weight] of asked) product += weight * (own.get(key) ?? 0);
    return product / (length * lengthOf(own) || 1);
  }

  private weighed(title: string, body: string): Map<string, number> {
    const weights = new Map<string, number>();
    const add = (text: string, factor: number) => {
      for (const { key, weight } of termsOf(text, this.vocabulary).terms)
        weights.set(key, (weights.get(key) ?? 0) + factor * weight);
    };
    add(`${title}\n${body}`, 1);
    add(title, titleWeight);
    return weights;
  }

  /** Terms weigh by how few proposals have them. */
  private told(terms: ReadonlyMap<string, number>): Map<string, number> {
    const all = this.terms.size;
    return new Map(
      [...terms].map(([key, weight]) => [
        key,
        weight * Math.log(1 + (all + 1) / ((this.holders.get(key)?.size ?? 0) + 1)),
      ]),
    );
  }
}

function lengthOf(terms: ReadonlyMap<string, number>): number {
  let square = 0;
  for (const weight of terms.values()) square += weight ** 2;
  return Math.sqrt(square);
}
