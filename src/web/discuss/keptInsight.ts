import type { InsightFields } from '../../edges/http/contract/discussion.ts';

export type KeptInsight = { id: string; fields: InsightFields };

/** What is being written, in this tab only: leaving the page and coming back loses nothing, and nobody else has it. */
export function keptInsight(place: string): KeptInsight | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(place)) ?? 'null') as KeptInsight | null;
    // Written by an older page: better begun anew than half understood.
    return typeof kept?.fields?.why === 'string' && Array.isArray(kept.fields.feelings) ? kept : null;
  } catch {
    return null;
  }
}

export function keepInsight(place: string, kept: KeptInsight | null): void {
  try {
    if (kept) sessionStorage.setItem(keyOf(place), JSON.stringify(kept));
    else sessionStorage.removeItem(keyOf(place));
  } catch {
    // Where the browser keeps nothing, what is written lives as long as the page.
  }
}

function keyOf(place: string): string {
  return `kikidoki.insight.${place}`;
}
