import { type ProposalTermKind, proposalTermKinds, proposalTermsOf } from './proposalTerms.rules.ts';
import { builtInProposalVocabulary, type ProposalVocabulary } from './proposalVocabulary.ts';
import { usualShareOf } from './usualShares.ts';

/** A proposal as far as it is compared. */
export interface ProposalToCompare {
  id: string;
  /** May be empty. */
  title: string;
  body: string;
  lineOfBusiness?: string | undefined;
  process?: string | undefined;
  /** The department that owns the work. */
  owner?: string | undefined;
}

/** What is known besides the words: equal values bring two proposals a little nearer. */
export const comparedFields = ['lineOfBusiness', 'process', 'owner'] as const;

/** A term's number among all terms, with what it tells in one proposal. */
export interface HeldTerm {
  number: number;
  kind: ProposalTermKind;
  weight: number;
}

/** Terms of one proposal, side by side in `terms` and `weights` of the index. */
interface Place {
  id: string;
  start: number;
  end: number;
  fields: readonly (string | undefined)[];
}

/** Rows and terms that are no longer held may take this share before all is written anew. */
const mostWaste = 0.5;
/** Weights are kept in one byte. */
const byte = 200;

/**
 * Proposals, ready to be compared with a text. It grows, changes and shrinks one by one; what it answers depends on
 * what it holds, not on how it came to hold it.
 */
export class ProposalIndex {
  private numbers = new Map<string, number>();
  private kinds: Uint8Array = new Uint8Array(1_024);
  private holders: Int32Array = new Int32Array(1_024);
  private usual: Float32Array = new Float32Array(1_024);
  private postings: Posting[] = [];
  private places: (Place | undefined)[] = [];
  private scales: Float32Array = new Float32Array(1_024);
  private rows = new Map<string, number>();
  private terms: Int32Array = new Int32Array(4_096);
  private weights: Uint8Array = new Uint8Array(4_096);
  private length = 0;
  readonly vocabulary: ProposalVocabulary;

  constructor(vocabulary: ProposalVocabulary = builtInProposalVocabulary()) {
    this.vocabulary = vocabulary;
  }

  /** How many proposals it holds. */
  get size(): number {
    return this.rows.size;
  }

  /** One more than the highest row; some rows may be empty. */
  get rowCount(): number {
    return this.places.length;
  }

  get termCount(): number {
    return this.numbers.size;
  }

  /** Adds a proposal, or takes the place of the one with the same id. */
  put(proposal: ProposalToCompare): void {
    this.remove(proposal.id);
    const row = this.places.length;
    const start = this.length;
    for (const { key, kind, weight } of proposalTermsOf(wordsOf(proposal), this.vocabulary)) {
      const number = this.numberOf(key, kind);
      this.holders[number] = (this.holders[number] ?? 0) + 1;
      this.postings[number]?.add(row);
      this.write(number, Math.round(weight * byte));
    }
    const fields = comparedFields.map((field) => proposal[field]);
    this.settle(row, { id: proposal.id, start, end: this.length, fields });
  }

  /** @returns whether it held such a proposal */
  remove(id: string): boolean {
    const row = this.rows.get(id);
    const place = row === undefined ? undefined : this.places[row];
    if (row === undefined || place === undefined) return false;
    for (let at = place.start; at < place.end; at += 1) {
      const number = this.terms[at] ?? 0;
      this.holders[number] = (this.holders[number] ?? 0) - 1;
    }
    this.places[row] = undefined;
    this.scales[row] = 0;
    this.rows.delete(id);
    if (this.places.length > 1_000 && this.rows.size < this.places.length * mostWaste) this.writeAnew();
    return true;
  }

  /** The terms of a text; of those that no proposal has, the number is -1. */
  termsOf(text: string): (HeldTerm & { key: string })[] {
    return proposalTermsOf(text, this.vocabulary).map((term) => ({
      ...term,
      number: this.numbers.get(term.key) ?? -1,
    }));
  }

  /** How many proposals have a term. */
  holdersOf(number: number): number {
    return this.holders[number] ?? 0;
  }

