import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const script = fileURLToPath(new URL('../scripts/manifest.mjs', import.meta.url));
const source = fileURLToPath(new URL('../manifest/', import.meta.url));

const APP_ID = '6f1d2c3b-4a59-4687-9b0c-d1e2f3a4b5c6';
const settings = { KIKIDOKI_APP_ID: APP_ID, KIKIDOKI_PUBLIC_URL: 'https://kikidoki.example.co.jp' };

// Each run is a process of its own, slow on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let folder: string;
let out: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kikidoki-manifest-'));
  out = join(folder, 'deep', 'app.zip');
});
afterEach(() => rm(folder, { recursive: true }));

type Run = { code: number; stdout: string; stderr: string };

/** Runs the script as `npm run manifest` does, with nothing in its environment but what is given. */
function run(env: Record<string, string>, ...options: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, '--out', out, ...options], { env }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

async function unpack(): Promise<Record<string, Uint8Array>> {
  return unzipSync(await readFile(out));
}

function json(files: Record<string, Uint8Array>, name: string): Record<string, unknown> {
  const bytes = files[name];
  if (!bytes) throw new Error(`${name} is not in the package`);
  return JSON.parse(strFromU8(bytes));
}

function png(files: Record<string, Uint8Array>, name: string): PNG {
  return PNG.sync.read(Buffer.from(files[name] ?? []));
}

/** A copy of the manifest folder in which a test may break something. */
async function copyOfSource(): Promise<string> {
  const copy = join(folder, 'manifest');
  await cp(source, copy, { recursive: true });
  return copy;
}

async function edit(file: string, change: (text: string) => string): Promise<void> {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

describe('the Teams app package', () => {
  it('holds a valid manifest with this installation filled in', async () => {
    const { code, stdout } = await run(settings);
    expect(code).toBe(0);
    expect(stdout).toContain('app.zip');
    expect(stdout).toContain('https://kikidoki.example.co.jp/api/messages');

    const files = await unpack();
    expect(Object.keys(files).sort()).toEqual([
      'color.png',
      'en.json',
      'ja.json',
      'manifest.json',
      'outline.png',
    ]);
    const manifest = json(files, 'manifest.json');
    expect(await AppManifestUtils.validateAgainstSchema(manifest as unknown as TeamsManifest)).toEqual([]);
    expect(JSON.stringify(manifest)).not.toContain('{{');
    expect(manifest).toMatchObject({
      manifestVersion: '1.30',
      id: APP_ID,
      localizationInfo: { defaultLanguageTag: 'ja' },
      bots: [{ botId: APP_ID, scopes: ['personal', 'team', 'groupChat'] }],
      composeExtensions: [
        {
          botId: APP_ID,
          commands: [{ id: 'propose', type: 'action', context: ['message', 'compose'], fetchTask: true }],
        },
      ],
      validDomains: ['kikidoki.example.co.jp'],
    });
  });

  it('speaks Japanese by default and English too, every string', async () => {
    await run(settings);
    const files = await unpack();
    const [ja, en] = [json(files, 'ja.json'), json(files, 'en.json')];
    expect(Object.keys(en)).toEqual(Object.keys(ja));
    expect(ja['bots[0].commandLists[0].commands[1].title']).toBe('今月の声');
    expect(ja['composeExtensions[0].commands[0].title']).toBe('このメッセージから提案');
    expect(en['composeExtensions[0].commands[0].title']).toBe('Propose from this message');
    expect(Object.values(en).join()).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
  });

  it('has a full-bleed colour icon and a white outline', async () => {
    await run(settings);
    const files = await unpack();
    const [color, outline] = [png(files, 'color.png'), png(files, 'outline.png')];
    expect([color.width, color.height, outline.width, outline.height]).toEqual([192, 192, 32, 32]);
    expect([...color.data.subarray(0, 4)]).toEqual([0x14, 0x58, 0x6b, 255]);
    expect([...outline.data].filter((byte, at) => at % 4 < 3 && byte !== 255)).toEqual([]);
  });

  it('takes a separate app id, the company, and makes the same archive twice', async () => {
    const teamsAppId = '0b8e7d6c-5f4a-4321-8765-0a1b2c3d4e5f';
    const env = {
      ...settings,
      KIKIDOKI_TEAMS_APP_ID: teamsAppId.toUpperCase(),
      KIKIDOKI_COMPANY_NAME: 'あさなぎ "損害保険"',
      KIKIDOKI_COMPANY_URL: 'https://www.example.co.jp/help',
    };
    await run(env);
    const first = await readFile(out);
    expect(json(await unpack(), 'manifest.json')).toMatchObject({
      id: teamsAppId,
      bots: [{ botId: APP_ID }],
      developer: { name: 'あさなぎ "損害保険"', termsOfUseUrl: 'https://www.example.co.jp/help' },
    });
    await run(env);
    expect(first.equals(await readFile(out))).toBe(true);
  });
});

describe('missing and malformed settings', () => {
  it('names each missing setting, in Japanese first, and writes nothing', async () => {
    const { code, stdout, stderr } = await run({});
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.split('\n')).toHaveLength(5);
    expect(stderr).toMatch(/^KIKIDOKI_APP_ID が設定されていません.*\nKIKIDOKI_APP_ID is not set/);
    expect(stderr).toContain('KIKIDOKI_PUBLIC_URL is not set');
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['KIKIDOKI_APP_ID', 'kikidoki'],
    ['KIKIDOKI_APP_ID', '00000000-0000-0000-0000-000000000000'],
    ['KIKIDOKI_TEAMS_APP_ID', '1234'],
    ['KIKIDOKI_PUBLIC_URL', 'kikidoki.example.co.jp'],
    ['KIKIDOKI_PUBLIC_URL', 'http://kikidoki.example.co.jp'],
    ['KIKIDOKI_PUBLIC_URL', 'https://kikidoki.example.co.jp/bot'],
    ['KIKIDOKI_PUBLIC_URL', 'https://localhost:3978'],
    ['KIKIDOKI_PUBLIC_URL', 'https://192.0.2.1'],
    ['KIKIDOKI_PUBLIC_URL', 'https://me:secret@kikidoki.example.co.jp'],
    ['KIKIDOKI_COMPANY_NAME', 'あ'.repeat(33)],
    ['KIKIDOKI_COMPANY_URL', 'http://www.example.co.jp'],
  ])('refuses %s=%s', async (name, value) => {
    const { code, stderr } = await run({ ...settings, [name]: value });
    expect(code).toBe(2);
    expect(stderr.startsWith(name)).toBe(true);
    expect(stderr).not.toContain('secret');
  });

  it('refuses an unknown option', async () => {
    const { code, stderr } = await run(settings, '--nope');
    expect(code).toBe(2);
    expect(stderr).toContain('--help');
  });
});

