// Speaks Japanese with Open JTalk.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWav } from './wav.mjs';

const DICTIONARY = '/var/lib/mecab/dic/open-jtalk/naist-jdic';
const VOICE = '/usr/share/hts-voice/nitech-jp-atr503-m001/nitech_jp_atr503_m001.htsvoice';
export const SPEECH_RATE = 48000;

// There is one (male) voice. A smaller all-pass constant shortens the vocal tract, a higher pitch
// does the rest: together they are a second person.
const TIMBRES = {
  male: { allPass: 0.55, halfTones: 0 },
  female: { allPass: 0.52, halfTones: 9 },
};

// What the labels call silence is a little too eager at the edges: soft consonants begin earlier.
const EDGE_SECONDS = 0.03;
const LABEL_UNITS_PER_SECOND = 1e7;

export function speak(text, { timbre, halfTones, rate }, folder) {
  const files = {
    text: join(folder, 'text.txt'),
    wav: join(folder, 'speech.wav'),
    trace: join(folder, 'trace.txt'),
  };
  writeFileSync(files.text, text);
  const base = TIMBRES[timbre];
  execFileSync('open_jtalk', [
    '-x',
    DICTIONARY,
    '-m',
    VOICE,
    '-a',
    String(base.allPass),
    '-fm',
    String(base.halfTones + halfTones),
    '-r',
    String(rate),
    '-ow',
    files.wav,
    '-ot',
    files.trace,
    files.text,
  ]);
  const trace = readFileSync(files.trace, 'utf8');
  return { samples: trimSilence(readWav(files.wav).samples, trace), pronunciation: pronunciationOf(trace) };
}

/** Open JTalk speaks at least a quarter of a second of silence before and after; captions must not. */
function trimSilence(samples, trace) {
  const phones = [...trace.matchAll(/^(\d+) (\d+) \S+?-(\w+)\+/gm)].map(([, start, end, phone]) => ({
    start: Number(start) / LABEL_UNITS_PER_SECOND,
    end: Number(end) / LABEL_UNITS_PER_SECOND,
    phone,
  }));
  const spoken = phones.filter(({ phone }) => phone !== 'sil' && phone !== 'pau');
  const from = Math.max(0, spoken[0].start - EDGE_SECONDS);
  const to = spoken.at(-1).end + EDGE_SECONDS;
  return samples.slice(Math.round(from * SPEECH_RATE), Math.round(to * SPEECH_RATE));
}

/** One token a word: the ninth feature that MeCab gives is how the word is pronounced. */
function pronunciationOf(trace) {
  const analysis = trace.slice(0, trace.indexOf('[Output label]'));
  return analysis
    .split('\n')
    .map((line) => line.split(','))
    .filter((fields) => fields.length > 9)
    .map((fields) => fields[9])
    .join(' ');
}
