import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

/** Runs the lint's import rules over `src` of a folder; returns the names of the rules that were broken. */
async function brokenRules(folder: string): Promise<string[]> {
  const config = join(root, '.dependency-cruiser.cjs');
  const args = [cruiser, 'src', '--config', config, '--output-type', 'json'];
  const output = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout) =>
      resolve(stdout),
    );
  });
  const { summary } = JSON.parse(output) as { summary: { violations: { rule: { name: string } }[] } };
  return summary.violations.map((violation) => violation.rule.name);
}

/** A tiny tree in which one file imports another. */
function treeWith(from: string, to: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'kikidoki-imports-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const write = (file: string, content: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  };
  write('tsconfig.json', '{}');
  const ups = '../'.repeat(from.split('/').length - 1);
  const isOurs = /^(src|test)\//.test(to);
  write(from, `import '${isOurs ? ups : ''}${to}';\n`);
  if (isOurs) write(to, 'export {};\n');
  return folder;
}

describe('the house', () => {
  it('keeps its own import rules', async () => {
    expect(await brokenRules(root)).toEqual([]);
  }, 60_000);

  it.each([
    ['platform-alone', 'src/platform/log.ts', 'src/domain/context.ts'],
    ['domain-knows-no-edge', 'src/domain/people/audit.ts', 'src/edges/server.ts'],
    ['domain-knows-no-edge', 'src/domain/people/audit.ts', 'src/cli/main.ts'],
    ['domain-knows-no-teams-or-http', 'src/domain/people/audit.ts', 'node:http'],
    ['rooms-through-their-door', 'src/domain/voices/importVoice.ts', 'src/domain/people/audit.ts'],
    ['one-way-people', 'src/domain/people/audit.ts', 'src/domain/voices/index.ts'],
    ['one-way-voices', 'src/domain/voices/importVoice.ts', 'src/domain/listening/index.ts'],
    ['edges-through-the-door', 'src/edges/http/routes.ts', 'src/domain/voices/importVoice.ts'],
    ['rules-are-pure', 'src/domain/voices/voices.rules.ts', 'node:fs'],
    ['rules-are-pure', 'src/edges/teams/cards/edition.card.ts', 'src/platform/db/client.ts'],
    ['only-stores-touch-prisma', 'src/domain/voices/importVoice.ts', 'src/platform/db/generated/client.ts'],
    ['edges-apart', 'src/edges/teams/bot.ts', 'src/edges/http/routes.ts'],
    ['web-knows-the-contract', 'src/web/App.tsx', 'src/domain/context.ts'],
    ['not-to-test', 'src/app.ts', 'test/support/testApp.ts'],
  ])('%s: %s must not import %s', async (rule, from, to) => {
    expect(await brokenRules(treeWith(from, to))).toContain(rule);
  });
});
