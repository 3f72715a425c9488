import type { LabelledProposal, Ranking } from './rankFigures.ts';

type Vector = Map<string, number>;

/** What a plain full-text index does: the cosine of what it cuts a text into, weighed by how few texts have it. */
export function byPlainIndex(cut: (text: string) => string[]): Ranking {
  return (proposals) => {
    const vectors = vectorsOf(proposals.map((proposal) => cut(written(proposal))));
    return proposals.map((_, own) => {
      const others = proposals
        .map(({ id }, place) => ({ id, place, score: product(vectors[own], vectors[place]) }))
        .filter(({ place }) => place !== own)
        .sort((one, other) => other.score - one.score);
      return { top: others.slice(0, 3).map(({ id, score }) => ({ id, score })), probable: [] };
    });
  };
}

function written({ title, body }: LabelledProposal): string {
  return `${title}\n${body}`.normalize('NFKC').toLowerCase();
}

/** Two characters that stand side by side. */
export function pairsOfCharacters(text: string): string[] {
  const characters = [...text.replace(/[\s\p{P}]/gu, '')];
  return characters.slice(1).map((character, place) => `${characters[place]}${character}`);
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

export function wordsOfText(text: string): string[] {
  return [...segmenter.segment(text)]
    .filter(({ isWordLike, segment }) => isWordLike === true && !/^[ぁ-ゖ]{1,2}$/.test(segment))
    .map(({ segment }) => segment);
}

function vectorsOf(texts: readonly (readonly string[])[]): Vector[] {
  const holders = new Map<string, number>();
  for (const part of texts.flatMap((parts) => [...new Set(parts)])) {
    holders.set(part, (holders.get(part) ?? 0) + 1);
  }
  return texts.map((parts) => {
    const vector: Vector = new Map();
    for (const part of parts) {
      vector.set(part, (vector.get(part) ?? 0) + Math.log((texts.length + 1) / (holders.get(part) ?? 1)));
    }
    const length = Math.hypot(...vector.values()) || 1;
    return new Map([...vector].map(([part, weight]) => [part, weight / length]));
  });
}

function product(one: Vector = new Map(), other: Vector = new Map()): number {
  return [...one].reduce((sum, [part, weight]) => sum + weight * (other.get(part) ?? 0), 0);
}
