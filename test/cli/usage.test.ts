import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Cli } from '../../src/cli/cli.ts';
import { failureOf } from '../../src/cli/errors.ts';
import { createProgram } from '../../src/cli/program.ts';
import { terminalWords } from '../../src/platform/config/config.ts';
import { clusterFolder, startEmbeddedPostgres } from '../../src/platform/db/embedded.ts';
import en from '../../src/platform/i18n/en.json' with { type: 'json' };
import ja from '../../src/platform/i18n/ja.json' with { type: 'json' };
import { runCli } from './runCli.ts';

// Each command is a process: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

const english = { LANG: 'en_US.UTF-8' };
const japanese = { LANG: 'ja_JP.UTF-8' };

/** Typed in this process: what is typed wrongly is found before anything is opened. */
async function typed(args: readonly string[]) {
  const cli: Cli = { t: terminalWords(japanese), locale: 'ja', command: 'kikidoki', close: undefined };
  // As if --json were given: nothing but the error is said.
  const error = await createProgram(cli, true)
    .parseAsync(args, { from: 'user' })
    .catch((thrown: unknown) => thrown);
  return failureOf(cli, error);
}

describe('typed wrongly, a command ends with 2 and says what is missing', () => {
  const plan = ['edition', 'plan', '--month', '2026-12', '--voices', 'S-1'];
  it.each<[string[], string]>([
    [[], '操作を指定してください'],
    [['voise'], 'voise という操作はありません。--help で使い方を確かめてください。 もしかして: voice'],
    [['edition', 'aprove', '2026-12'], 'もしかして: approve'],
    [['voice', 'list', '--jsn'], '--jsn という指定はありません'],
    [['voice', 'approve'], '<voice> を指定してください'],
    [['voice', 'approve', 'S-1', 'S-2'], '引数が多すぎます'],
    [['voice', 'approve', 'S-1', '--as'], '--as <employeeNo> の値を指定してください'],
    [['voice', 'withdraw', 'S-1'], '--reason <text> を指定してください'],
    [['voice', 'withdraw', 'S-1', '--reason', ' '], '理由が空です'],
    [['edition', 'show', '12月'], '12月 を読み取れません'],
    [['edition', 'plan', '--month', '2026-13', '--voices', 'S-1'], '2026-12 の形で'],
    [['edition', 'plan', '--month', '2026-12', '--voices', ','], '値が空です'],
    [[...plan, '--due', '2026-02-30'], '2026-12-18 の形で'],
    [[...plan, '--opens', '9:30'], '2026-12-01T09:30 の形で'],
    [[...plan, '--prompt', '日本語だけ'], '「日本語|English」'],
  ])('%j', async (args, words) => {
    const failure = await typed(args);
    expect(failure).toMatchObject({ exitCode: 2, code: 'usage' });
    expect(failure?.message).toContain(words);
    expect(failure?.trace).toBeUndefined();
  });

  it('as a process, on standard error', async () => {
    const { code, stdout, stderr } = await runCli(['voice', 'approve']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toBe('<voice> を指定してください。--help で使い方を確かめてください。\n');
  });

  it('in JSON and in English too', async () => {
    const { code, stdout, stderr } = await runCli(['voice', 'approve', '--json'], english);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      error: { code: 'usage', message: '<voice> is missing. See --help.' },
    });
  });
});

describe('help', () => {
  it('is Japanese unless the terminal says otherwise', async () => {
    const { code, stdout } = await runCli(['edition', 'plan', '--help']);
    expect(code).toBe(0);
    // As it can be typed where nothing is installed.
    expect(stdout).toContain('使い方: npm run kikidoki -- edition plan');
    const inTeams = await runCli(['--help'], { KIKIDOKI_APP_ID: '00000000-0000-4000-8000-000000000001' });
    expect(inTeams.stdout).toContain('使い方: kikidoki [options]');
    expect(inTeams.stdout).toContain('  kikidoki doctor');
    expect(stdout).toMatch(/--as <employeeNo> +操作する方の社員番号/);
  });

  it('is English where the terminal is', async () => {
    const { code, stdout } = await runCli(['--help'], english);
    expect(code).toBe(0);
    expect(stdout).toContain('Commands:');
    expect(stdout).not.toMatch(/[ぁ-ん]/);
  });
});

it('has the same words in both languages', () => {
  const keys = (words: object, path = ''): string[] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'object' ? keys(value, `${path}${key}/`) : [`${path}${key}`],
    );
  expect(keys(en.cli)).toEqual(keys(ja.cli));
});

/** A data folder with an embedded database, as `npm start` leaves it. */
const folder = mkdtempSync(join(tmpdir(), 'kikidoki-cli-'));
const embedded = { env: { KIKIDOKI_DATA: folder } };
const pidFile = () => join(clusterFolder(folder, undefined), 'data', 'postmaster.pid');

describe('the embedded database', () => {
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const server = await startEmbeddedPostgres(folder, ['fsync=off']);
    stop = server.stop;
  });
  afterAll(async () => {
    if (existsSync(pidFile())) await stop();
    const pointer = join(folder, 'postgres.location');
    if (existsSync(pointer)) rmSync(readFileSync(pointer, 'utf8').trim(), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  });

  it('with Teams’ credentials a command wants to know who acts', async () => {
    const { code, stderr } = await runCli(['voice', 'list'], {
      ...embedded.env,
      ...english,
      KIKIDOKI_APP_ID: '00000000-0000-4000-8000-000000000001',
      KIKIDOKI_APP_SECRET: 'secret',
      KIKIDOKI_TENANT_ID: '00000000-0000-4000-8000-000000000002',
      KIKIDOKI_PUBLIC_URL: 'https://kikidoki.example',
    });
    expect(code).toBe(2);
    expect(stderr).toBe('Say who acts: --as with your employee number.\n');
  });

  it('that runs is left running; a company that is not there yet is explained', async () => {
    const { code, stderr } = await runCli(['edition', 'status'], embedded.env);
    expect(code).toBe(1);
    expect(stderr).toContain('npm start');
    expect(existsSync(pidFile())).toBe(true);
  });

  it('that does not run is started and stopped again, by the program from anywhere', async () => {
    await stop();
    const { code, stdout, stderr } = await runCli(['doctor', '--json'], embedded.env, 'scripts/kikidoki.mjs');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout).checks).toContainEqual(
      expect.objectContaining({ check: 'directory', health: 'warning' }),
    );
    expect(code).toBe(0);
    expect(existsSync(pidFile())).toBe(false);
  });
});
