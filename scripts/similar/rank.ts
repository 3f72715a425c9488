/**
 * The ranking of proposals for outside checks: a file of JSON lines {"id","title","body"}, for each one
 * {"id","top":[{"id","score"} …],"probable":[ids]} against all others in the file on standard output, by the same code
 * as in the product. `npm run -s similar:rank -- FILE.jsonl`
 */
import { createReadStream } from 'node:fs';
import { ProposalIndex, type ProposalToCompare, rankProposals } from '../../src/domain/similarity/index.ts';

interface Line extends ProposalToCompare {
  /** As it stands in the file: a word or a number. */
  givenId: string | number;
}

const file = process.argv[2];
if (file === undefined) {
  complain(
    'ファイルを指定してください。例: npm run -s similar:rank -- FILE.jsonl / Name a file: npm run -s similar:rank -- FILE.jsonl',
  );
} else {
  try {
    rank(await readLines(file));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    complain(`${file} を読めません / ${file} cannot be read (${reason})`);
  }
}

function rank(lines: readonly Line[]): void {
  const index = new ProposalIndex();
  const given = new Map(lines.map(({ id, givenId }) => [id, givenId]));
  for (const line of lines) index.put(line);
  for (const line of lines) {
    const found = rankProposals(index, line, { top: 3 });
    const top = found.map(({ id, score }) => ({ id: given.get(id), score: Number(score.toFixed(4)) }));
    const probable = found.filter(({ isProbable }) => isProbable).map(({ id }) => given.get(id));
    process.stdout.write(`${JSON.stringify({ id: line.givenId, top, probable })}\n`);
  }
}

async function readLines(path: string): Promise<Line[]> {
  const lines: Line[] = [];
  const ids = new Set<string>();
  let number = 0;
  for await (const text of linesOf(createReadStream(path))) {
    number += 1;
    if (!text.trim()) continue;
    const line = parse(text);
    if (line === null) {
      complain(
        `${number} 行目は {"id","title","body"} の JSON ではありません / line ${number} is no JSON with "id", "title" and "body"`,
      );
    } else if (ids.has(line.id)) {
      complain(`${number} 行目の id は前にもあります / the id of line ${number} stands in an earlier one`);
    } else {
      ids.add(line.id);
      lines.push(line);
    }
  }
  return lines;
}

function complain(words: string): void {
  console.error(words);
  process.exitCode = 1;
}

/** Lines end with a line feed and nothing else: U+2028 may stand inside JSON. */
async function* linesOf(input: NodeJS.ReadableStream): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}

/** A title that is missing is an empty one. */
function parse(text: string): Line | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null) return null;
    const { id, title = '', body } = value as Record<string, unknown>;
    if (typeof id !== 'string' && typeof id !== 'number') return null;
    if (typeof body !== 'string' || (typeof title !== 'string' && title !== null)) return null;
    return { id: `${typeof id}:${id}`, givenId: id, title: title ?? '', body };
  } catch {
    return null;
  }
}
