/**
 * Learns what each feature of a candidate says for a name: logistic regression on the labelled sentences, with
 * the same candidates and features that the product uses. Never on the set kept aside. Deterministic.
 * `npm run pii:train` writes src/domain/privacy/lists/nameWeights.json; `--check` only tells how well it does on
 * sentences left out (five parts in turn).
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { featuresOf, tokenEdges } from '../../src/domain/privacy/names/features.rules.ts';
import { loadNameLists } from '../../src/domain/privacy/names/nameLists.ts';
import { nameCandidates } from '../../src/domain/privacy/names/names.rules.ts';
import { surroundingsIn } from '../../src/domain/privacy/names/surroundings.rules.ts';
import { normalText, originalSpan } from '../../src/domain/privacy/normalText.rules.ts';
import { loadAnalyser } from '../../src/platform/words/analyser.ts';
import type { Labelled } from './evaluate.ts';

interface Example {
  /** Family and value in one word, and how much of it there is. */
  features: readonly (readonly [key: string, amount: number])[];
  isName: boolean;
}

const root = join(import.meta.dirname, '../..');
const epochs = 20;
/** Keeps weights small: a word seen once must not decide. */
const decay = 0.001;
/** How far one example moves a weight. Larger steps learn the last sentences by heart. */
const pace = 0.05;
/** A miss is a leak. */
const nameWeight = 1.5;
/** What was seen once only says nothing of other sentences. */
const fewestSeen = 2;
/** Weights below this change nothing. */
const smallest = 0.02;

const analyse = loadAnalyser();
const lists = { ...loadNameLists(), nameWeights: new Map<string, Map<string, number>>() };
const sentences = globSync('test/domain/privacy/sentences/written-*.jsonl', { cwd: root })
  .sort()
  .flatMap((file) => readFileSync(join(root, file), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as Labelled);
const examples = withoutRare(sentences.map(examplesOf));

if (process.argv.includes('--check')) check();
else {
  const weights = learn(examples.flat());
  const families = new Map<string, string[]>();
  const kept = [...weights]
    .filter(([, weight]) => Math.abs(weight) >= smallest)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [key, weight] of kept) {
    const [family = '', value = ''] = key.split('\t');
    const lines = families.get(family) ?? [];
    families.set(family, lines);
    lines.push(`${JSON.stringify(value)}:${weight.toFixed(2)}`);
  }
  const file = join(root, 'src/domain/privacy/lists/nameWeights.json');
  const text = [...families].map(([family, lines]) => `${JSON.stringify(family)}:{\n${lines.join(',\n')}\n}`);
  writeFileSync(file, `{\n${text.join(',\n')}\n}\n`);
  console.log(`${sentences.length} sentences, ${examples.flat().length} candidates, ${kept.length} weights`);
}

/** The candidates of one sentence. One that holds part of a name only teaches nothing. */
function examplesOf({ text, spans }: Labelled): Example[] {
  const normal = normalText(text);
  const reading = {
    text: normal.text,
    tokens: analyse(normal.text),
    lists,
    around: surroundingsIn(normal.text),
    never: new Set<string>(),
  };
  const edges = tokenEdges(reading);
  const names = spans.filter((span) => span.type === 'name');
  return nameCandidates(reading).flatMap((one) => {
    const { start, end } = originalSpan(normal, one.start, one.end);
    const isName = names.some(
      (name) => start <= name.start && end >= name.end && end - start <= name.end - name.start + 3,
    );
    if (!isName && names.some((name) => name.start < end && start < name.end)) return [];
    const features = featuresOf(one, reading, edges).map(
      ([family, value, amount]) => [`${family}\t${value}`, amount] as const,
    );
    return [{ features, isName }];
  });
}

/** The same examples without the features that only one candidate has. */
function withoutRare(all: readonly (readonly Example[])[]): Example[][] {
  const seen = new Map<string, number>();
  for (const { features } of all.flat()) {
    for (const [key] of features) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return all.map((ofSentence) =>
    ofSentence.map(({ features, isName }) => ({
      features: features.filter(([key]) => (seen.get(key) ?? 0) >= fewestSeen),
      isName,
    })),
  );
}

/** AdaGrad over the examples, in an order that is always the same. */
function learn(data: readonly Example[]): Map<string, number> {
  const weights = new Map<string, number>();
  const squares = new Map<string, number>();
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let index = 0; index < data.length; index += 1) {
      const example = data[(index * 7919 + epoch * 104_729) % data.length];
      if (example) step(example, weights, squares);
    }
  }
  return weights;
}

function step(
  { features, isName }: Example,
  weights: Map<string, number>,
  squares: Map<string, number>,
): void {
  const error = (probability(features, weights) - (isName ? 1 : 0)) * (isName ? nameWeight : 1);
  for (const [key, value] of features) {
    const weight = weights.get(key) ?? 0;
    const gradient = error * value + decay * weight;
    const square = (squares.get(key) ?? 1e-6) + gradient * gradient;
    squares.set(key, square);
    weights.set(key, weight - (pace * gradient) / Math.sqrt(square));
  }
}

function probability(features: readonly Feature[], weights: ReadonlyMap<string, number>): number {
  const score = features.reduce((sum, [key, value]) => sum + (weights.get(key) ?? 0) * value, 0);
  return 1 / (1 + Math.exp(-score));
}

/** Recall and precision of candidates in sentences that were left out of learning. */
function check(): void {
  const parts = 5;
  const judged = Array.from({ length: parts }, (_, part) => {
    const weights = learn(examples.filter((_one, index) => index % parts !== part).flat());
    return examples
      .filter((_one, index) => index % parts === part)
      .flat()
      .map(({ features, isName }) => ({ isName, odds: probability(features, weights) }));
  }).flat();
  const names = judged.filter(({ isName }) => isName).length;
  for (const odds of [0.1, 0.15, 0.2, 0.27, 0.35, 0.5]) {
    const taken = judged.filter((one) => one.odds >= odds);
    const right = taken.filter(({ isName }) => isName).length;
    console.log(
      `odds ${odds}: recall ${(right / names).toFixed(3)}, precision ${(right / taken.length).toFixed(3)}`,
    );
  }
}
