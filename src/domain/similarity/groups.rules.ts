import { gatherVectors } from './gatherMany.rules.ts';
import { type Terms, termsOf } from './terms.rules.ts';
import { cut, sharesOf, titlesOf } from './titles.rules.ts';
import { centresOf, compareWith, type Vectors, vectorsOf } from './vectors.rules.ts';
import { builtInVocabulary, type Vocabulary } from './vocabulary.ts';

export interface TextToGroup {
  id: string;
  text: string;
}

/** Texts about the same. */
export interface SimilarityGroup {
  /** In the order in which they came. */
  ids: string[];
  /** A suggestion for people, who may change it; null for texts that are like no other. */
  title: string | null;
}

export interface GroupingOptions {
  /** How many groups of two and more there may be. What belongs to none of them stands alone. */
  mostGroups?: number;
  /** Texts that are like no other: all as the last group (`together`, the default), or each by itself at the end. */
  remainder?: 'together' | 'apart';
  vocabulary?: Vocabulary;
}

/** Among so few texts a workplace can look at seven groups, of more texts a company at more. */
const fewTexts = 100;
const nearness = { near: 0.15, far: 0.08 } as const;
/** So many of a group's most central texts are asked for its title. */
const askedForTitle = 200;

/** So many texts, evenly taken, tell how common a word is among all. */
const askedForShares = 1_000;

/**
 * Groups texts by what they are about, the largest group first. Each text is in one group; the same texts in
 * another order make the same groups. Yields where it may be interrupted.
 */
export function* groupingSteps(
  texts: readonly TextToGroup[],
  { mostGroups, remainder = 'together', vocabulary = builtInVocabulary() }: GroupingOptions = {},
): Generator<void, SimilarityGroup[]> {
  const most = mostGroups ?? (texts.length <= fewTexts ? 7 : 30);
  const order = yield* orderOf(texts);
  const inOrder = (row: number) => texts[order[row] as number] as TextToGroup;
  const vectors = yield* vectorsOf(
    order.values().map((_, row) => inOrder(row).text),
    vocabulary,
  );
  const gathered = yield* gatherVectors(vectors, { ...nearness, most });
  const named = gathered.filter(({ length }, nth) => length > 1 && nth < most);

  const placesOf = (rows: readonly number[]) =>
    rows.map((row) => order[row] as number).sort((one, other) => one - other);
  const idsOf = (places: readonly number[]) => places.map((place) => (texts[place] as TextToGroup).id);
  const shares = sharesOf(
    yield* termsOfEach(
      evenly(texts.keys().toArray(), askedForShares).map((row) => inOrder(row).text),
      vocabulary,
    ),
  );
  const titles: string[] = [];
  const groups: SimilarityGroup[] = [];
  for (const rows of named) {
    const central = (yield* mostCentral(vectors, rows)).map((row) => inOrder(row).text);
    const terms = yield* termsOfEach(central, vocabulary);
    const title = titlesOf(terms, shares).find((one) => !titles.includes(one)) ?? cut(central[0] ?? '');
    titles.push(title);
    groups.push({ ids: idsOf(placesOf(rows)), title });
  }
  const alone = placesOf(gathered.slice(named.length).flat());
  if (alone.length === 0) return groups;
  const rest = remainder === 'together' ? [alone] : alone.map((place) => [place]);
  return [...groups, ...rest.map((places) => ({ ids: idsOf(places), title: null }))];
}

/** The places of texts, in an order that does not depend on how they came: by text, then by id. */
function* orderOf(texts: readonly TextToGroup[]): Generator<void, number[]> {
  const byFirst = Map.groupBy(texts.keys(), (place) => texts[place]?.text.charCodeAt(0) || 0);
  const order: number[] = [];
  for (const first of [...byFirst.keys()].sort((one, other) => one - other)) {
    const places = byFirst.get(first) ?? [];
    const compare = (one: TextToGroup, other: TextToGroup) =>
      compareUnits(one.text, other.text) || compareUnits(one.id, other.id);
    order.push(
      ...places.sort((one, other) => compare(texts[one] as TextToGroup, texts[other] as TextToGroup)),
    );
    yield;
  }
  return order;
}

/** The order of code units: the same everywhere. */
function compareUnits(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function evenly<T>(all: readonly T[], count: number): readonly T[] {
  if (all.length <= count) return all;
  return Array.from({ length: count }, (_, nth) => all[Math.floor((nth * all.length) / count)] as T);
}

function* termsOfEach(texts: readonly string[], vocabulary: Vocabulary): Generator<void, Terms[]> {
  const terms: Terms[] = [];
  for (const text of texts) {
    terms.push(termsOf(text, vocabulary));
    yield;
  }
  return terms;
}

/** Those of a group who stand in its middle, the most central first. */
function* mostCentral(vectors: Vectors, rows: readonly number[]): Generator<void, number[]> {
  const compare = compareWith(yield* centresOf(vectors, [rows]));
  const similarity = new Float64Array(1);
  const nearest: { row: number; similarity: number }[] = [];
  for (const row of rows) {
    compare(vectors, row, similarity);
    nearest.push({ row, similarity: similarity[0] ?? 0 });
    yield;
  }
  return nearest
    .sort((one, other) => other.similarity - one.similarity || one.row - other.row)
    .slice(0, askedForTitle)
    .map(({ row }) => row);
}
