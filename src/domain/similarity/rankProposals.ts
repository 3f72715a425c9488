import { BestRows } from './bestRows.ts';
import learnedWeights from './lists/proposalWeights.json' with { type: 'json' };
import { comparedFields, type ProposalIndex, type ProposalToCompare, wordsOf } from './proposalIndex.ts';
import {
  type LikenessSign,
  type LikenessWeights,
  noAmounts,
  rarityOf,
  type Shared,
  type Side,
  scoreOf,
  signsOf,
} from './proposalLikeness.rules.ts';
import type { ProposalTermKind } from './proposalTerms.rules.ts';
import { usualShareOf } from './usualShares.ts';

/** What somebody has written so far. Its id, where it has one, is not compared with itself. */
export type ProposalQuery = Partial<ProposalToCompare>;

export interface RankedProposal {
  id: string;
  /** How surely it is the same, from 0 to 1. */
  score: number;
  /** Whether it is called probably the same. */
  isProbable: boolean;
}

export interface RankOptions {
  /** How many at most. */
  top: number;
}

/** So many are compared in full; they are chosen by the terms that they share. */
const compared = 100;
/** What each kind counts in choosing them. */
const choosing: Readonly<Record<ProposalTermKind, number>> = {
  meaning: 1,
  word: 0.8,
  near: 0.4,
  theme: 0.1,
  characters: 0.25,
  literal: 0,
};
/** So many rows are looked at in choosing them, those of rare terms first. */
const mostLooked = 150_000;
/** What is known besides the words, when both say it. */
const fields = { equal: 0.15, other: -0.3 } as const;

/** The proposals most alike, the nearest first; equal scores in the order of their ids. */
export function rankProposals(
  index: ProposalIndex,
  query: ProposalQuery,
  { top }: RankOptions = { top: 3 },
): RankedProposal[] {
  return likeliest(index, query, learnedWeights)
    .slice(0, top)
    .map(({ id, score }) => ({ id, score, isProbable: score >= learnedWeights.probable }));
}

interface Compared {
  id: string;
  score: number;
  signs: Record<LikenessSign, number>;
}

/** All that were compared in full, with their signs; the learning asks for them. */
export function likeliest(index: ProposalIndex, query: ProposalQuery, weights: LikenessWeights): Compared[] {
  const own = query.id === undefined ? undefined : index.rowOf(query.id);
  const known = asked(index, query, own === undefined ? 1 : 0);
  const found: Compared[] = [];
  for (const row of chosenRows(index, known, own)) {
    const place = index.placeOf(row);
    if (place === undefined) continue;
    const signs = signsBetween(index, known, row);
    const bonus = fieldsBetween(query, place.fields);
    found.push({ id: place.id, score: scoreOf(signs, { ...weights, base: weights.base + bonus }), signs });
  }
  return found.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1));
}

/** The query, weighed by how few proposals have its terms. */
interface Asked extends Side {
  terms: Map<number, number>;
  /** 1 where the index does not hold it itself: it counts among the proposals as if it did. */
  more: 0 | 1;
}

function asked(index: ProposalIndex, query: ProposalQuery, more: 0 | 1): Asked {
  const side: Asked = { squares: noAmounts(), content: 0, terms: new Map(), more };
  const all = index.size + more;
  for (const { key, number, kind, weight } of index.termsOf(wordsOf(query))) {
    const holders = (number < 0 ? 0 : index.holdersOf(number)) + more;
    const amount = weight * rarityOf(holders, all, usualShareOf(key, kind));
    side.squares[kind] += amount * amount;
    if (isContent(kind)) side.content += amount;
    if (number >= 0) side.terms.set(number, amount);
  }
  return side;
}

/** Rows that share most with what is asked, by a quick look at its rarest terms. */
function chosenRows(index: ProposalIndex, { terms }: Asked, own: number | undefined): number[] {
  const sums = new Float32Array(index.rowCount);
  let looked = 0;
  for (const { number, share } of byRarity(index, terms)) {
    const rows = index.rowsWith(number);
    looked += rows.length;
    if (looked > mostLooked) break;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] ?? 0;
      sums[row] = (sums[row] ?? 0) + share;
    }
  }
  const scales = index.rowScales();
  const best = new BestRows(compared);
  for (let row = 0; row < sums.length; row += 1) {
    const sum = (sums[row] ?? 0) * (scales[row] ?? 0);
    if (sum > best.least && row !== own) best.offer(row, sum);
  }
  return best.rows;
}

function byRarity(index: ProposalIndex, terms: ReadonlyMap<number, number>) {
  return [...terms]
    .map(([number, amount]) => ({ number, share: amount * amount * choosing[index.kindOf(number)] }))
    .filter(({ share }) => share > 0)
    .map((term) => ({ ...term, holders: index.holdersOf(term.number) }))
    .sort((one, other) => one.holders - other.holders || one.number - other.number);
}

function signsBetween(index: ProposalIndex, known: Asked, row: number): Record<LikenessSign, number> {
  const side: Side = { squares: noAmounts(), content: 0 };
  const shared: Shared = { products: noAmounts(), content: 0, second: 0 };
  const all = index.size + known.more;
  let first = 0;
  index.eachTerm(row, (number, weight) => {
    const kind = index.kindOf(number);
    const other = known.terms.get(number);
    const holders = index.holdersOf(number) + (other === undefined ? 0 : known.more);
    const amount = weight * rarityOf(holders, all, index.usualOf(number));
    side.squares[kind] += amount * amount;
    if (isContent(kind)) side.content += amount;
    if (other === undefined) return;
    shared.products[kind] += amount * other;
    if (!isContent(kind)) return;
    const both = Math.min(amount, other);
    shared.content += both;
    shared.second = Math.max(shared.second, Math.min(first, both));
    first = Math.max(first, both);
  });
  return signsOf(known, side, shared);
}

function isContent(kind: ProposalTermKind): boolean {
  return kind === 'meaning' || kind === 'word';
}

function fieldsBetween(query: ProposalQuery, others: readonly (string | undefined)[]): number {
  let sum = 0;
  for (const [place, field] of comparedFields.entries()) {
    const [own, other] = [query[field], others[place]];
    if (own && other) sum += own === other ? fields.equal : fields.other;
  }
  return sum;
}
