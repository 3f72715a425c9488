import { inflateSync } from 'node:zlib';

/**
 * What a PDF does by itself, or carries along: it would run or be unpacked where a colleague opens it. An /OpenAction
 * alone shows a page; what it might run has a name of its own here. ISO 32000-1 §12.6.4, §7.11.4, §13.6.
 */
const active =
  /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE)(?![A-Za-z0-9])/u;
/** Objects of a document that somebody wrote unpack to less. */
const mostUnpacked = 32 * 1024 * 1024;

/**
 * Whether a PDF only shows pages. Names may be written with escapes (`/J#61vaScript`), and objects may lie in packed
 * streams (§7.5.7): both are looked into. Other streams are pictures, fonts and drawings, which name no action.
 */
export function isQuietPdf(bytes: Buffer): boolean {
  let [at, left] = [0, mostUnpacked];
  for (;;) {
    const start = bytes.indexOf('stream', at);
    const words = bytes.toString('latin1', at, start < 0 ? bytes.length : start);
    if (isActive(words)) return false;
    if (start < 0) return true;
    const end = bytes.indexOf('endstream', start);
    if (end < 0) return true;
    if (/\/ObjStm(?![A-Za-z0-9])/u.test(unescaped(words.slice(-2_048)))) {
      const content = unpacked(bytes.subarray(start + 'stream'.length, end), left);
      if (content === null || isActive(content)) return false;
      left -= content.length;
    }
    at = end + 'endstream'.length;
  }
}

function isActive(words: string): boolean {
  return active.test(unescaped(words));
}

function unescaped(words: string): string {
  return words.replace(/#([0-9a-f]{2})/giu, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/** Null: what cannot be looked into, encrypted, broken or larger than that. */
function unpacked(stream: Buffer, most: number): string | null {
  const start = stream[0] === 0x0d ? 2 : 1;
  try {
    return inflateSync(stream.subarray(start), { maxOutputLength: Math.max(1, most) }).toString('latin1');
  } catch {
    return null;
  }
}
