import { type ProposalTermKind, proposalTermKinds } from './proposalTerms.rules.ts';

/**
 * What speaks for two proposals being the same, or against it, each from 0 to about 1. `meaning`, `near`, `theme`,
 * `characters`: how alike they are in terms of that kind; `content`: in meanings and words together; `contained`: how
 * much of the content of one is in the other; `shared`: how much content they share at all; `second`: how much the
 * second strongest term tells that they share; `apart`: how much content each has that the other lacks; `contrast`:
 * the same, where they share their words literally. Who says most in the same words means another thing by the rest.
 */
export const likenessSigns = [
  'meaning',
  'near',
  'theme',
  'characters',
  'content',
  'contained',
  'shared',
  'second',
  'apart',
  'contrast',
] as const;
export type LikenessSign = (typeof likenessSigns)[number];

/** What a sign is worth; learned from labelled proposals. */
export interface LikenessWeights {
  signs: Readonly<Record<LikenessSign, number>>;
  /** Added to the weighted signs. */
  base: number;
  /** From this score on two proposals are called probably the same. */
  probable: number;
}

/** How much of each kind a text has, and how much two of them share. */
export type Amounts = Record<ProposalTermKind, number>;

export function noAmounts(): Amounts {
  return Object.fromEntries(proposalTermKinds.map((kind) => [kind, 0])) as Amounts;
}

/** One side of a comparison. */
export interface Side {
  /** Sums of squares. */
  squares: Amounts;
  /** The sum over meanings and words. */
  content: number;
}

/** What two proposals share. */
export interface Shared {
  /** Sums of products of what both have. */
  products: Amounts;
  /** How much content both have. */
  content: number;
  /** What the second strongest of it tells. */
  second: number;
}

/** What has few terms of a kind is not alike for the one that it shares. */
const fewTerms = 10;
/** The content beside which what two texts share counts in full. */
const muchContent = 20;
const littleContent = 2;
const muchApart = 10;
const strongTerm = 5;

export function signsOf(
  one: Side,
  other: Side,
  { products, content, second }: Shared,
): Record<LikenessSign, number> {
  const cosine = (kinds: readonly ProposalTermKind[], few: number) => {
    let [both, left, right] = [0, 0, 0];
    for (const kind of kinds) {
      both += products[kind];
      left += one.squares[kind];
      right += other.squares[kind];
    }
    return both === 0 ? 0 : both / (Math.sqrt(left * right) + few);
  };
  const contained = [one, other].map((side) => content / (side.content + littleContent));
  return {
    meaning: cosine(['meaning'], fewTerms),
    near: cosine(['near'], fewTerms),
    theme: cosine(['theme'], fewTerms),
    characters: cosine(['characters'], fewTerms),
    content: cosine(['meaning', 'word'], 0),
    contained: Math.max(...contained),
    shared: Math.min(content, muchContent) / muchContent,
    second: second / strongTerm,
    apart: Math.max(0, Math.min(one.content, other.content) - content) / muchApart,
    contrast: cosine(['literal'], 0) * Math.max(0, 1 - Math.max(...contained)),
  };
}

/** How surely two proposals are the same, from 0 to 1. */
export function scoreOf(signs: Readonly<Record<LikenessSign, number>>, weights: LikenessWeights): number {
  let sum = weights.base;
  for (const sign of likenessSigns) sum += signs[sign] * weights.signs[sign];
  return 1 / (1 + Math.exp(-sum));
}

/** Where there are few proposals, what is usual counts as if there were so many more. */
const usualProposals = 100;
/** What is rarer than this tells no more for it. */
const rarest = 1 / 400;
/** What one proposal alone has says little against another: its twin uses another word. */
const lonely = 0.3;

/**
 * How much a term tells.
 *
 * @param holders how many of all have it
 * @param usual the share of proposals that usually have it
 */
export function rarityOf(holders: number, all: number, usual: number): number {
  const share = (holders + usualProposals * usual) / (all + usualProposals);
  const rarity = -Math.log(Math.min(1, Math.max(rarest, share)));
  return holders <= 1 ? rarity * lonely : rarity;
}
