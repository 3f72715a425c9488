import type { Finding } from './finding.ts';

/**
 * Findings in the order of the text without overlaps: the surer wins, then the longer. What the other covered
 * besides stays found, because a piece that no finding covers is a leak.
 *
 * @param text in normal form
 */
export function withoutOverlaps(text: string, findings: readonly Finding[]): Finding[] {
  const waiting = [...findings].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Finding[] = [];
  for (const finding of waiting) {
    const last = kept.at(-1);
    if (!last || finding.start >= last.end) {
      kept.push(finding);
      continue;
    }
    if (wins(finding, last)) {
      kept.pop();
      pushPiece(text, kept, last, last.start, finding.start);
      kept.push(finding);
      pushPiece(text, kept, last, finding.end, last.end);
    } else {
      pushPiece(text, kept, finding, last.end, finding.end);
    }
  }
  return kept;
}

function wins(one: Finding, other: Finding): boolean {
  if (one.confidence !== other.confidence) return one.confidence > other.confidence;
  return one.end - one.start > other.end - other.start;
}

/** Keeps what is left of a finding if there is more in it than punctuation, particles and single characters. */
function pushPiece(text: string, kept: Finding[], finding: Finding, start: number, end: number): void {
  if (
    end <= start ||
    !/[0-9A-Za-z〇零一二三四五六七八九]|[一-龠ァ-ヴ]{2}|ちょうめ|ばんち/.test(text.slice(start, end))
  )
    return;
  kept.push({ ...finding, start, end });
}
