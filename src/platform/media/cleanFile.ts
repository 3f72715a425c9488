import { cleanGif } from './cleanGif.ts';
import { cleanJpeg } from './cleanJpeg.ts';
import { cleanPng } from './cleanPng.ts';
import { cleanWebp } from './cleanWebp.ts';
import { isQuietPdf } from './quietPdf.ts';

export type FileType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'application/pdf';

export interface CleanFile {
  type: FileType;
  content: Uint8Array;
  /** It may still tell who made it, where and when: nothing was taken out. */
  tells: boolean;
}

const cleaners: Readonly<Record<string, (bytes: Buffer) => Buffer | null>> = {
  'image/png': cleanPng,
  'image/jpeg': cleanJpeg,
  'image/webp': cleanWebp,
  'image/gif': cleanGif,
};

/**
 * Finds out by its bytes what a picture or a PDF is, and takes out of pictures what does not show: camera, place, time,
 * comments, previews, whatever follows the picture. Each format is a list of parts; only those that the picture needs
 * are kept. A PDF stays as it is, where it only shows pages.
 *
 * @returns null where it is nothing of this kind, or broken
 */
export function cleanFile(content: Uint8Array): CleanFile | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (isPdf(bytes)) return !isQuietPdf(bytes) ? null : { type: 'application/pdf', content, tells: true };
  for (const [type, clean] of Object.entries(cleaners)) {
    const cleaned = clean(bytes);
    if (cleaned) return { type: type as FileType, content: cleaned, tells: false };
  }
  return null;
}

/** ISO 32000-1 §7.5: a head with the version, and the end's mark in the last kilobyte. */
function isPdf(bytes: Buffer): boolean {
  const isBegun = /^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 8));
  return isBegun && bytes.subarray(-1_024).includes('%%EOF');
}
