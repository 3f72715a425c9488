import counts from './lists/proposalCounts.json' with { type: 'json' };
import type { ProposalTermKind } from './proposalTerms.rules.ts';

/** Where it is not known: the share of proposals that have a term of a kind. */
const unknown: Readonly<Record<ProposalTermKind, number>> = {
  meaning: 0.004,
  word: 0.002,
  near: 0.02,
  theme: 0.1,
  characters: 0.01,
  literal: 0.003,
};

const known = new Map(Object.entries(counts.terms));

/** The share of proposals that usually have a term, as counted in the labelled ones. */
export function usualShareOf(key: string, kind: ProposalTermKind): number {
  const holders = known.get(key);
  return holders === undefined ? unknown[kind] : holders / counts.proposals;
}
