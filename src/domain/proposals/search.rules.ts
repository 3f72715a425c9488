import { type ProposalState, proposalStates } from './proposal.rules.ts';

/** What was handed over is its office's business. */
export const listedStates: readonly ProposalState[] = proposalStates.filter((state) => state !== 'referred');

/** Receipt number in words that somebody looks for; small letters, full-width ones and missing zeros are understood. */
export function numberIn(words: string): { fiscalYear: number; serial: number } | null {
  const written = words
    .normalize('NFKC')
    .replace(/[\s‐‑‒–—―ー−]/g, '-')
    .trim();
  const found = /^k-?(\d{4})-?(\d{5})$|^k-?(\d{4})-(\d{1,6})$/i.exec(written)?.filter(Boolean);
  if (!found) return null;
  return { fiscalYear: Number(found[1]), serial: Number(found[2]) };
}

/** The single words of a search; a receipt number is none. */
export function wordsIn(words: string): string[] {
  if (numberIn(words)) return [];
  return words
    .split(/[\s\u3000]+/)
    .filter((word) => word !== '')
    .slice(0, 8);
}
