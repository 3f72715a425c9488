import { z } from 'zod';
import type { EditionState } from '../listening/index.ts';
import type { Bilingual } from '../ports.ts';
import {
  guideWordsOf,
  type LibraryPrompt,
  libraryKind,
  libraryPrompts,
  type PromptTheme,
  talkParts,
} from './promptLibrary.ts';

/** What the leader of a discussion has in hand: read aloud, ask, listen for, close. */
export interface Guide {
  opening: Bilingual;
  prompts: Bilingual[];
  listenFor: Bilingual;
  closing: Bilingual;
}

/** Longest prompt and longest other text of a guide, in UTF-16 units: what a leader can read aloud. */
export const longestPrompt = 200;
export const longestGuideText = 600;
/** Most prompts of a guide: a quarter of an hour holds no more. */
export const mostPrompts = 3;

const spoken = (longest: number) =>
  z.strictObject({ ja: z.string().trim().min(1).max(longest), en: z.string().trim().min(1).max(longest) });

/** A guide as a curator writes it, in both languages. */
export const guideInputSchema = z.strictObject({
  opening: spoken(longestGuideText),
  prompts: z.array(spoken(longestPrompt)).min(1).max(mostPrompts),
  listenFor: spoken(longestGuideText),
  closing: spoken(longestGuideText),
});
export type GuideInput = z.infer<typeof guideInputSchema>;

/** A guide as it is stored: prompts remember from where they were taken. */
export const writtenGuideSchema = guideInputSchema.extend({
  prompts: z
    .array(z.strictObject({ text: spoken(longestPrompt), libraryKey: z.string().optional() }))
    .min(1)
    .max(mostPrompts),
});
export type WrittenGuide = z.infer<typeof writtenGuideSchema>;

/**
 * The guide to store. A prompt counts as taken from the library while its Japanese is the library's: the English
 * may be tuned, what was written anew is the curator's own.
 */
export function writtenGuide(input: GuideInput): WrittenGuide {
  return {
    ...input,
    prompts: input.prompts.map((text) => {
      const taken = libraryPrompts.find((prompt) => prompt.text.ja === text.ja);
      return taken ? { text, libraryKey: taken.key } : { text };
    }),
  };
}

/** Whose words a guide's prompts are: a curator's for this voice, the month's plan's, or the library's. */
export type GuideSource = 'written' | 'edition' | 'library';

/** What a guide is made of. */
export interface GuideParts {
  /** Null: no voice of the month is left. */
  kind: string | null;
  written: WrittenGuide | null;
  /** What a curator planned for the month; null where nobody chose any. */
  planned: Bilingual[] | null;
  /** yyyy-mm; null where the voice is in no month's plan. */
  month: string | null;
}

/** A curator's guide of the voice comes first, then what was planned for the month, then the library. */
export function guideFrom({ kind, written, planned, month }: GuideParts): Guide & { source: GuideSource } {
  if (written) {
    return { ...written, prompts: written.prompts.map((prompt) => prompt.text), source: 'written' };
  }
  const { opening, listenFor, closing } = guideWordsOf(kind ?? '');
  const prompts = planned ?? defaultPrompts(kind ?? '', month).map((prompt) => prompt.text);
  return { opening, prompts, listenFor, closing, source: planned ? 'edition' : 'library' };
}

/** Themes that fit whatever the customer spoke of; of waiting or of a form only some speak. */
const fitAlways: readonly PromptTheme[] = ['feelings', 'praise'];

/**
 * The library's three prompts for a kind of voice: about the customer, about our own work, about tomorrow. They go
 * round from month to month, so that complaints are not talked about with the same words for a year.
 */
export function defaultPrompts(kind: string, month: string | null): LibraryPrompt[] {
  const suited = suitedPrompts(kind).filter(({ theme }) => theme === undefined || fitAlways.includes(theme));
  const turn = month ? monthsSinceZero(month) : 0;
  return talkParts.flatMap((part) => {
    const choice = suited.filter((prompt) => prompt.part === part);
    return choice[turn % choice.length] ?? [];
  });
}

/** All prompts of the library that suit a kind of voice. */
export function suitedPrompts(kind: string): LibraryPrompt[] {
  return libraryPrompts.filter((prompt) => prompt.kinds.includes(libraryKind(kind)));
}

function monthsSinceZero(month: string): number {
  const [year = 0, ofYear = 0] = month.split('-').map(Number);
  return year * 12 + ofYear;
}

/** Whether two lists of prompts say the same. */
export function samePrompts(one: readonly Bilingual[], other: readonly Bilingual[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ ja, en }, index) => ja === other[index]?.ja && en === other[index]?.en)
  );
}

/** Whether two guides say the same: saving twice is saving once. */
export function sameGuide(one: WrittenGuide, other: WrittenGuide): boolean {
  const textsOf = ({ opening, prompts, listenFor, closing }: WrittenGuide) => [
    opening,
    ...prompts.map(({ text }) => text),
    listenFor,
    closing,
  ];
  return samePrompts(textsOf(one), textsOf(other));
}

/** A month that a voice is planned for. */
export interface VoiceMonth {
  month: string;
  state: EditionState;
  /** The month's discussions are led by the guide of this voice: it is the first that was not withdrawn. */
  leads: boolean;
}

/** What curators look at first: what people talk about now, then what comes, then what has no month, then what was. */
const urgency: readonly (EditionState | null)[] = ['open', 'approved', 'in_review', 'draft', null, 'closed'];

/** The month that counts for a voice of several: the most urgent, of equal ones the newest. Cancelled ones do not. */
export function monthThatCounts(months: readonly VoiceMonth[]): VoiceMonth | null {
  return months.filter(({ state }) => state !== 'cancelled').sort(byUrgency)[0] ?? null;
}

/** For sorting voices by the month that counts for each. */
export function byUrgency(one: VoiceMonth | null, other: VoiceMonth | null): number {
  const rank = (of: VoiceMonth | null) => urgency.indexOf(of?.state ?? null);
  const newest = (other?.month ?? '').localeCompare(one?.month ?? '');
  return rank(one) - rank(other) || newest || Number(other?.leads ?? false) - Number(one?.leads ?? false);
}
