import type { Detect } from '../../src/domain/privacy/index.ts';

/** A sentence with what a person marked in it. */
export interface Labelled {
  id: string;
  text: string;
  spans: readonly { start: number; end: number; type: string }[];
  health?: boolean;
}

interface Place {
  id: string;
  type: string;
  before: string;
  span: string;
  after: string;
}

interface Row {
  type: string;
  spans: number;
  recall: number;
  found: number;
  precision: number;
}

export interface Evaluation {
  /** One row for each type, and `all` at the end. */
  byType: Row[];
  misses: Place[];
  falseHits: Place[];
  /** Undefined where no sentence is labelled for health. */
  health: { texts: number; flagged: number; falseShare: number } | undefined;
  healthMisses: Labelled[];
  healthFalse: Labelled[];
}

/**
 * Compares the detector with labels: a labelled span is found when all of it is covered, by whatever findings;
 * a finding is right when it overlaps a labelled span.
 */
export function evaluate(detect: Detect, labelled: readonly Labelled[]): Evaluation {
  const counts = new Map<string, { spans: number; covered: number; found: number; right: number }>();
  const countOf = (type: string) => {
    const known = counts.get(type) ?? { spans: 0, covered: 0, found: 0, right: 0 };
    counts.set(type, known);
    return known;
  };
  const misses: Place[] = [];
  const falseHits: Place[] = [];
  const healthMisses: Labelled[] = [];
  const healthFalse: Labelled[] = [];
  for (const sentence of labelled) {
    const { findings, health } = detect(sentence.text);
    for (const span of sentence.spans) {
      const isCovered = covers(findings, span);
      for (const type of [span.type, 'all']) {
        countOf(type).spans += 1;
        countOf(type).covered += isCovered ? 1 : 0;
      }
      if (!isCovered) misses.push(placeOf(sentence, span));
    }
    for (const finding of findings) {
      const isRight = sentence.spans.some((span) => span.start < finding.end && finding.start < span.end);
      for (const type of [finding.type, 'all']) {
        countOf(type).found += 1;
        countOf(type).right += isRight ? 1 : 0;
      }
      if (!isRight) falseHits.push(placeOf(sentence, finding));
    }
    if (sentence.health === true && health.length === 0) healthMisses.push(sentence);
    if (sentence.health === false && health.length > 0) healthFalse.push(sentence);
  }
  const types = [...counts.keys()].filter((type) => type !== 'all').sort();
  return {
    byType: [...types, 'all'].map((type) => {
      const { spans, covered, found, right } = countOf(type);
      return { type, spans, recall: covered / spans, found, precision: right / found };
    }),
    misses,
    falseHits,
    health: healthFigures(labelled, healthMisses.length, healthFalse.length),
    healthMisses,
    healthFalse,
  };
}

function healthFigures(labelled: readonly Labelled[], missed: number, wrong: number): Evaluation['health'] {
  const texts = labelled.filter((sentence) => sentence.health === true).length;
  const others = labelled.filter((sentence) => sentence.health === false).length;
  if (texts + others === 0) return undefined;
  return { texts, flagged: 1 - missed / texts, falseShare: wrong / others };
}

function covers(
  findings: readonly { start: number; end: number }[],
  span: { start: number; end: number },
): boolean {
  let at = span.start;
  for (const { start, end } of [...findings].sort((a, b) => a.start - b.start)) {
    if (start <= at && end > at) at = end;
  }
  return at >= span.end;
}

function placeOf(
  { id, text }: Labelled,
  { start, end, type }: { start: number; end: number; type: string },
): Place {
  return {
    id,
    type,
    before: text.slice(Math.max(0, start - 12), start),
    span: text.slice(start, end),
    after: text.slice(end, end + 12),
  };
}
