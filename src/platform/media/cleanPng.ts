const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Chunks that change what is seen: transparency, colours, density, animation. Source: PNG, third edition, §11. */
const seen = ['tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT'];

/**
 * A PNG with nothing but its picture: without texts, Exif, times, and what follows its end.
 *
 * @returns null where it is none, or ends before its end
 */
export function cleanPng(bytes: Buffer): Buffer | null {
  if (!bytes.subarray(0, 8).equals(signature)) return null;
  const parts: Buffer[] = [signature];
  const names: string[] = [];
  let at = 8;
  while (at + 12 <= bytes.length) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const end = at + 12 + bytes.readUInt32BE(at);
    if (end > bytes.length || (names.length === 0 && name !== 'IHDR')) return null;
    names.push(name);
    // A capital letter first: nothing can be shown without it.
    if (/^[A-Z]/.test(name) || seen.includes(name)) parts.push(bytes.subarray(at, end));
    if (name === 'IEND') return names.includes('IDAT') ? Buffer.concat(parts) : null;
    at = end;
  }
  return null;
}
