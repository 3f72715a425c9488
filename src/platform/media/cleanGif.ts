const extension = 0x21;
const picture = 0x2c;
const trailer = 0x3b;
/** Labels of extensions. Source: GIF89a §23–26. */
const graphicControl = 0xf9;
const application = 0xff;

/**
 * A GIF with nothing but its pictures and how often they repeat: without comments, XMP, and what follows its end.
 *
 * @returns null where it is none, or ends before its end
 */
export function cleanGif(bytes: Buffer): Buffer | null {
  if (!/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6)) || bytes.length < 13) return null;
  let at = 13 + tableBytes(bytes[10] ?? 0);
  const parts: Buffer[] = [bytes.subarray(0, at)];
  let hasPicture = false;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === trailer) return hasPicture ? Buffer.concat([...parts, Buffer.from([trailer])]) : null;
    const end = endOfBlock(bytes, at);
    if (end === null) return null;
    hasPicture ||= kind === picture;
    if (kind === picture || isSeen(bytes, at)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

/** Size of a table of colours, by the flags before it. */
function tableBytes(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
}

function isSeen(bytes: Buffer, at: number): boolean {
  const label = bytes[at + 1];
  if (label === graphicControl) return true;
  return label === application && bytes.toString('latin1', at + 3, at + 14) === 'NETSCAPE2.0';
}

function endOfBlock(bytes: Buffer, at: number): number | null {
  if (bytes[at] === extension) return endOfParts(bytes, at + 2);
  if (bytes[at] !== picture || at + 10 > bytes.length) return null;
  // Place, size and flags; the table; one byte of code size.
  return endOfParts(bytes, at + 10 + tableBytes(bytes[at + 9] ?? 0) + 1);
}

/** Parts of a length and as many bytes; one of length 0 ends them. */
function endOfParts(bytes: Buffer, from: number): number | null {
  let at = from;
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
  return null;
}