  /** The share of proposals that usually have a term. */
  usualOf(number: number): number {
    return this.usual[number] ?? 0;
  }

  kindOf(number: number): ProposalTermKind {
    return proposalTermKinds[this.kinds[number] ?? 0] ?? 'word';
  }

  /** Rows that have a term, empty ones too. */
  rowsWith(number: number): Int32Array {
    return this.postings[number]?.rows() ?? new Int32Array(0);
  }

  rowOf(id: string): number | undefined {
    return this.rows.get(id);
  }

  /** undefined where the row is empty. */
  placeOf(row: number): { id: string; fields: readonly (string | undefined)[] } | undefined {
    return this.places[row];
  }

  /** For each row, what a sum over its terms is multiplied by, so that long proposals are not nearer; 0 where it is empty. */
  rowScales(): Float32Array {
    return this.scales.subarray(0, this.places.length);
  }

  /** Calls with every term of a row's proposal. */
  eachTerm(row: number, call: (number: number, weight: number) => void): void {
    const place = this.places[row];
    if (place === undefined) return;
    for (let at = place.start; at < place.end; at += 1) {
      call(this.terms[at] ?? 0, (this.weights[at] ?? 0) / byte);
    }
  }

  private settle(row: number, place: Place): void {
    if (row === this.scales.length) this.scales = grown(this.scales, new Float32Array(row * 2));
    this.scales[row] = 1 / Math.sqrt(Math.max(1, place.end - place.start));
    this.places.push(place);
    this.rows.set(place.id, row);
  }

  private numberOf(key: string, kind: ProposalTermKind): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(key, number);
    if (number === this.kinds.length) {
      this.kinds = grown(this.kinds, new Uint8Array(number * 2));
      this.holders = grown(this.holders, new Int32Array(number * 2));
      this.usual = grown(this.usual, new Float32Array(number * 2));
    }
    this.kinds[number] = proposalTermKinds.indexOf(kind);
    this.usual[number] = usualShareOf(key, kind);
    this.postings.push(new Posting());
    return number;
  }

  private write(number: number, weight: number): void {
    if (this.length === this.terms.length) {
      const length = Math.ceil(this.length * 1.5);
      this.terms = grown(this.terms, new Int32Array(length));
      this.weights = grown(this.weights, new Uint8Array(length));
    }
    this.terms[this.length] = number;
    this.weights[this.length] = weight;
    this.length += 1;
  }

  /** Leaves out what is no longer held: rows, and terms that nobody has. */
  private writeAnew(): void {
    const { numbers, kinds, places, terms, weights } = this;
    const keys = [...numbers.keys()];
    this.numbers = new Map();
    this.postings = [];
    this.holders = new Int32Array(this.holders.length);
    this.kinds = new Uint8Array(this.kinds.length);
    this.places = [];
    this.rows = new Map();
    this.terms = new Int32Array(4_096);
    this.weights = new Uint8Array(4_096);
    this.length = 0;
    for (const place of places) {
      if (place === undefined) continue;
      const row = this.places.length;
      const start = this.length;
      for (let at = place.start; at < place.end; at += 1) {
        const old = terms[at] ?? 0;
        const number = this.numberOf(keys[old] ?? '', proposalTermKinds[kinds[old] ?? 0] ?? 'word');
        this.holders[number] = (this.holders[number] ?? 0) + 1;
        this.postings[number]?.add(row);
        this.write(number, weights[at] ?? 0);
      }
      this.settle(row, { ...place, start, end: this.length });
    }
  }
}

/** Title and body in one. */
export function wordsOf({ title, body }: { title?: string; body?: string }): string {
  return `${title ?? ''}\n${body ?? ''}`;
}

/** Rows that have a term, in ascending order. */
class Posting {
  private held: Int32Array = new Int32Array(2);
  private length = 0;

  add(row: number): void {
    if (this.length === this.held.length) {
      this.held = grown(this.held, new Int32Array(Math.ceil(this.length * 1.5)));
    }
    this.held[this.length] = row;
    this.length += 1;
  }

  rows(): Int32Array {
    return this.held.subarray(0, this.length);
  }
}

function grown<T extends Int32Array | Uint8Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
