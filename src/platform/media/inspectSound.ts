import { parseBuffer } from 'music-metadata';
import { isComplete } from './completeSound.ts';

export interface SoundFacts {
  durationMs: number;
  /** MIME type for the answer's Content-Type. */
  type: string;
  /** False: it was cut off, and ends before the length that it names. */
  complete: boolean;
}

/** Containers that every browser of Teams plays, by the name that music-metadata gives them. */
const typeByContainer: Readonly<Record<string, string>> = {
  MPEG: 'audio/mpeg',
  WAVE: 'audio/wav',
  'M4A/isom/iso2': 'audio/mp4',
};

/**
 * Finds out what kind of sound these bytes are and how long it lasts.
 *
 * @returns null when it is no sound that browsers play (MP3, WAV, M4A), or has no length
 */
export async function inspectSound(content: Uint8Array): Promise<SoundFacts | null> {
  try {
    const { format } = await parseBuffer(content, undefined, { duration: true, skipCovers: true });
    const container = format.container ?? '';
    const type = typeByContainer[container] ?? (container.startsWith('M4A') ? 'audio/mp4' : undefined);
    const seconds = format.duration ?? 0;
    // A WAV that is only a header reports 0 or NaN.
    if (!type || !Number.isFinite(seconds) || seconds <= 0) return null;
    const durationMs = Math.round(seconds * 1000);
    return { durationMs, type, complete: isComplete(content, type, durationMs) };
  } catch {
    return null;
  }
}
