// Makes studio speech sound like a telephone call, at the loudness Kikidoki plays everything at.
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { readWav, writeWav } from './wav.mjs';

// At 44.1 kHz even a player that ignores the MP3's gapless information starts only 25 ms late.
const OUTPUT_RATE = 44100;
const TARGET_LUFS = -16;
const TOLERANCE_LU = 0.1;
const TONE_HZ = 1000;
const TONE_PEAK = 0.1; // -20 dBFS: clearly there, softer than the voices
// LAME makes everything 0.95 times as loud.
const ENCODER_MAKE_UP = 1 / 0.95;
const TONE_FADE_SECONDS = 0.005;
// A line is 300-3400 Hz wide, sampled at 8 kHz; stacked second-order filters give the steep edges.
const LINE = 'highpass=f=300,highpass=f=300,highpass=f=300,lowpass=f=3400,lowpass=f=3400,aresample=8000';

function ffmpeg(args) {
  execFileSync('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args]);
}

export function measureLoudness(path) {
  const { stderr } = spawnSync(
    'ffmpeg',
    ['-hide_banner', '-nostats', '-i', path, '-af', 'ebur128', '-f', 'null', '-'],
    {
      encoding: 'utf8',
    },
  );
  return Number(/I:\s+(-?[\d.]+) LUFS(?![\s\S]*I:\s)/.exec(stderr)?.[1]);
}

/** Limiter and tones change the loudness, so the gain is found by trying. */
export function makeCall({ samples, rate, bleeps }, folder) {
  const speech = join(folder, 'speech-line.wav');
  const call = join(folder, 'call.wav');
  writeWav(speech, { rate, samples });
  for (let gain = 0, attempt = 0; attempt < 12; attempt++) {
    const filters = `${LINE},aresample=${OUTPUT_RATE},volume=${gain}dB,alimiter=limit=0.84:level=0:latency=1`;
    ffmpeg(['-i', speech, '-af', filters, '-c:a', 'pcm_s16le', '-bitexact', call]);
    const { samples: line } = readWav(call);
    for (const bleep of bleeps) writeTone(line, bleep);
    writeWav(call, { rate: OUTPUT_RATE, samples: line });
    const missing = TARGET_LUFS - measureLoudness(call);
    if (Math.abs(missing) <= TOLERANCE_LU) return call;
    gain += missing;
  }
  throw new Error(`could not reach ${TARGET_LUFS} LUFS`);
}

/** Written last, over silence: no filter can smear what was there before into it. */
function writeTone(samples, { startMs, endMs }) {
  const from = Math.round((startMs / 1000) * OUTPUT_RATE);
  const to = Math.min(samples.length, Math.round((endMs / 1000) * OUTPUT_RATE));
  const fade = TONE_FADE_SECONDS * OUTPUT_RATE;
  for (let i = from; i < to; i++) {
    const edge = Math.min(1, (i - from) / fade, (to - i) / fade);
    samples[i] = TONE_PEAK * edge * Math.sin((2 * Math.PI * TONE_HZ * (i - from)) / OUTPUT_RATE);
  }
}

export function encodeMp3(wav, mp3, { title, copyright }) {
  ffmpeg([
    '-i',
    wav,
    '-af',
    `volume=${ENCODER_MAKE_UP}`,
    '-c:a',
    'libmp3lame',
    '-b:a',
    '64k',
    '-ac',
    '1',
    '-metadata',
    `title=${title}`,
    '-metadata',
    `copyright=${copyright}`,
    '-bitexact',
    mp3,
  ]);
}
