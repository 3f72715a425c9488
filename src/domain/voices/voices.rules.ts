import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import type { Settings } from '../../platform/settings.ts';
import { hasWords, isPlain, isVisible, unplainPlaces } from './characters.rules.ts';

export type VoiceState = 'in_review' | 'approved' | 'withdrawn';

/** Which state a voice may leave for which. Any other move is an error. */
export const voiceMoves: Readonly<Record<VoiceState, readonly VoiceState[]>> = {
  in_review: ['approved', 'withdrawn'],
  approved: ['withdrawn'],
  withdrawn: [],
};

/** @throws AppError voice.badState, naming the states from which the move is possible */
export function requireVoiceMove(
  { state, reference }: { state: VoiceState; reference: string },
  to: VoiceState,
): void {
  if (voiceMoves[state].includes(to)) return;
  const allowed = (Object.keys(voiceMoves) as VoiceState[]).filter((from) => voiceMoves[from].includes(to));
  throw new AppError('voice.badState', { reference, state, allowed: allowed.join(', ') });
}

export const speakerSchema = z.enum(['customer', 'operator']);
export type Speaker = z.infer<typeof speakerSchema>;

export const sentenceSchema = z.object({
  index: z.int(),
  startMs: z.int(),
  endMs: z.int(),
  speaker: speakerSchema,
  text: z.string(),
});
export type Sentence = z.infer<typeof sentenceSchema>;

export const bleepSchema = z.strictObject({
  startMs: z.int().min(0),
  endMs: z.int().min(1),
  label: z.string().min(1).max(20),
});
export type Bleep = z.infer<typeof bleepSchema>;

export const acceptedSchema = z.strictObject({
  text: z.string().min(1).max(60),
  why: z.string().trim().min(2).max(200),
});
export type Accepted = z.infer<typeof acceptedSchema>;

/** The metadata file of an excerpt (docs/voice-format.md). */
export const voiceMetadataSchema = z.strictObject({
  reference: z.string(),
  kind: z.string(),
  lineOfBusiness: z.string(),
  intakeChannel: z.string(),
  caller: z.string(),
  receivedMonth: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  quote: z.string().min(4).max(120),
  handledWell: z.string().min(1).max(400).optional(),
  /** Names that the transcript uses for its speakers. */
  speakers: z.record(z.string(), speakerSchema),
  bleeps: z.array(bleepSchema),
  /** Words that look like personal data and were looked at by a person who says why they are none. */
  accepted: z.array(acceptedSchema).max(100).optional(),
  licence: z.string().max(200).optional(),
  attribution: z.string().max(1000).optional(),
});
export type VoiceMetadata = z.infer<typeof voiceMetadataSchema>;

/** Letters and digits, Japanese ones too, and `-_.`; a leading `-` would be taken for an option by commands. */
const referencePattern = /^(?!-)[A-Za-z0-9\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー_.-]{1,60}$/u;

/** Commands take a voice by its reference or its id: no reference may look like an id. */
const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A masked word in a transcript: 【氏名】, 【電話番号】 … */
export const maskPattern = /【[^【】]{1,12}】/g;

const maskBracket = /[【】]/;

/**
 * Checks the metadata's shape and characters, and that its keys are the company's own.
 *
 * @throws AppError voice.unknownMetadata, voice.badMetadata naming the faulty entries, voice.badCharacters,
 *   voice.badReference
 */
export function parseVoiceMetadata(input: unknown, settings: Settings): VoiceMetadata {
  const parsed = voiceMetadataSchema.safeParse(input);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const unknown = issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key].join('.')) : [],
    );
    // First: an entry that is missing may be the one that was mistyped.
    if (unknown.length > 0) throw new AppError('voice.unknownMetadata', { where: namesOf(unknown) });
    const where = issues.map((issue) => issue.path.join('.'));
    throw new AppError('voice.badMetadata', { where: namesOf(where) });
  }
  const metadata = parsed.data;
  checkCharacters(metadata);
  const unknown = [
    Object.hasOwn(settings.kinds, metadata.kind) ? '' : 'kind',
    Object.hasOwn(settings.linesOfBusiness, metadata.lineOfBusiness) ? '' : 'lineOfBusiness',
    Object.hasOwn(settings.intakeChannels, metadata.intakeChannel) ? '' : 'intakeChannel',
    Object.hasOwn(settings.callers, metadata.caller) ? '' : 'caller',
  ].filter(Boolean);
  if (unknown.length > 0) throw new AppError('voice.badMetadata', { where: unknown.join(', ') });
  return metadata;
}

