/**
 * Learns what each sign of two proposals being the same is worth from the labelled proposals (`written*.jsonl`), with
 * the same index and signs that the product uses. Never from the sets kept aside. Deterministic. `npm run
 * similar:train` counts (count.ts) and writes src/domain/similarity/lists/proposalWeights.json; with `-- --check` it
 * only tells how well it does on groups left out (five parts in turn).
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  builtInProposalVocabulary,
  ProposalIndex,
  type ProposalVocabulary,
  proposalVocabularyOf,
} from '../../src/domain/similarity/index.ts';
import proposalWords from '../../src/domain/similarity/lists/proposalWords.json' with { type: 'json' };
import synonyms from '../../src/domain/similarity/lists/synonyms.json' with { type: 'json' };
import { type LikenessSign, likenessSigns } from '../../src/domain/similarity/proposalLikeness.rules.ts';
import { likeliest } from '../../src/domain/similarity/rankProposals.ts';

interface Labelled {
  id: string;
  title: string;
  body: string;
  group: string | null;
}

/** One proposal against those that share most with it. */
interface Question {
  group: string | null;
  others: { signs: readonly number[]; isSame: boolean }[];
}

interface Model {
  weights: number[];
  base: number;
}

const root = join(import.meta.dirname, '../..');
const lists = join(root, 'src/domain/similarity/lists');
const steps = 200;
const speed = 0.1;
/** Keeps weights small. */
const decay = 0.01;
/** So many of the others teach; the rest is far off. */
const compared = 30;
const parts = 5;
/** Of a hundred words of the lists, so many are unknown to the half of what teaches. */
const forgotten = 45;
/** Signs that speak against being the same; all others speak for it. */
const against: readonly string[] = ['apart', 'contrast'];
/** Where no list knows the words, characters must count, though labelled proposals hardly need them. */
const least: Readonly<Record<string, number>> = { characters: 0.5 };
/**
 * Of the pairs called probably the same, this share should be, on groups left out: half of them with words forgotten,
 * so that of all calls more are right.
 */
const rightCalls = 0.83;

/** Where the learning begins; also chooses the others that teach. */
const start = {
  signs: Object.fromEntries(likenessSigns.map((sign) => [sign, against.includes(sign) ? -1 : 2])) as Record<
    LikenessSign,
    number
  >,
  base: -6,
  probable: 1,
};

const files = globSync('test/domain/similarity/proposals/written*.jsonl', { cwd: root }).sort();
const sets = files.map((file) =>
  readFileSync(join(root, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled)
    .map((one) => ({ ...one, group: one.group && `${one.id.replace(/\d+$/, '')}${one.group}` })),
);
// Each set by itself, and all of them as one: more proposals, more that are nearly alike.
const questions = [...sets, sets.flat()].flatMap((proposals) =>
  [builtInProposalVocabulary(), forgetful()].map((vocabulary) => questionsOf(proposals, vocabulary)),
);
const leftOut = Array.from({ length: parts }, (_, part) =>
  learn(questions.flat().filter(({ group }, place) => partOf(group, place) !== part)),
);
const judged = questions.map((some) =>
  some.map((question, place) => judge(question, leftOut[partOf(question.group, place)] as Model)),
);
for (const [place, some] of judged.entries()) {
  const name = `${files[Math.floor(place / 2)] ?? 'all of them'}${place % 2 === 0 ? '' : ' with fewer words'}`;
  const twinned = some.filter(({ group }) => group !== null);
  const share = (from: number) =>
    twinned.filter(({ top }) => top.slice(0, from).some(({ isSame }) => isSame)).length / twinned.length;
  console.log(`${name}: a twin among three ${share(3).toFixed(3)}, first ${share(1).toFixed(3)}`);
}
const probable = thresholdOf(judged.slice(-2).flat());
console.log(`called probably the same from ${probable.toFixed(2)} on`);
if (!process.argv.includes('--check')) writeWeights(learn(questions.flat()));

/**
 * The lists without some of their words. The labelled proposals were written by who made the lists; what others write
 * has words that no list knows, and the weights should be right for those, too.
 */
function forgetful(): ProposalVocabulary {
  const known = (word: string, place: number) =>
    place === 0 ||
    (Math.imul(
      [...word].reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) | 0, 7),
      2_654_435_761,
    ) >>>
      8) %
      100 >=
      forgotten;
  const withLess = (themes: typeof synonyms) =>
    themes.map(({ theme, sets }) => ({ theme, sets: sets.map((set) => set.filter(known)) }));
  return proposalVocabularyOf(
    { themes: withLess(proposalWords.themes), near: proposalWords.near },
    withLess(synonyms),
  );
}

