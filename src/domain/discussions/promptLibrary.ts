import { z } from 'zod';
import type { Bilingual } from '../ports.ts';
import guideWords from './lists/guideWords.json' with { type: 'json' };
import promptLibrary from './lists/promptLibrary.json' with { type: 'json' };

const bilingual = z.object({ ja: z.string().min(1), en: z.string().min(1) });

/** Where a prompt leads the talk: to the customer first, then to our own work, then to what we do from tomorrow. */
export const talkParts = ['customer', 'us', 'tomorrow'] as const;
export type TalkPart = (typeof talkParts)[number];

/** What a prompt is about, where it is about something. */
export const promptThemes = [
  'waiting',
  'explanation',
  'procedure',
  'handover',
  'feelings',
  'praise',
] as const;
export type PromptTheme = (typeof promptThemes)[number];

const libraryPromptSchema = z.strictObject({
  /** Stable: uses are counted by it. */
  key: z.string().regex(/^[a-z-]+$/),
  /** Keys of the kinds of voice that it suits. */
  kinds: z.array(z.string()).min(1),
  part: z.enum(talkParts),
  theme: z.enum(promptThemes).optional(),
  text: bilingual,
});
export type LibraryPrompt = z.infer<typeof libraryPromptSchema>;

/** Prompts that facilitators may take from. Add at the end; a key is never given to another prompt. */
export const libraryPrompts: readonly LibraryPrompt[] = z.array(libraryPromptSchema).parse(promptLibrary);

export interface GuideWords {
  opening: Bilingual;
  listenFor: Bilingual;
  closing: Bilingual;
}

const words: Readonly<Record<string, GuideWords>> = z
  .record(z.string(), z.strictObject({ opening: bilingual, listenFor: bilingual, closing: bilingual }))
  .parse(guideWords);

/** Voices of a kind that the company made itself are talked about like a question: nothing is taken for granted. */
const kindlessKind = 'inquiry';

/** The kind whose prompts and words fit a voice of this kind. */
export function libraryKind(kind: string): string {
  return kind in words ? kind : kindlessKind;
}

/** What a leader reads aloud and listens for, by kind of voice. */
export function guideWordsOf(kind: string): GuideWords {
  const found = words[libraryKind(kind)];
  if (!found) throw new Error(`no guide for ${kindlessKind}`);
  return found;
}
