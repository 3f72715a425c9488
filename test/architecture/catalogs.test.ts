import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import en from '../../src/platform/i18n/en.json' with { type: 'json' };
import ja from '../../src/platform/i18n/ja.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');

type Words = { [key: string]: string | Words };

function keysOf(words: Words, above = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${above}${key}`] : keysOf(value, `${above}${key}.`),
  );
}

function wordOf(words: Words, key: string): string {
  const [first = '', ...rest] = key.split('.');
  const below = words[first];
  if (typeof below === 'string') return below;
  // Error codes hold dots themselves: "error" → "voice.notFound".
  const whole = below?.[rest.join('.')];
  return typeof whole === 'string' ? whole : wordOf(below ?? {}, rest.join('.'));
}

const keys = keysOf(ja);
const sources = globSync('src/**/*.ts', { cwd: root })
  .filter((file) => !file.startsWith('src/web/') && !file.includes('generated'))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

/** Whether the code names a key, whole or by a template that can become it: `error.${code}`. */
function isNamed(key: string): boolean {
  if (sources.includes(`'${key}'`) || sources.includes(`\`${key}\``)) return true;
  return templates.some((template) => template.test(key));
}

const templates = [...sources.matchAll(/`([a-z][\w.]*\.(?:[\w.]|\$\{[^}`]+\})*)`/gi)]
  .map((match) => match[1] ?? '')
  .filter((template) => template.includes('${'))
  .map((template) => {
    const parts = template.split(/\$\{[^}]+\}/).map((part) => part.replaceAll('.', '\\.'));
    return new RegExp(`^${parts.join('[\\w.-]+')}$`);
  });

describe("the server's catalogs", () => {
  it('hold the same keys in both languages', () => {
    expect(keysOf(en).sort()).toEqual([...keys].sort());
  });

  it.each(keys)('%s has the same values to fill in, in both languages', (key) => {
    const valuesOf = (words: Words) => (wordOf(words, key).match(/\{\{\w+\}\}/g) ?? []).sort();
    expect([...new Set(valuesOf(en))]).toEqual([...new Set(valuesOf(ja))]);
    expect(wordOf(ja, key)).not.toBe('');
  });

  it('name commands as they can be typed, which one function knows', () => {
    const named =
      /(?<!\{\{kikidoki\}\} )\b(voice|edition|directory) (import|list|approve|withdraw|plan|change|submit|return|show|open|status|retry|close|cancel)\b|\bkikidoki doctor/;
    const bare = keys.filter((key) => named.test(wordOf(ja, key)) || named.test(wordOf(en, key)));
    expect(bare).toEqual([]);
  });

  it('hold no key that nothing uses', () => {
    expect(keys.filter((key) => !isNamed(key))).toEqual([]);
  });

  it('lack no key that the code names', () => {
    const named = [...sources.matchAll(/\bt\(\s*'([\w.-]+)'/g)].map((match) => match[1] ?? '');
    expect(named.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('have words for every error', () => {
    const errors = readFileSync(join(root, 'src/platform/errors.ts'), 'utf8');
    const codes = [...errors.matchAll(/^ {2}\| '([\w.]+)'/gm)].map((match) => `error.${match[1]}`);
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !keys.includes(code))).toEqual([]);
  });
});
