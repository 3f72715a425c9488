// Makes the sample voices in prisma/sample/voices from the dialogues beside this script.
//
// You need not run this to use Kikidoki: the results are committed. To run it after changing a
// dialogue, install these Debian packages:
//   open-jtalk  open-jtalk-mecab-naist-jdic  ffmpeg  (main)
//   hts-voice-nitech-jp-atr503-m001                  (contrib)
//
//   node scripts/sample-voices/make.mjs              writes every folder
//   node scripts/sample-voices/make.mjs --readings   prints how each sentence is pronounced instead
//   node scripts/sample-voices/check.mjs             checks the results
//
// A dialogue is a list of sentences. What is masked stands as 【氏名】 and is never spoken: a silence
// of a likely length takes its place, and a tone is written over it at the very end. Where Open
// JTalk misreads a word, `reading` says the same sentence in a spelling that it reads well.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SPEECH_RATE, speak } from './speech.mjs';
import { encodeMp3, makeCall } from './telephone.mjs';

const DIALOGUES = fileURLToPath(new URL('dialogues/', import.meta.url));
const VOICES = fileURLToPath(new URL('../../prisma/sample/voices/', import.meta.url));

const LICENCE = 'CC BY 3.0';
const ATTRIBUTION =
  'Synthetic speech, adapted from HTS Voice "NIT ATR503 M001" by the HTS Working Group ' +
  '(Nagoya Institute of Technology, Tokyo Institute of Technology), CC BY 3.0, spoken by Open JTalk';

const MASK = /【([^】]+)】/;
const MASK_SECONDS = { 氏名: 0.75, 日付: 1.1, 電話番号: 2.3, 証券番号: 2.3, 住所: 2.2 };
const GAP_AROUND_MASK_SECONDS = 0.06;
const LEAD_SECONDS = 0.3;
const TAIL_SECONDS = 0.5;
const PAUSE_MS = 350;
const SPOKEN_LEVEL = 0.08;
const LINE_NOISE_LEVEL = 0.0006;

function readDialogues() {
  return readdirSync(DIALOGUES)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      slug: basename(name, '.json'),
      ...JSON.parse(readFileSync(join(DIALOGUES, name), 'utf8')),
    }));
}

/** 「担当の【氏名】です」 → 担当の | mask 氏名 | です */
function splitAtMasks(text) {
  return text
    .split(/(【[^】]+】)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: part, mask: MASK.exec(part)?.[1] }));
}

function checkReading({ text, reading }) {
  const masks = (words) => (words.match(/【[^】]+】/g) ?? []).join();
  if (reading && masks(reading) !== masks(text)) throw new Error(`the reading masks something else: ${text}`);
}

/** Only punctuation is left of some sentences after a mask; there is nothing to say then. */
const isSpoken = (text) => /[\p{L}\p{N}]/u.test(text);

/** Sound and masked spans (in samples from its beginning) of one sentence. */
function renderLine(line, manner, folder) {
  checkReading(line);
  const gap = new Float32Array(seconds(GAP_AROUND_MASK_SECONDS));
  const parts = [];
  const masked = [];
  let length = 0;
  const append = (samples) => {
    parts.push(samples);
    length += samples.length;
  };
  for (const { text, mask } of splitAtMasks(line.reading ?? line.text)) {
    if (mask) {
      if (!MASK_SECONDS[mask]) throw new Error(`how long is 【${mask}】?`);
      if (length > 0) append(gap);
      masked.push({ start: length, end: length + seconds(MASK_SECONDS[mask]), label: mask });
      append(new Float32Array(seconds(MASK_SECONDS[mask])));
    } else if (isSpoken(text)) {
      if (length > 0) append(gap);
      append(speak(text, manner, folder).samples);
    }
  }
  return { samples: levelled(concatenate(parts)), masked };
}

const seconds = (duration) => Math.round(duration * SPEECH_RATE);
const toMs = (samples) => Math.round((samples / SPEECH_RATE) * 1000);

