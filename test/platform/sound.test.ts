import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isComplete } from '../../src/platform/media/completeSound.ts';
import { inspectSound } from '../../src/platform/media/inspectSound.ts';
import { mp3LengthMs } from '../../src/platform/media/mp3Frames.ts';
import { sampleVoiceFolders } from '../support/templates.ts';

const samples = sampleVoiceFolders().map((folder) => readFileSync(join(folder, 'sound.mp3')));

describe('a sound', () => {
  it('that is whole is complete, its frames as long as its header says', async () => {
    for (const sound of samples) {
      const facts = await inspectSound(sound);
      expect(facts).toMatchObject({ type: 'audio/mpeg', complete: true });
      expect(Math.abs((mp3LengthMs(sound) ?? 0) - (facts?.durationMs ?? 0))).toBeLessThan(100);
    }
  });

  it.each([0.05, 0.5, 0.9, 0.98])('of which only %d is there is not complete', async (share) => {
    for (const sound of samples) {
      expect(await inspectSound(sound.subarray(0, sound.length * share))).toMatchObject({ complete: false });
    }
  });

  it('in WAV is complete when its data are all there', async () => {
    const whole = wav(16_000, 16_000);
    expect(await inspectSound(whole)).toEqual({ durationMs: 1_000, type: 'audio/wav', complete: true });
    expect((await inspectSound(wav(160_000, 16_000)))?.complete ?? false).toBe(false);
    expect(isComplete(whole.subarray(0, 30), 'audio/wav', 1_000)).toBe(false);
  });

  it('in M4A is complete when its boxes are all there', () => {
    const whole = Buffer.concat([box('ftyp', 16), box('moov', 100), box('mdat', 1_000)]);
    expect(isComplete(whole, 'audio/mp4', 1_000)).toBe(true);
    expect(isComplete(whole.subarray(0, 500), 'audio/mp4', 1_000)).toBe(false);
    expect(isComplete(whole.subarray(0, 116), 'audio/mp4', 1_000)).toBe(false);
    const toTheEnd = Buffer.concat([box('ftyp', 16), box('mdat', 1_000)]);
    toTheEnd.writeUInt32BE(0, 16);
    expect(isComplete(toTheEnd, 'audio/mp4', 1_000)).toBe(true);
  });

  it('is counted without end or fault, whatever the bytes are', () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.alloc(5_000, 0xff),
      Buffer.from('ID3'),
      Buffer.alloc(9, 0x49),
    ]) {
      expect(() => mp3LengthMs(bytes)).not.toThrow();
      for (const type of ['audio/mpeg', 'audio/wav', 'audio/mp4']) isComplete(bytes, type, 1_000);
    }
  });
});

/** 8 kHz, 16 bits, mono: 16,000 bytes are a second. */
function wav(declared: number, actual: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + declared, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8_000, 24);
  head.writeUInt32LE(16_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(declared, 40);
  return Buffer.concat([head, Buffer.alloc(actual, 1)]);
}

function box(name: string, bytes: number): Buffer {
  const content = Buffer.alloc(bytes);
  content.writeUInt32BE(bytes, 0);
  content.write(name, 4);
  return content;
}