/** Entries as they can be named: they go to a terminal. */
function namesOf(places: readonly string[]): string {
  return [...new Set(places.map((place) => (place && isVisible(place) ? place : 'voice.json')))].join(', ');
}

/** What people and commands read must be what is written: nothing in it that cannot be seen. */
function checkCharacters(metadata: VoiceMetadata): void {
  const { reference, quote, speakers } = metadata;
  if (!referencePattern.test(reference) || uuidPattern.test(reference))
    throw new AppError('voice.badReference');
  const isReadable = (text: string) => isVisible(text) && hasWords(text);
  const faulty = [
    ...unplainPlaces(metadata),
    isReadable(quote) ? '' : 'quote',
    Object.keys(speakers).every(isReadable) ? '' : 'speakers',
  ].filter(Boolean);
  if (faulty.length > 0)
    throw new AppError('voice.badCharacters', { where: [...new Set(faulty)].join(', ') });
}

/** How much later than the sound's end a last sentence may end: decoders round differently. */
const lengthToleranceMs = 500;

/** No word is said in less: a shorter tone covers nothing. */
const shortestBleepMs = 80;

/**
 * Checks that words, quote, masks and tones belong together.
 *
 * @throws AppError voice.badTranscript, voice.transcriptTooLong, voice.badCharacters, voice.badMask,
 *   voice.quoteNotCustomers, voice.quoteMasked, voice.bleepMismatch, voice.bleepShort
 */
export function checkExcerpt(
  metadata: VoiceMetadata,
  sentences: readonly Sentence[],
  durationMs: number,
): void {
  checkTimes(sentences, durationMs);
  for (const sentence of sentences) checkText(sentence);
  if (maskBracket.test(metadata.quote)) throw new AppError('voice.quoteMasked');
  const said = sentences.some(
    (sentence) => sentence.speaker === 'customer' && sentence.text.includes(metadata.quote),
  );
  if (!said) throw new AppError('voice.quoteNotCustomers');
  for (const bleep of metadata.bleeps) {
    if (bleep.endMs <= bleep.startMs || bleep.startMs >= durationMs) {
      throw new AppError('voice.bleepMismatch', { at: clockText(bleep.startMs) });
    }
    if (bleep.endMs - bleep.startMs < shortestBleepMs) {
      throw new AppError('voice.bleepShort', { at: clockText(bleep.startMs) });
    }
  }
  for (const sentence of sentences) checkMasks(sentence, metadata.bleeps);
}

function checkTimes(sentences: readonly Sentence[], durationMs: number): void {
  let last = 0;
  for (const sentence of sentences) {
    const faulty = sentence.startMs < last || sentence.endMs <= sentence.startMs;
    if (faulty) throw new AppError('voice.badTranscript', { where: clockText(sentence.startMs) });
    last = sentence.endMs;
  }
  if (last > durationMs + lengthToleranceMs) {
    const seconds = (ms: number) => (ms / 1000).toFixed(1);
    throw new AppError('voice.transcriptTooLong', { words: seconds(last), sound: seconds(durationMs) });
  }
}

/** @throws AppError voice.badCharacters, voice.badMask: an unclosed one would leave the word in the open */
function checkText({ text, startMs }: Sentence): void {
  if (!isPlain(text)) throw new AppError('voice.badCharacters', { where: clockText(startMs) });
  if (maskBracket.test(text.replace(maskPattern, ''))) {
    throw new AppError('voice.badMask', { at: clockText(startMs) });
  }
}

/** A mask without a tone would mean that the sound still says the word; a tone without a mask, the reverse. */
function checkMasks(sentence: Sentence, bleeps: readonly Bleep[]): void {
  const masks = sentence.text.match(maskPattern)?.length ?? 0;
  const tones = bleeps.filter(
    (bleep) => bleep.startMs < sentence.endMs && bleep.endMs > sentence.startMs,
  ).length;
  if (masks !== tones) throw new AppError('voice.bleepMismatch', { at: clockText(sentence.startMs) });
}

/** 83000 → "1:23". */
export function clockText(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
