// Checks what make.mjs wrote, as somebody who hears it: from the decoded MP3. Needs only ffmpeg.
//   node scripts/sample-voices/check.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureLoudness } from './telephone.mjs';
import { readWav } from './wav.mjs';

const VOICES = fileURLToPath(new URL('../../prisma/sample/voices/', import.meta.url));
const MAX_BYTES = 600_000;
const MIN_MS = 30_000;
const MAX_MS = 60_000;
const TARGET_LUFS = -16;
// An MP3 frame is 26 ms long: what is next to a bleep reaches a little into its first and last one.
const EDGE_MS = 20;

function parseVtt(vtt) {
  const ms = (h, s, f) => (Number(h) * 60 + Number(s)) * 1000 + Number(f);
  const cue = /^(\d\d):(\d\d)\.(\d{3}) --> (\d\d):(\d\d)\.(\d{3})\n<v ([^>]+)>(.+)$/gm;
  return [...vtt.matchAll(cue)].map(([, m, s, f, m2, s2, f2, speaker, text]) => ({
    startMs: ms(m, s, f),
    endMs: ms(m2, s2, f2),
    speaker,
    text,
  }));
}

function decode(mp3, folder) {
  const wav = join(folder, 'decoded.wav');
  execFileSync('ffmpeg', ['-loglevel', 'error', '-y', '-i', mp3, '-c:a', 'pcm_s16le', '-bitexact', wav]);
  return { wav, ...readWav(wav) };
}

function rms({ samples, rate }, startMs, endMs) {
  const part = samples.subarray((startMs / 1000) * rate, (endMs / 1000) * rate);
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, part.length));
}

/** How much of the energy between two moments is a 1 kHz tone (Goertzel), 0 to 1. */
function shareOfTone(sound, startMs, endMs) {
  const part = sound.samples.subarray((startMs / 1000) * sound.rate, (endMs / 1000) * sound.rate);
  const step = (2 * Math.PI * 1000) / sound.rate;
  let re = 0;
  let im = 0;
  let power = 0;
  part.forEach((sample, i) => {
    re += sample * Math.cos(step * i);
    im += sample * Math.sin(step * i);
    power += sample * sample;
  });
  return (2 * (re * re + im * im)) / (part.length * power);
}

/** How loud what passes the filters is, beside the whole, in dB. */
function levelThrough(filters, wav, folder, sound) {
  const filtered = join(folder, 'filtered.wav');
  execFileSync('ffmpeg', [
    '-loglevel',
    'error',
    '-y',
    '-i',
    wav,
    '-af',
    filters,
    '-c:a',
    'pcm_s16le',
    '-bitexact',
    filtered,
  ]);
  const end = (sound.samples.length / sound.rate) * 1000;
  return 20 * Math.log10(rms(readWav(filtered), 0, end) / rms(sound, 0, end));
}

function problemsOf(slug, folder) {
  const problems = [];
  const expect = (fact, problem) => fact || problems.push(problem);
  const at = (name) => join(VOICES, slug, name);

  expect(
    readdirSync(join(VOICES, slug)).sort().join() === 'sound.mp3,transcript.vtt,voice.json',
    'other files',
  );
  expect(statSync(at('sound.mp3')).size < MAX_BYTES, 'the sound is too large a file');
  const voice = JSON.parse(readFileSync(at('voice.json'), 'utf8'));
  const vtt = readFileSync(at('transcript.vtt'), 'utf8');
  const cues = parseVtt(vtt);
  const sound = decode(at('sound.mp3'), folder);
  const lengthMs = (sound.samples.length / sound.rate) * 1000;

  expect(lengthMs >= MIN_MS && lengthMs <= MAX_MS, `${lengthMs} ms long`);
  expect(cues.length === vtt.split(' --> ').length - 1, 'a caption cannot be read');
  cues.forEach((cue, i) => {
    expect(
      cue.startMs >= (cues[i - 1]?.endMs ?? 0) && cue.endMs > cue.startMs && cue.endMs <= lengthMs,
      `order: ${cue.text}`,
    );
    expect(voice.speakers[cue.speaker], `unknown speaker: ${cue.speaker}`);
    const masks = [...cue.text.matchAll(/【([^】]+)】/g)].map(([, label]) => label);
    const inside = voice.bleeps.filter(({ startMs, endMs }) => startMs >= cue.startMs && endMs <= cue.endMs);
    expect(masks.join() === inside.map(({ label }) => label).join(), `masks and bleeps differ: ${cue.text}`);
    // Speech begins and ends with its caption; between captions there is only the line.
    const silence = rms(sound, (cues[i - 1]?.endMs ?? 0) + 40, cue.startMs - 40);
    expect(silence < 0.01, `something is heard before: ${cue.text}`);
    expect(rms(sound, cue.startMs, cue.startMs + 200) > 0.01, `starts late: ${cue.text}`);
    expect(rms(sound, cue.endMs - 400, cue.endMs) > 0.005, `ends early: ${cue.text}`);
  });
  const masksInAll = (vtt.match(/【/g) ?? []).length;
  expect(masksInAll === voice.bleeps.length && masksInAll > 0, 'not every bleep is in a caption');
  for (const { startMs, endMs, label } of voice.bleeps) {
    const share = shareOfTone(sound, startMs + EDGE_MS, endMs - EDGE_MS);
    expect(share > 0.999, `only ${share} of the bleep over 【${label}】 is tone`);
  }
  const customerSays = cues
    .filter(({ speaker }) => voice.speakers[speaker] === 'customer')
    .map(({ text }) => text);
  expect(
    customerSays.some((text) => text.includes(voice.quote)),
    'the customer never says the quote',
  );
  expect((voice.kind === 'praise') === Boolean(voice.handledWell), 'handledWell belongs to praise');

  const loudness = measureLoudness(at('sound.mp3'));
  expect(Math.abs(loudness - TARGET_LUFS) <= 0.3, `${loudness} LUFS`);
  const below = levelThrough('lowpass=f=150,lowpass=f=150', sound.wav, folder, sound);
  const above = levelThrough('highpass=f=4500,highpass=f=4500', sound.wav, folder, sound);
  expect(below < -25 && above < -25, `outside a telephone's band: ${below} dB below, ${above} dB above`);
  const peak = 20 * Math.log10(sound.samples.reduce((max, sample) => Math.max(max, Math.abs(sample)), 0));
  expect(peak < -0.1, 'clipped');
  console.log(
    `${voice.reference} ${slug}: ${(lengthMs / 1000).toFixed(1)} s, ${cues.length} captions, ${voice.bleeps.length} bleeps, ` +
      `${loudness} LUFS, peak ${peak.toFixed(1)} dB, band ${below.toFixed(0)}/${above.toFixed(0)} dB`,
  );
  return problems;
}

const folder = mkdtempSync(join(tmpdir(), 'sample-voices-'));
try {
  const slugs = readdirSync(VOICES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  for (const slug of slugs) {
    for (const problem of problemsOf(slug, folder)) {
      console.error(`${slug}: ${problem}`);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
