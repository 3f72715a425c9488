/** Markers. Source: ITU-T T.81 Annex B. */
const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const app0 = 0xe0;
const app1 = 0xe1;
const app2 = 0xe2;
/** Tells how the colours of a CMYK picture are meant. */
const adobe = 0xee;

/**
 * A JPEG with nothing but its picture, its colours and which side is up.
 *
 * @returns null where it is none, or ends before its end
 */
export function cleanJpeg(bytes: Buffer): Buffer | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xff00 + startOfImage) return null;
  const parts: Buffer[] = [];
  let orientation = 1;
  let hasScan = false;
  let at = 2;
  while (at + 4 <= bytes.length || bytes[at + 1] === endOfImage) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) return hasScan ? joined(parts, orientation) : null;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end < at + 4 || end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (marker === app1) orientation = orientationOf(segment) ?? orientation;
    const kept = keptPart(marker, segment);
    if (kept) parts.push(kept);
    at = end;
    if (marker !== startOfScan) continue;
    const next = endOfScan(bytes, at);
    parts.push(bytes.subarray(at, next));
    at = next;
    hasScan = true;
  }
  return null;
}

/** What is needed to see the picture; null: the segment goes. */
function keptPart(marker: number, segment: Buffer): Buffer | null {
  const name = segment.toString('latin1', 4, 16);
  if (marker === app0) return name.startsWith('JFIF\0') ? withoutPreview(segment) : null;
  if (marker === app2) return name.startsWith('ICC_PROFILE\0') ? segment : null;
  if (marker === adobe) return name.startsWith('Adobe') ? segment : null;
  // SOF, DHT, DAC, SOS, DQT, DNL, DRI, DHP.
  const isPicture = (marker >= 0xc0 && marker <= 0xcf) || (marker >= startOfScan && marker <= 0xde);
  return isPicture ? segment : null;
}

/** JFIF 1.02: the last two of its 14 bytes are the size of a preview, which would follow. */
function withoutPreview(segment: Buffer): Buffer | null {
  if (segment.length < 18) return null;
  const head = Buffer.from(segment.subarray(0, 18));
  head.writeUInt16BE(16, 2);
  head.writeUInt16BE(0, 16);
  return head;
}

/** Compressed data goes on to the next marker; 0xFF00 is a byte of it, RST0–7 stand between its parts. */
function endOfScan(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(0xff, from);
  while (at >= 0 && at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    at = bytes.indexOf(0xff, at + 2);
  }
  return bytes.length;
}

/** Exif 2.3 §4.6: tag 0x0112 in the first directory of a TIFF. */
function orientationOf(segment: Buffer): number | null {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0' || segment.length < 20) return null;
  const tiff = segment.subarray(10);
  const isLittle = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return null;
  for (let entry = 0; entry < short(start); entry += 1) {
    const at = start + 2 + entry * 12;
    if (at + 12 > tiff.length) return null;
    if (short(at) === 0x0112) {
      const value = short(at + 8);
      return value >= 1 && value <= 8 ? value : null;
    }
  }
  return null;
}

function joined(parts: readonly Buffer[], orientation: number): Buffer {
  const head = Buffer.from([0xff, startOfImage]);
  const turned = orientation === 1 ? [] : [orientationSegment(orientation)];
  const isJfif = parts[0]?.[1] === app0;
  const [first, rest] = isJfif ? [parts.slice(0, 1), parts.slice(1)] : [[], parts];
  return Buffer.concat([head, ...first, ...turned, ...rest, Buffer.from([0xff, endOfImage])]);
}

/** Exif with one entry: which side is up. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(0x0112, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const head = Buffer.from([0xff, app1, 0, 2 + 6 + tiff.length]);
  return Buffer.concat([head, Buffer.from('Exif\0\0', 'latin1'), tiff]);
}
