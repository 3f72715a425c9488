import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished, vi } from 'vitest';
import { personNumbers } from '../support/company.ts';
import { cloneDatabase } from '../support/database.ts';
import { sampleFolder } from '../support/templates.ts';
import { type Installation, installation, openInstallation } from './runCli.ts';

// Each command is a process: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

let k: Installation;
beforeAll(async () => {
  k = await openInstallation();
});
afterAll(() => k.remove());

/** A copy of the sample company's files. */
function companyFolder(change: (edit: (file: string, from: string, to: string) => void) => void = () => {}) {
  const folder = mkdtempSync(join(tmpdir(), 'kikidoki-directory-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(join(sampleFolder, 'company'), folder, { recursive: true });
  change((file, from, to) => {
    const source = readFileSync(join(folder, file), 'utf8');
    if (!source.includes(from)) throw new Error(`${file} has no ${from}`);
    writeFileSync(join(folder, file), source.replace(from, to));
  });
  return folder;
}

describe('directory import', () => {
  it('says first what it would change, then changes it, once', async () => {
    const folder = companyFolder((edit) => edit('people.csv', '水沢 千尋', '水沢 千裕'));
    const dry = await k.run('directory', 'import', folder, '--dry-run');
    expect(dry).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        '取り込むと、次のようになります(まだ何も変更していません)。',
        '  部署  12件、新規0、変更0、名簿になく対象外へ0',
        '  社員  64人、新規0、変更1、退職0',
        '',
      ].join('\n'),
    });
    const counts = {
      departments: { total: 12, new: 0, changed: 0, excluded: 0 },
      people: { total: 64, new: 0, changed: 1, left: 0 },
    };
    const done = await k.json('directory', 'import', folder, '--as', personNumbers.tsutsumi);
    expect(done).toEqual({ code: 0, body: { dryRun: false, ...counts } });
    const again = await k.json('directory', 'import', folder);
    expect(again.body.people).toEqual({ ...counts.people, changed: 0 });
  });

  it('is for administrators', async () => {
    const { code, body } = await k.json('directory', 'import', companyFolder(), '--as', personNumbers.asagi);
    expect(code).toBe(1);
    expect(body.error.code).toBe('forbidden');
    expect(body.error.message).toContain('システム管理者');
  });

  it('names file, line and fault of everything that is wrong', async () => {
    const folder = companyFolder((edit) => {
      edit('departments.csv', 'head_office', 'garden');
      edit('people.csv', 'CL-AUTO1:promoter', 'CL-AUTO9:promoter');
    });
    const refused = await k.run('directory', 'import', folder);
    expect(refused).toEqual({
      code: 1,
      stdout: '',
      stderr: [
        '名簿を取り込めません。次のところを直してください。何も変更していません。',
        '  departments.csv:2  部署の種類 garden は会社の設定にありません。',
        '  people.csv:2  所属の部署 CL-AUTO9 がありません。',
        '',
      ].join('\n'),
    });
    const missing = await k.json('directory', 'import', join(folder, 'nowhere'));
    expect(missing.body.error.code).toBe('directory.badFile');
    expect(missing.body.error.message).toContain('people.csv  ファイルがありません。');
  });

  it('is the doctor’s remedy for an installation in Teams without a directory, and needs no --as there', async () => {
    const database = await cloneDatabase(inject('postgresUrl'), 'empty');
    const dataFolder = mkdtempSync(join(tmpdir(), 'kikidoki-cli-'));
    onTestFinished(async () => {
      await database.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    });
    const beside = { DATABASE_URL: database.url, KIKIDOKI_DATA: dataFolder };
    const { checks } = (await installation(beside).json('doctor')).body;
    expect(checks).toContainEqual(
      expect.objectContaining({
        check: 'directory',
        health: 'warning',
        remedy: expect.stringContaining('npm run kikidoki -- directory import'),
      }),
    );

    const inTeams = installation({
      ...beside,
      KIKIDOKI_APP_ID: '00000000-0000-4000-8000-000000000001',
      KIKIDOKI_APP_SECRET: 'secret',
      KIKIDOKI_TENANT_ID: '00000000-0000-4000-8000-000000000002',
      KIKIDOKI_PUBLIC_URL: 'https://kikidoki.example',
    });
    const folder = companyFolder();
    const first = await inTeams.json('directory', 'import', folder);
    expect(first).toMatchObject({ code: 0, body: { departments: { new: 12 }, people: { new: 64 } } });
    const second = await inTeams.run('directory', 'import', folder);
    expect(second).toMatchObject({ code: 2, stdout: '' });
    expect(second.stderr).toContain('--as');
    const named = await inTeams.json('directory', 'import', folder, '--as', personNumbers.tsutsumi);
    expect(named).toMatchObject({ code: 0, body: { people: { new: 0 } } });
  });
});
