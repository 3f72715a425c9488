// Mono 16-bit PCM in WAV files, as floats between -1 and 1 in memory.
import { readFileSync, writeFileSync } from 'node:fs';

const HEADER_BYTES = 44;

export function readWav(path) {
  const file = readFileSync(path);
  let rate = 0;
  // A WAV is a list of chunks; ffmpeg may put others between the two that matter.
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString('latin1', at, at + 4);
    const size = Math.min(file.readUInt32LE(at + 4), file.length - at - 8);
    if (name === 'fmt ') {
      rate = file.readUInt32LE(at + 12);
      const isMonoPcm16 = file.readUInt16LE(at + 10) === 1 && file.readUInt16LE(at + 22) === 16;
      if (!isMonoPcm16) throw new Error(`${path}: expected mono 16-bit PCM`);
    }
    if (name === 'data') {
      const samples = new Float32Array(size >> 1);
      for (let i = 0; i < samples.length; i++) samples[i] = file.readInt16LE(at + 8 + 2 * i) / 32768;
      return { rate, samples };
    }
    at += 8 + size + (size & 1);
  }
  throw new Error(`${path}: no sound in this WAV file`);
}

export function writeWav(path, { rate, samples }) {
  const file = Buffer.alloc(HEADER_BYTES + samples.length * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22); // mono
  file.writeUInt32LE(rate, 24);
  file.writeUInt32LE(rate * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples.length * 2, 40);
  samples.forEach((sample, i) => {
    const clipped = Math.max(-1, Math.min(1, sample));
    file.writeInt16LE(Math.round(clipped * 32767), HEADER_BYTES + 2 * i);
  });
  writeFileSync(path, file);
}
