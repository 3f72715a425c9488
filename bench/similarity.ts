/**
 * How far groups agree with those of the labelled discussions, how long a month's insights of the whole company
 * take to be grouped, how long others wait meanwhile, and what memory it takes. `npm run bench:similarity`
 */
import { groupBySimilarity, groupManyBySimilarity, termsOf } from '../src/domain/similarity/index.ts';
import { byPairsOfCharacters, nearPairs } from '../test/domain/similarity/baseline.ts';
import { bySimilarity, discussionsOf, figuresOf, type Grouping } from '../test/domain/similarity/figures.ts';

const count = Number(process.argv[2] ?? 30_000);

const sets = ['written', 'kept-aside'] as const;
const sentences = sets.flatMap((set) => discussionsOf(set).flatMap((all) => all.map(({ text }) => text)));

const groupings: Record<string, Grouping> = {
  words: bySimilarity,
  'pairs of characters': byPairsOfCharacters(nearPairs),
};
for (const set of sets) {
  for (const [name, grouping] of Object.entries(groupings)) {
    const { precision, recall, f1, pairPrecision, pairRecall, pairF1 } = figuresOf(
      discussionsOf(set),
      grouping,
    );
    const shown = [precision, recall, f1, pairPrecision, pairRecall, pairF1].map((figure) =>
      figure.toFixed(3),
    );
    const [p, r, f, pp, pr, pf] = shown;
    console.log(`${set}, ${name}: B-cubed P ${p} R ${r} F1 ${f}; pairs P ${pp} R ${pr} F1 ${pf}`);
  }
}

/** Equal in each run. */
let seed = 20_26;
function below(limit: number): number {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * limit);
}
const kanji = '春夏秋冬東西南北山川海空花鳥風月雨雪星光';
const pick = <T>(all: ArrayLike<T>): T => all[below(all.length)] as T;

/** One to five sentences of the labelled ones, and a word that few others have. */
const texts = Array.from({ length: count }, (_, id) => ({
  id: String(id),
  text: [
    ...Array.from({ length: 1 + below(5) }, () => pick(sentences)),
    `${pick(kanji)}${pick(kanji)}の件`,
  ].join('。'),
}));
const characters = texts.reduce((sum, { text }) => sum + text.length, 0);

// Warm, as a server is.
groupBySimilarity(texts.slice(0, 300));
const discussion = texts.slice(0, 40);
const discussionStart = performance.now();
groupBySimilarity(discussion);
const discussionMs = performance.now() - discussionStart;
const termsStart = performance.now();
for (const { text } of texts.slice(0, 2_000)) termsOf(text);
const termsMs = performance.now() - termsStart;

global.gc?.();
const memoryBefore = process.memoryUsage.rss();
let mostMemory = memoryBefore;
let longestWait = 0;
let last = performance.now();
const watch = setInterval(() => {
  longestWait = Math.max(longestWait, performance.now() - last - 1);
  last = performance.now();
  mostMemory = Math.max(mostMemory, process.memoryUsage.rss());
}, 1);
const start = performance.now();
const groups = await groupManyBySimilarity(texts, { remainder: 'together' });
const seconds = (performance.now() - start) / 1000;
clearInterval(watch);

console.log(`${count} texts, ${(characters / count).toFixed(0)} characters each`);
console.log(
  `terms of a text: ${(termsMs / 2).toFixed(0)} µs; a discussion of 40: ${discussionMs.toFixed(1)} ms`,
);
console.log(`all: ${seconds.toFixed(1)} s; longest wait of others: ${longestWait.toFixed(0)} ms`);
console.log(`memory: ${((mostMemory - memoryBefore) / 2 ** 20).toFixed(0)} MB more`);
for (const { title, ids } of groups) console.log(String(ids.length).padStart(7), title ?? '(none)');