function questionsOf(proposals: readonly Labelled[], vocabulary: ProposalVocabulary): Question[] {
  const index = new ProposalIndex(vocabulary);
  for (const proposal of proposals) index.put(proposal);
  const groups = new Map(proposals.map(({ id, group }) => [id, group]));
  return proposals.map((proposal) => ({
    group: proposal.group,
    others: likeliest(index, proposal, start)
      .slice(0, compared)
      .map(({ id, signs }) => ({
        signs: likenessSigns.map((sign) => signs[sign]),
        isSame: proposal.group !== null && groups.get(id) === proposal.group,
      })),
  }));
}

/** Adam on two losses: that a twin stands before the others, and that the score is how often it is one. */
function learn(data: readonly Question[]): Model {
  const model: Model = { weights: likenessSigns.map((sign) => start.signs[sign]), base: start.base };
  const size = likenessSigns.length;
  const means = new Float64Array(size + 1);
  const squares = new Float64Array(size + 1);
  for (let step = 1; step <= steps; step += 1) {
    const slope = new Float64Array(size + 1);
    for (const question of data) addSlope(question, model, slope);
    for (let at = 0; at <= size; at += 1) {
      const steep = (slope[at] ?? 0) / data.length + decay * (at < size ? (model.weights[at] ?? 0) : 0);
      means[at] = 0.9 * (means[at] ?? 0) + 0.1 * steep;
      squares[at] = 0.99 * (squares[at] ?? 0) + 0.01 * steep * steep;
      const mean = (means[at] ?? 0) / (1 - 0.9 ** step);
      const move = (speed * mean) / (Math.sqrt((squares[at] ?? 0) / (1 - 0.99 ** step)) + 1e-8);
      if (at === size) model.base -= move;
      else model.weights[at] = bounded(likenessSigns[at] ?? '', (model.weights[at] ?? 0) - move);
    }
  }
  return model;
}

function bounded(sign: string, weight: number): number {
  return against.includes(sign) ? Math.min(0, weight) : Math.max(least[sign] ?? 0, weight);
}

function addSlope({ others }: Question, model: Model, slope: Float64Array): void {
  const sums = others.map(({ signs }) => weighed(signs, model));
  const highest = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - highest));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const same = shares.reduce((sum, share, place) => sum + (others[place]?.isSame ? share : 0), 0);
  for (const [place, { signs, isSame }] of others.entries()) {
    const share = shares[place] ?? 0;
    const order = same === 0 ? 0 : share / all - (isSame ? share / same : 0);
    const truth = 1 / (1 + Math.exp(-(sums[place] ?? 0))) - (isSame ? 1 : 0);
    for (const [at, sign] of signs.entries()) slope[at] = (slope[at] ?? 0) + (order + truth) * sign;
    slope[signs.length] = (slope[signs.length] ?? 0) + truth;
  }
}

function weighed(signs: readonly number[], { weights, base }: Model): number {
  return signs.reduce((sum, sign, at) => sum + sign * (weights[at] ?? 0), base);
}

/** Proposals of one group are left out together. */
function partOf(group: string | null, place: number): number {
  if (group === null) return place % parts;
  return [...group].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 1_000_003, 7) % parts;
}

function judge({ group, others }: Question, model: Model) {
  const scored = others.map(({ signs, isSame }) => ({
    isSame,
    score: 1 / (1 + Math.exp(-weighed(signs, model))),
  }));
  return { group, top: scored.sort((one, other) => other.score - one.score).slice(0, 3) };
}

/** The lowest score from which on enough of what is called is right. */
function thresholdOf(some: readonly ReturnType<typeof judge>[]): number {
  const calls = some.flatMap(({ top }) => top).sort((one, other) => other.score - one.score);
  let [right, threshold] = [0, 1];
  for (const [place, { isSame, score }] of calls.entries()) {
    if (isSame) right += 1;
    if (right / (place + 1) >= rightCalls) threshold = score;
  }
  return threshold;
}

function writeWeights({ weights, base }: Model): void {
  const signs = Object.fromEntries(
    likenessSigns.map((sign, place) => [sign, Number((weights[place] ?? 0).toFixed(3))]),
  );
  const list = { signs, base: Number(base.toFixed(3)), probable: Number(probable.toFixed(3)) };
  writeFileSync(join(lists, 'proposalWeights.json'), `${JSON.stringify(list, null, 2)}\n`);
}
