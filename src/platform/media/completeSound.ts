import { mp3LengthMs } from './mp3Frames.ts';

/** Decoders and headers round differently. */
const toleranceMs = 500;

/**
 * Whether a sound file holds all that its headers say: an upload that was cut off plays to the cut, while its
 * header still gives the whole length.
 *
 * @param declaredMs the length by its headers
 */
export function isComplete(content: Uint8Array, type: string, declaredMs: number): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (type === 'audio/mpeg') {
    const actualMs = mp3LengthMs(bytes);
    return actualMs === null || actualMs >= declaredMs - toleranceMs;
  }
  return type === 'audio/wav' ? holdsItsChunks(bytes) : holdsItsBoxes(bytes);
}

/** RIFF: after the 12 bytes of its head, chunks of a name, a length and padding to even. */
function holdsItsChunks(bytes: Buffer): boolean {
  let at = 12;
  while (at + 8 <= bytes.length) {
    const length = bytes.readUInt32LE(at + 4);
    const end = at + 8 + length;
    if (bytes.toString('latin1', at, at + 4) === 'data') return end <= bytes.length;
    at = end + (length % 2);
  }
  return false;
}

/** ISO base media file format §4.2: boxes of a length and a name; 1 = the length follows in 8 bytes, 0 = the rest. */
function holdsItsBoxes(bytes: Buffer): boolean {
  let at = 0;
  let hasMedia = false;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= bytes.length;
    const length = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short;
    if (length < 8 || at + length > bytes.length) return false;
    hasMedia ||= bytes.toString('latin1', at + 4, at + 8) === 'mdat';
    at += length;
  }
  return hasMedia;
}
