/**
 * The detector for outside checks: JSON lines {"id","text"} on standard input, for each one
 * {"id","spans":[{"start","end","type"}],"health"} on standard output (UTF-16 offsets). `npm run -s pii:detect`
 */
import { loadDetect } from '../../src/domain/privacy/index.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { readSettings } from '../../src/platform/settings.ts';

const detect = loadDetect(readSettings(readConfig().dataFolder).privacy);

let number = 0;
for await (const line of linesOf(process.stdin)) {
  number += 1;
  if (!line.trim()) continue;
  const question = parse(line);
  if (!question) {
    console.error(
      `${number} 行目は {"id","text"} の JSON ではありません / line ${number} is no JSON with "id" and "text"`,
    );
    process.exitCode = 1;
    continue;
  }
  const { findings, health } = detect(question.text);
  const spans = findings.map(({ start, end, type }) => ({ start, end, type }));
  process.stdout.write(`${JSON.stringify({ id: question.id, spans, health: health.length > 0 })}\n`);
}

/** Lines end with a line feed and nothing else: U+2028 may stand inside JSON. */
async function* linesOf(input: NodeJS.ReadStream): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of input.setEncoding('utf8')) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}

function parse(line: string): { id: unknown; text: string } | null {
  try {
    const value: unknown = JSON.parse(line.replace(/^\uFEFF/, ''));
    if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
      return null;
    }
    return { id: 'id' in value ? value.id : null, text: value.text };
  } catch {
    return null;
  }
}
