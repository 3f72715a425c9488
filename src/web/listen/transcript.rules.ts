import type { Sentence } from '../../edges/http/contract.ts';

/** Consecutive sentences of one speaker. */
export type Turn = { speaker: Sentence['speaker']; sentences: Sentence[] };

/** A piece of a sentence: words as spoken, or the name of what was masked (without 【】). */
export type SentencePart = { masked: boolean; text: string; startsAt: number };

/** The transcript as a conversation: one turn per change of speaker. */
export function turnsOf(sentences: readonly Sentence[]): Turn[] {
  const turns: Turn[] = [];
  for (const sentence of sentences) {
    const last = turns.at(-1);
    if (last?.speaker === sentence.speaker) last.sentences.push(sentence);
    else turns.push({ speaker: sentence.speaker, sentences: [sentence] });
  }
  return turns;
}

/** The place of the sentence being spoken at this moment; in a silence the one before it; -1 before all. */
export function sentenceAt(sentences: readonly Sentence[], atMs: number): number {
  return sentences.findLastIndex((sentence) => sentence.startMs <= atMs);
}

/** A sentence cut at its masked words 【…】. */
export function partsOf(text: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let at = 0;
  for (const match of text.matchAll(/【([^】]+)】/g)) {
    if (match.index > at) parts.push({ masked: false, text: text.slice(at, match.index), startsAt: at });
    parts.push({ masked: true, text: match[1] ?? '', startsAt: match.index });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ masked: false, text: text.slice(at), startsAt: at });
  return parts;
}

/** The place in the sound that an address asks for (`at`, in whole seconds), in ms; null where it asks for none. */
export function askedPlace(at: string | null, durationMs: number): number | null {
  if (at === null || !/^\d{1,5}$/.test(at)) return null;
  const ms = Number(at) * 1000;
  return ms < durationMs ? ms : null;
}
