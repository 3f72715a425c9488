/**
 * How fast the detector reads: ratio to the bare analyser on the same text in the same run, the time to load, an
 * hour's transcript, and the memory that all of it takes. `npm run bench:pii`
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadDetect } from '../src/domain/privacy/index.ts';
import { defaultSettings } from '../src/platform/settings.ts';
import { loadAnalyser } from '../src/platform/words/analyser.ts';

/** Characters of an hour's call: two people at 350 a minute less their pauses. */
const hourOfTalk = 20_000;
const rounds = 5;

const sentences = readFileSync(
  join(import.meta.dirname, '../test/domain/privacy/sentences/written-first.jsonl'),
  'utf8',
)
  .split('\n')
  .filter(Boolean)
  .map((line) => (JSON.parse(line) as { text: string }).text);
const text = sentences.join('\n');

const memoryBefore = process.memoryUsage.rss();
const loadStart = performance.now();
const detect = loadDetect(defaultSettings().privacy);
const loadMs = performance.now() - loadStart;
const memory = () => (process.memoryUsage.rss() - memoryBefore) / 2 ** 20;
const loadedMb = memory();
const firstPassMs = time(() => detect(text));
const usedMb = memory();

// Warm both, then take turns, so that a busy moment of the machine meets both.
const analyse = loadAnalyser();
analyse(text);
let bareMs = 0;
let detectMs = 0;
for (let round = 0; round < rounds; round += 1) {
  bareMs += time(() => analyse(text));
  detectMs += time(() => detect(text));
}
const rate = (ms: number) => Math.round((text.length * rounds * 1000) / ms);
const hour = sentencesOfLength(hourOfTalk);
const hourMs = time(() => hour.map(detect));

console.log(`load                   ${Math.round(loadMs)} ms`);
console.log(`bare analyser          ${rate(bareMs)} characters/s`);
console.log(`detector               ${rate(detectMs)} characters/s`);
console.log(`ratio                  ${(bareMs / detectMs).toFixed(2)}`);
console.log(`first pass             ${Math.round((text.length * 1000) / firstPassMs)} characters/s`);
console.log(`an hour's transcript   ${Math.round(hourMs)} ms (${hour.length} sentences)`);
console.log(
  `memory                 ${Math.round(loadedMb)} MB loaded, ${Math.round(usedMb)} MB after the first pass`,
);

function time(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function sentencesOfLength(characters: number): string[] {
  const chosen: string[] = [];
  for (let length = 0, index = 0; length < characters; index += 1) {
    const sentence = sentences[index % sentences.length] ?? '';
    chosen.push(sentence);
    length += sentence.length;
  }
  return chosen;
}
