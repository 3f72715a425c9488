import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { takeFolderLock } from '../../src/local/folderLock.ts';
import { newDataFolder, startMain, untilStarted } from './processes.ts';

/** Starts, and gives what it said before it ended. */
async function refusalOf(env: Record<string, string>): Promise<string> {
  const { ended, output } = await startMain(env);
  expect(await ended).toBe(1);
  expect(output()).not.toMatch(/^\s+at /m);
  return output();
}

describe('a start with a database that cannot be had', () => {
  const url = (change: (url: URL) => void) => {
    const changed = new URL(inject('postgresUrl'));
    change(changed);
    return changed.href;
  };
  it.each<[string, () => string, string]>([
    ['that nobody serves', () => 'postgresql://a:b@127.0.0.1:1/a', 'ECONNREFUSED'],
    ['whose host is unknown', () => 'postgresql://a:hush@nowhere.invalid/a', 'ENOTFOUND'],
    ['with a wrong password', () => url((one) => (one.password = 'hush')), '28P01'],
    ['that does not exist', () => url((one) => (one.pathname = '/nobody')), '3D000'],
  ])('%s says what the doctor says', async (_what, databaseUrl, reason) => {
    const said = await refusalOf({ DATABASE_URL: databaseUrl(), KIKIDOKI_DATA: newDataFolder() });
    expect(said).toMatch(/^データベースに接続できません\(/);
    // A network without name service answers EAI_AGAIN.
    expect(said.replace('EAI_AGAIN', 'ENOTFOUND')).toContain(reason);
    expect(said).toContain('DATABASE_URL の宛先・名前・パスワード');
    expect(said).not.toContain('hush');
  });
});

describe('a start with a data folder that cannot be used', () => {
  it.each([
    ['is a file', () => aFile(), 'EEXIST'],
    ['is below a file', () => join(aFile(), 'data'), 'ENOTDIR'],
  ])('which %s says so', async (_what, folder, reason) => {
    const said = await refusalOf({ KIKIDOKI_DATA: folder() });
    expect(said).toMatch(/^データフォルダー .* に書き込めません/);
    expect(said).toContain(reason);
    expect(said).toContain('KIKIDOKI_DATA');
  });

  function aFile(): string {
    const folder = mkdtempSync(join(tmpdir(), 'kikidoki-file-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'data'), '');
    return join(folder, 'data');
  }
});

describe('the lock of a data folder', () => {
  it('is had by one of two that start in the same second', async () => {
    const folder = newDataFolder();
    const both = await Promise.all([1, 2].map(() => startMain({ KIKIDOKI_DATA: folder })));
    const winner = await Promise.any(both.map((one) => untilStarted(one).then(() => one)));
    const loser = both.find((one) => one !== winner);
    expect(await loser?.ended).toBe(1);
    expect(loser?.output()).toBe(
      'このデータフォルダーの聴きどきは、すでに動いています。先に止めるか、KIKIDOKI_DATA で別のフォルダーを指定してください。\n',
    );
    winner.child.kill('SIGINT');
    expect(await winner.ended).toBe(0);
  });

  it('is given back, and taken from the dead and from who has only the number of the dead', async () => {
    const folder = newDataFolder();
    const file = join(folder, 'local.lock');
    const release = await takeFolderLock(folder);
    await expect(takeFolderLock(folder, 100)).rejects.toMatchObject({ code: 'local.alreadyRunning' });
    release();
    for (const left of ['999999999 1', `${process.ppid} 1`, `${process.pid} 1`, '', 'nonsense']) {
      writeFileSync(file, left);
      (await takeFolderLock(folder, 100))();
    }
  });

  it('of a dead one is had by one of many', async () => {
    const folder = newDataFolder();
    const children = 6;
    writeFileSync(join(folder, 'local.lock'), '999999999 1');
    const code = `const { takeFolderLock } = await import('${join(import.meta.dirname, '../../src/local/folderLock.ts')}');
      await takeFolderLock('${folder}', 1).then(() => process.stdout.write('mine'), () => {}); setTimeout(() => {}, 1500);`;
    const { spawn } = await import('node:child_process');
    const said = await Promise.all(
      Array.from(
        { length: children },
        () =>
          new Promise<string>((resolve) => {
            const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
            let text = '';
            child.stdout.on('data', (part) => (text += part));
            child.once('close', () => resolve(text));
          }),
      ),
    );
    expect(said.filter((one) => one === 'mine')).toHaveLength(1);
  });
});
