import { expect, it } from 'vitest';
import { cleanFile } from '../../src/platform/media/cleanFile.ts';
import { gif, jpeg, pdf, png, secret, webp } from '../support/pictures.ts';

const pictures = { 'image/png': png, 'image/jpeg': jpeg, 'image/webp': webp, 'image/gif': gif };

it.each(Object.entries(pictures))('%s tells nothing but what it shows', (type, picture) => {
  const file = cleanFile(picture());
  expect(file).toMatchObject({ type, tells: false });
  expect(Buffer.from(file?.content ?? []).includes(secret)).toBe(false);
  // Once more changes nothing, and it is still what it was.
  expect(cleanFile(file?.content ?? new Uint8Array())).toEqual(file);
});

it('a photo stays the right way up, with its colours', () => {
  const content = Buffer.from(cleanFile(jpeg(6))?.content ?? []);
  const at = content.indexOf('Exif\0\0');
  expect(content.readUInt16BE(at + 6 + 18)).toBe(6);
  expect(content.includes('ICC_PROFILE')).toBe(true);
  expect(Buffer.from(cleanFile(jpeg(1))?.content ?? []).includes('Exif')).toBe(false);
});

it('a GIF goes on repeating', () => {
  expect(Buffer.from(cleanFile(gif())?.content ?? []).includes('NETSCAPE2.0')).toBe(true);
});

it('a PDF stays as it is, and says so', () => {
  expect(cleanFile(pdf())).toMatchObject({ type: 'application/pdf', tells: true, content: pdf() });
});

it('whatever was cut off, or is something else, is refused', () => {
  for (const make of [...Object.values(pictures), pdf]) {
    const whole = make();
    const used = cleanFile(whole)?.content.byteLength ?? 0;
    for (let length = 0; length < used - 12; length += 3) {
      expect(cleanFile(whole.subarray(0, length)), `${make.name} ${length}`).toBeNull();
    }
  }
  for (const words of [
    '<svg onload="alert(1)">',
    'MZ\x90\0',
    '<html>%PDF-1.7 %%EOF',
    '',
    'GIF89a',
    '\xff\xd8\xff',
  ])
    expect(cleanFile(Buffer.from(words, 'latin1'))).toBeNull();
});

it('noise breaks nothing', () => {
  // A generator of its own, so that a failure comes again.
  let seed = 7;
  const next = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed;
  };
  for (const make of Object.values(pictures)) {
    for (let round = 0; round < 400; round += 1) {
      const bytes = make();
      for (let change = 0; change < 4; change += 1) bytes[next() % bytes.length] = next() % 256;
      expect(() => cleanFile(bytes)).not.toThrow();
    }
  }
});
