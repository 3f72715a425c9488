import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import serverEn from '../../src/platform/i18n/en.json' with { type: 'json' };
import serverJa from '../../src/platform/i18n/ja.json' with { type: 'json' };

const web = join(import.meta.dirname, '../../src/web');

/** Every key of a catalog with its words. */
function wordsOf(locale: string): Map<string, string> {
  const catalog = JSON.parse(readFileSync(join(web, `i18n/${locale}.json`), 'utf8')) as object;
  const words = new Map<string, string>();
  const walk = (node: object, path: string[]): void => {
    for (const [name, value] of Object.entries(node)) {
      if (typeof value === 'string') words.set([...path, name].join('.'), value);
      else walk(value as object, [...path, name]);
    }
  };
  walk(catalog, []);
  return words;
}

const ja = wordsOf('ja');
const en = wordsOf('en');
const source = globSync('**/*.{ts,tsx}', { cwd: web })
  .map((file) => readFileSync(join(web, file), 'utf8'))
  .join('\n');

it('the catalogs have the same keys, each with words', () => {
  expect([...en.keys()]).toEqual([...ja.keys()]);
  for (const [key, words] of [...ja, ...en]) expect(words, key).not.toBe('');
});

it('the catalogs take the same values', () => {
  const valuesOf = (words = '') => [...words.matchAll(/{{(\w+)}}/g)].map((match) => match[1]).sort();
  for (const [key, words] of ja) expect(valuesOf(en.get(key)), key).toEqual(valuesOf(words));
});

it('every key that a page asks for is there', () => {
  const asked = [...source.matchAll(/\bt\('([\w.]+)'/g)].flatMap((match) => match[1] ?? []);
  expect(asked.length).toBeGreaterThan(50);
  expect(asked.filter((key) => !ja.has(key))).toEqual([]);
});

it('roles have one name, here and at the terminal', () => {
  for (const [page, { cli }] of [
    [ja, serverJa],
    [en, serverEn],
  ] as const) {
    // A member has no name on the pages.
    for (const [role, name] of Object.entries(cli.role).filter(([one]) => one !== 'member')) {
      expect(page.get(`role.${role}`)?.toLowerCase(), role).toBe(name.toLowerCase());
    }
  }
});

it('no key is left over', () => {
  expect([...ja.keys()].filter((key) => !source.includes(`'${key}'`))).toEqual([]);
});

it('no page writes Japanese words itself, past the quotation marks', () => {
  const withoutComments = source.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
  expect(withoutComments.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]+/gu) ?? []).toEqual(
    [],
  );
});

it('the Japanese words need no exclamation mark', () => {
  expect([...ja.values(), ...en.values()].filter((words) => /[!！]/.test(words))).toEqual([]);
});
