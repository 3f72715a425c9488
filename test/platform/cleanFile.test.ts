import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
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

describe('a PDF that would do something by itself', () => {
  const pdfOf = (objects: string | Buffer) =>
    Buffer.concat([
      Buffer.from('%PDF-1.7\n'),
      Buffer.from(objects as string),
      Buffer.from('\ntrailer\n<<>>\n%%EOF\n'),
    ]);
  const packed = (objects: string) =>
    Buffer.concat([
      Buffer.from('1 0 obj\n<< /Type /ObjStm /Filter /FlateDecode >>\nstream\r\n'),
      deflateSync(Buffer.from(objects)),
      Buffer.from('\nendstream\nendobj'),
    ]);

  it.each([
    ['runs a script', '<< /S /JavaScript /JS (app.alert(1)) >>'],
    ['runs a script under an escaped name', '<< /S /J#61vaScript /J#53 (app.alert(1)) >>'],
    ['starts a program', '<< /S /Launch /F (cmd.exe) >>'],
    ['carries a file', '<< /Names << /EmbeddedFiles 2 0 R >> >>'],
  ])('is refused: %s', (_what, object) => {
    expect(cleanFile(pdfOf(object))).toBeNull();
    expect(cleanFile(pdfOf(packed(object)))).toBeNull();
  });

  it('is refused where its objects unpack without end', () => {
    expect(cleanFile(pdfOf(packed(' '.repeat(40 * 1024 * 1024))))).toBeNull();
  });

  it('is another one than a page that opens at its beginning, or a picture that looks like words', () => {
    for (const quiet of [
      '<< /OpenAction [1 0 R /XYZ null null 0] >>',
      packed('<< /Type /Page >>'),
      '<< /Length 9 >>\nstream\n/JS /Launch\nendstream',
    ])
      expect(cleanFile(pdfOf(quiet))).toMatchObject({ type: 'application/pdf' });
  });
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
