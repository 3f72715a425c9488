/**
 * The detector for outside checks: JSON lines {"id","text"} on standard input, for each one
 * {"id","spans":[{"start","end","type"}],"health"} on standard output (UTF-16 offsets). `npm run -s pii:detect`
 */
import { createInterface } from 'node:readline';
import { loadDetect } from '../../src/domain/privacy/index.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { readSettings } from '../../src/platform/settings.ts';

const detect = loadDetect(readSettings(readConfig().dataFolder).privacy);

for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  if (!line.trim()) continue;
  const question = parse(line);
  if (!question) {
    console.error('この行は {"id","text"} の JSON ではありません / not a JSON line with "id" and "text"');
    process.exitCode = 1;
    continue;
  }
  const { findings, health } = detect(question.text);
  const spans = findings.map(({ start, end, type }) => ({ start, end, type }));
  process.stdout.write(`${JSON.stringify({ id: question.id, spans, health: health.length > 0 })}\n`);
}

function parse(line: string): { id: unknown; text: string } | null {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== 'object' || value === null || !('text' in value) || typeof value.text !== 'string') {
      return null;
    }
    return { id: 'id' in value ? value.id : null, text: value.text };
  } catch {
    return null;
  }
}
