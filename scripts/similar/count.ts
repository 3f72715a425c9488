/**
 * Counts how many of the labelled proposals (`written*.jsonl`) have a term, so that where there are few proposals, what
 * is usual tells little all the same. Writes src/domain/similarity/lists/proposalCounts.json; part of `npm run
 * similar:train`.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInProposalVocabulary } from '../../src/domain/similarity/index.ts';
import { proposalTermsOf } from '../../src/domain/similarity/proposalTerms.rules.ts';

/** A term that fewer have is not usual. */
const usualFrom = 3;

const root = join(import.meta.dirname, '../..');
const texts = globSync('test/domain/similarity/proposals/written*.jsonl', { cwd: root })
  .sort()
  .flatMap((file) => readFileSync(join(root, file), 'utf8').trim().split('\n'))
  .map((line) => JSON.parse(line) as { title: string; body: string })
  .map(({ title, body }) => `${title}\n${body}`);
const counts = new Map<string, number>();
for (const text of texts) {
  for (const { key, kind } of proposalTermsOf(text, builtInProposalVocabulary())) {
    if (kind !== 'literal' && kind !== 'word') counts.set(key, (counts.get(key) ?? 0) + 1);
  }
}
const usual = [...counts]
  .filter(([, count]) => count >= usualFrom)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([key, count]) => `    ${JSON.stringify(key)}: ${count}`);
writeFileSync(
  join(root, 'src/domain/similarity/lists/proposalCounts.json'),
  `{\n  "proposals": ${texts.length},\n  "terms": {\n${usual.join(',\n')}\n  }\n}\n`,
);
