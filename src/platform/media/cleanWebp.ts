const kept = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'];
const pictures = ['VP8 ', 'VP8L', 'ANMF'];
/** Flags of VP8X that announce Exif and XMP. Source: WebP container specification (RFC 9649 §2.7). */
const announced = 0x08 | 0x04;

/**
 * A WebP with nothing but its picture and its colours.
 *
 * @returns null where it is none, or ends before its end
 */
export function cleanWebp(bytes: Buffer): Buffer | null {
  if (bytes.length < 20) return null;
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  const whole = 8 + bytes.readUInt32LE(4);
  if (whole > bytes.length) return null;
  const parts: Buffer[] = [];
  let hasPicture = false;
  let at = 12;
  while (at + 8 <= whole) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    // Padded to even.
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > whole) return null;
    hasPicture ||= pictures.includes(name);
    if (kept.includes(name)) parts.push(keptChunk(name, bytes.subarray(at, Math.min(end, whole))));
    at = end;
  }
  if (!hasPicture) return null;
  const head = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  head.writeUInt32LE(4 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

function keptChunk(name: string, chunk: Buffer): Buffer {
  if (name !== 'VP8X' || chunk.length < 9) return chunk;
  const plain = Buffer.from(chunk);
  plain[8] = (plain[8] ?? 0) & ~announced;
  return plain;
}