describe('a broken manifest folder', () => {
  it('names the file that is missing', async () => {
    const from = await copyOfSource();
    await rm(join(from, 'en.json'));
    const { code, stderr } = await run(settings, '--from', from);
    expect(code).toBe(1);
    expect(stderr).toContain('en.json を読めません');
  });

  it('names missing and stale translations', async () => {
    const from = await copyOfSource();
    await edit(join(from, 'en.json'), (text) => text.replace('commands[1].title', 'commands[7].title'));
    await edit(join(from, 'ja.json'), (text) => text.replace('"ヘルプ"', '"使い方"'));
    const { code, stderr } = await run(settings, '--from', from);
    expect(code).toBe(1);
    expect(stderr).toContain('en.json lacks bots[0].commandLists[0].commands[1].title');
    expect(stderr).toContain('en.json translates bots[0].commandLists[0].commands[7].title');
    expect(stderr).toContain('ja.json: bots[0].commandLists[0].commands[0].title differs');
  });

  it('names a command of messages that a language lacks', async () => {
    const from = await copyOfSource();
    await edit(join(from, 'en.json'), (text) => text.replace('composeExtensions[0]', 'composeExtensions[3]'));
    const { code, stderr } = await run(settings, '--from', from);
    expect(code).toBe(1);
    expect(stderr).toContain('en.json lacks composeExtensions[0].commands[0].title');
  });

  it('refuses language files that Teams would refuse', async () => {
    const from = await copyOfSource();
    await edit(join(from, 'en.json'), (text) =>
      text.replace('"Kikidoki"', JSON.stringify('K'.repeat(31))).replace('/v1.30/', '/v1.29/'),
    );
    const { code, stderr } = await run(settings, '--from', from);
    expect(code).toBe(1);
    expect(stderr).toContain('must NOT have more than 30 characters');
    expect(stderr).toContain('let $schema name the same version');
  });

  it('refuses what the schema refuses, unknown placeholders and broken JSON', async () => {
    const from = await copyOfSource();
    const manifest = join(from, 'manifest.json');
    await edit(manifest, (text) =>
      text.replace('KIKIDOKI_PUBLIC_DOMAIN', 'NOBODY').replace('"team"', '"tribe"'),
    );
    const refused = await run(settings, '--from', from);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('{{NOBODY}} is unknown');
    expect(refused.stderr).toContain('must be equal to one of the allowed values');

    await edit(manifest, (text) => text.slice(0, -3));
    const broken = await run(settings, '--from', from);
    expect(broken.code).toBe(1);
    expect(broken.stderr).toContain('manifest.json is not JSON');
  });

  it('checks the size and the colours of the icons', async () => {
    const from = await copyOfSource();
    const gray = new PNG({ width: 32, height: 32 });
    gray.data.fill(200);
    await writeFile(join(from, 'outline.png'), PNG.sync.write(gray));
    await writeFile(join(from, 'color.png'), PNG.sync.write(gray));
    const { code, stderr } = await run(settings, '--from', from);
    expect(code).toBe(1);
    expect(stderr).toContain('color.png is 32×32. Make it 192×192');
    expect(stderr).toContain('outline.png must be white on a transparent background');

    await writeFile(join(from, 'color.png'), 'not a picture');
    expect((await run(settings, '--from', from)).stderr).toContain('color.png is not a readable PNG');
  });
});
