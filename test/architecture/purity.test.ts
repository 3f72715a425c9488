import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it.each(globSync('src/**/*.{rules,card}.ts', { cwd: root }))(
  '%s takes time and chance as arguments',
  (file) => {
    const source = readFileSync(join(root, file), 'utf8');
    expect(source).not.toMatch(/Date\.now\(|new Date\(\)|Math\.random\(|process\.env/);
  },
);

it('reads the environment in one place', () => {
  const readers = globSync('src/**/*.{ts,tsx,mjs}', { cwd: root }).filter(
    (file) => !file.includes('generated') && readFileSync(join(root, file), 'utf8').includes('process.env'),
  );
  expect(readers).toEqual(['src/platform/config/config.ts']);
});
