import type { Grouping } from './figures.ts';

/** The nearness at which the plain index is best on the set `written`. */
export const nearPairs = 0.02;

/**
 * What a plain index does: pairs of characters, weighed by how few texts have them, gathered by the average of
 * their likeness. It knows no words and no synonyms.
 *
 * @param near when two groups are near enough to be one
 */
export function byPairsOfCharacters(near: number): Grouping {
  return (texts) => {
    const vectors = vectorsOf(texts);
    let groups = texts.map((_, place) => [place]);
    for (;;) {
      const pair = nearest(groups, vectors);
      if (pair === null || pair.similarity < near) break;
      const [into = [], from = []] = [groups[pair.into], groups[pair.from]];
      groups = groups.filter((_, place) => place !== pair.from);
      groups[pair.into] = [...into, ...from];
    }
    return texts.map((_, place) => groups.findIndex((members) => members.includes(place)));
  };
}

type Vector = Map<string, number>;

function vectorsOf(texts: readonly string[]): Vector[] {
  const pairs = texts.map((text) => {
    const characters = [...text.normalize('NFKC').replace(/[\s、。「」]/gu, '')];
    return new Set(characters.slice(1).map((character, place) => `${characters[place]}${character}`));
  });
  const holders = new Map<string, number>();
  for (const pair of pairs.flatMap((own) => [...own])) holders.set(pair, (holders.get(pair) ?? 0) + 1);
  return pairs.map((own) => {
    const weights = [...own].map((pair) => Math.log((texts.length + 1) / (holders.get(pair) ?? 1)));
    const length = Math.hypot(...weights) || 1;
    return new Map([...own].map((pair, place) => [pair, (weights[place] ?? 0) / length]));
  });
}

function nearest(groups: readonly (readonly number[])[], vectors: readonly Vector[]) {
  let best: { into: number; from: number; similarity: number } | null = null;
  for (let into = 0; into < groups.length; into += 1) {
    for (let from = into + 1; from < groups.length; from += 1) {
      const similarity = likeness(groups[into] ?? [], groups[from] ?? [], vectors);
      if (similarity > (best?.similarity ?? -1)) best = { into, from, similarity };
    }
  }
  return best;
}

function likeness(one: readonly number[], other: readonly number[], vectors: readonly Vector[]): number {
  const all = one.flatMap((left) => other.map((right) => product(vectors[left], vectors[right])));
  return all.reduce((sum, each) => sum + each, 0) / all.length;
}

function product(one: Vector = new Map(), other: Vector = new Map()): number {
  return [...one].reduce((sum, [pair, weight]) => sum + weight * (other.get(pair) ?? 0), 0);
}
