/**
 * How good the detector is on labelled sentences: recall and precision by type, every miss and every false hit.
 * `npm run pii:eval -- FILE.jsonl [--figures]`; lines {"id","text","spans":[{start,end,type}],"health"?}.
 * `--figures` prints no sentence: for the set kept aside, which nobody looks at while rules are written.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadDetect } from '../../src/domain/privacy/index.ts';
import { defaultSettings } from '../../src/platform/settings.ts';
import { evaluate, type Labelled } from './evaluate.ts';

const [file] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (!file) {
  console.error('usage: npm run pii:eval -- FILE.jsonl [--figures]');
  process.exit(2);
}
const labelled = readLabelled(resolve(process.env.INIT_CWD ?? '', file));
const result = evaluate(loadDetect(defaultSettings().privacy), labelled);

if (!process.argv.includes('--figures')) {
  for (const { id, type, before, span, after } of result.misses) {
    console.log(`miss   ${type.padEnd(11)} ${id}  ${before}<${span}>${after}`);
  }
  for (const { id, type, before, span, after } of result.falseHits) {
    console.log(`false  ${type.padEnd(11)} ${id}  ${before}<${span}>${after}`);
  }
  for (const { id, text } of result.healthMisses) console.log(`miss   health      ${id}  ${text}`);
  for (const { id, text } of result.healthFalse) console.log(`false  health      ${id}  ${text}`);
}
console.log(
  `${'type'.padEnd(12)} ${'spans'.padStart(6)} ${'recall'.padStart(7)} ${'found'.padStart(7)} ${'precision'.padStart(9)}`,
);
for (const row of result.byType) {
  console.log(
    `${row.type.padEnd(12)} ${String(row.spans).padStart(6)} ${share(row.recall).padStart(7)} ${String(row.found).padStart(7)} ${share(row.precision).padStart(9)}`,
  );
}
if (result.health) {
  const { texts, flagged, falseShare } = result.health;
  console.log(
    `health: ${share(flagged)} of ${texts} such texts flagged, ${share(falseShare)} false of the others`,
  );
}

function readLabelled(path: string): Labelled[] {
  const source = existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : undefined;
  if (source === undefined) return giveUp(`no such file: ${path}`);
  return source
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, index) => (line.trim() ? [parse(line, index + 1)] : []));
}

function parse(line: string, number: number): Labelled {
  try {
    const { id, text, spans, health } = JSON.parse(line);
    if (typeof text === 'string' && Array.isArray(spans)) return { id: String(id), text, spans, health };
  } catch {
    // Told below, with its line.
  }
  return giveUp(`line ${number} is no JSON with "id", "text" and "spans"`);
}

function giveUp(words: string): never {
  console.error(words);
  process.exit(2);
}

function share(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3);
}