function concatenate(parts) {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Both speakers equally loud. Silence does not count, or sentences with a mask would come out louder. */
function levelled(samples) {
  let power = 0;
  let count = 0;
  for (const sample of samples) {
    if (Math.abs(sample) < 0.001) continue;
    power += sample * sample;
    count++;
  }
  const gain = count > 0 ? SPOKEN_LEVEL / Math.sqrt(power / count) : 1;
  return samples.map((sample) => sample * gain);
}

/** The call in time: its sound, its captions and its bleeps. */
function layOut({ lines, cast }, folder) {
  const parts = [new Float32Array(seconds(LEAD_SECONDS))];
  const cues = [];
  const bleeps = [];
  let at = parts[0].length;
  lines.forEach((line, i) => {
    const { samples, masked } = renderLine(line, cast[line.speaker], folder);
    cues.push({
      startMs: toMs(at),
      endMs: toMs(at + samples.length),
      speaker: line.speaker,
      text: line.text,
    });
    for (const { start, end, label } of masked)
      bleeps.push({ startMs: toMs(at + start), endMs: toMs(at + end), label });
    const isLast = i === lines.length - 1;
    const pause = new Float32Array(seconds(isLast ? TAIL_SECONDS : (line.pauseMs ?? PAUSE_MS) / 1000));
    parts.push(samples, pause);
    at += samples.length + pause.length;
  });
  return { samples: withLineNoise(concatenate(parts)), cues, bleeps };
}

/** A line is never quite silent. The noise is the same on every run. */
function withLineNoise(samples) {
  let state = 1;
  return samples.map((sample) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return sample + LINE_NOISE_LEVEL * (state / 2 ** 31 - 1);
  });
}

function timestamp(ms) {
  const pad = (value, digits) => String(value).padStart(digits, '0');
  return `${pad(Math.floor(ms / 60000), 2)}:${pad(Math.floor(ms / 1000) % 60, 2)}.${pad(ms % 1000, 3)}`;
}

function toVtt(cues) {
  const blocks = cues.map(
    ({ startMs, endMs, speaker, text }) =>
      `${timestamp(startMs)} --> ${timestamp(endMs)}\n<v ${speaker}>${text}\n`,
  );
  return ['WEBVTT\n', ...blocks].join('\n');
}

function toMetadata({ slug, cast, lines, ...facts }, bleeps) {
  const speakers = Object.fromEntries(Object.entries(cast).map(([name, { role }]) => [name, role]));
  return { ...facts, speakers, bleeps, licence: LICENCE, attribution: ATTRIBUTION };
}

function makeVoice(dialogue, folder) {
  const target = join(VOICES, dialogue.slug);
  const { samples, cues, bleeps } = layOut(dialogue, folder);
  const call = makeCall({ samples, rate: SPEECH_RATE, bleeps }, folder);
  mkdirSync(target, { recursive: true });
  encodeMp3(call, join(target, 'sound.mp3'), { title: dialogue.reference, copyright: ATTRIBUTION });
  writeFileSync(join(target, 'transcript.vtt'), toVtt(cues));
  writeFileSync(join(target, 'voice.json'), `${JSON.stringify(toMetadata(dialogue, bleeps), null, 2)}\n`);
  console.log(`${dialogue.reference} ${dialogue.slug}: ${(samples.length / SPEECH_RATE).toFixed(1)} s`);
}

function printReadings({ slug, lines, cast }, folder) {
  console.log(`\n${slug}`);
  for (const line of lines) {
    const spoken = splitAtMasks(line.reading ?? line.text).map(({ text, mask }) =>
      mask || !isSpoken(text) ? text : speak(text, cast[line.speaker], folder).pronunciation,
    );
    console.log(`${line.text}\n    ${spoken.join(' ')}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'sample-voices-'));
try {
  const work = process.argv.includes('--readings') ? printReadings : makeVoice;
  for (const dialogue of readDialogues()) work(dialogue, folder);
} finally {
  rmSync(folder, { recursive: true });
}
