import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ProposalIndex, rankProposals } from '../../../src/domain/similarity/index.ts';

/** A proposal, and the improvement that a person says it proposes; null where no other proposes it. */
export interface LabelledProposal {
  id: string;
  title: string;
  body: string;
  group: string | null;
}

/**
 * `written*`: looked at while lists and weights are made; `kept-aside*`: figures only. The plain names hold twins that
 * share some words, `far` those that share hardly any, each among others that share more words than the twin; `later` is on
 * subjects that the lists did not have when it was written.
 */
export const proposalSets = [
  'written',
  'written-far',
  'written-later',
  'kept-aside',
  'kept-aside-far',
  'kept-aside-later',
] as const;
export type ProposalSet = (typeof proposalSets)[number];

export function proposalsOf(set: ProposalSet): LabelledProposal[] {
  const lines = readFileSync(join(import.meta.dirname, `proposals/${set}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as LabelledProposal);
}

/** For each proposal: the three most alike of the others, and those that it calls probably the same. */
export type Ranking = (
  proposals: readonly LabelledProposal[],
) => readonly { top: readonly { id: string; score: number }[]; probable: readonly string[] }[];

/** What the product does. */
export const byRankProposals: Ranking = (proposals) => {
  const index = new ProposalIndex();
  for (const proposal of proposals) index.put(proposal);
  return proposals.map((proposal) => {
    const top = rankProposals(index, proposal, { top: 3 });
    return { top, probable: top.filter(({ isProbable }) => isProbable).map(({ id }) => id) };
  });
};

export interface RankFigures {
  /** Of the proposals that have a twin, how many have one among their three. */
  found: number;
  /** Of those, how many have one in the first place. */
  first: number;
  /** Of the pairs called probably the same, how many are. */
  precision: number;
  /** Calls for each proposal that has a twin. */
  calls: number;
}

export function rankFigures(proposals: readonly LabelledProposal[], ranking: Ranking): RankFigures {
  const groups = new Map(proposals.map(({ id, group }) => [id, group]));
  const results = ranking(proposals);
  let [twinned, found, first, called, right] = [0, 0, 0, 0, 0];
  for (const [place, { id, group }] of proposals.entries()) {
    const { top = [], probable = [] } = results[place] ?? {};
    const isTwin = (other: string) => group !== null && other !== id && groups.get(other) === group;
    called += probable.length;
    right += probable.filter(isTwin).length;
    if (group === null) continue;
    twinned += 1;
    if (top.some((other) => isTwin(other.id))) found += 1;
    if (top[0] !== undefined && isTwin(top[0].id)) first += 1;
  }
  return {
    found: found / twinned,
    first: first / twinned,
    precision: called === 0 ? 1 : right / called,
    calls: called / twinned,
  };
}
