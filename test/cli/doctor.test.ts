import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDb } from '../../src/platform/db/client.ts';
import { registerReplica } from '../../src/platform/db/liveness.ts';
import { createLog } from '../../src/platform/log.ts';
import { personNumbers } from '../support/company.ts';
import { type Installation, installation, openInstallation, runCli } from './runCli.ts';

// Each command is a process: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

let k: Installation;
beforeAll(async () => {
  k = await openInstallation();
});
afterAll(() => k.remove());

interface Check {
  check: string;
  health: string;
  message: string;
  remedy: string | null;
}

const healthOf = (checks: Check[]) => Object.fromEntries(checks.map((one) => [one.check, one.health]));

async function liveServer(): Promise<string> {
  // In two steps: restify, which other files load, takes the answer of writeHead away.
  const server = createServer((req, res) => {
    res.writeHead(req.url === '/health/live' ? 200 : 404);
    res.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('the doctor', () => {
  it('finds a sound installation sound', async () => {
    const env = { ...k.env, KIKIDOKI_PUBLIC_URL: await liveServer() };
    const { code, body } = await installation(env).json('doctor');
    expect(code).toBe(0);
    expect(body.ok).toBe(true);
    expect(healthOf(body.checks)).toEqual({
      configuration: 'ok',
      settings: 'ok',
      database: 'ok',
      migrations: 'ok',
      clock: 'ok',
      directory: 'ok',
      // No server works with this database: that is worth saying, and no fault.
      server: 'warning',
      sending: 'ok',
      storage: 'ok',
      teams: 'ok',
      publicUrl: 'ok',
    });
  });

  it('says of everything broken how to mend it, and no secret', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kikidoki-doctor-'));
    writeFileSync(join(folder, 'media'), 'a file where a folder should be');
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { code, body } = await installation({
      DATABASE_URL: 'postgresql://kikidoki:hush-hush@127.0.0.1:1/kikidoki',
      KIKIDOKI_DATA: folder,
      KIKIDOKI_APP_ID: '00000000-0000-4000-8000-000000000001',
      KIKIDOKI_APP_SECRET: 'hush-hush',
      KIKIDOKI_TENANT_ID: '00000000-0000-4000-8000-000000000002',
      KIKIDOKI_PUBLIC_URL: 'http://kikidoki.example',
      // Refused before a byte goes out: the sign-in accepts no plain http.
      KIKIDOKI_BOT_FRAMEWORK: '{"ToChannelFromBotLoginUrl":"http://127.0.0.1:1/tenant"}',
    }).json('doctor');
    expect(code).toBe(1);
    expect(body.ok).toBe(false);
    expect(healthOf(body.checks)).toMatchObject({
      configuration: 'ok',
      database: 'broken',
      migrations: 'unknown',
      storage: 'broken',
      teams: 'broken',
      publicUrl: 'broken',
    });
    for (const one of body.checks as Check[]) {
      if (one.health === 'broken') expect(one.remedy).toBeTruthy();
    }
    expect(JSON.stringify(body)).toContain('ECONNREFUSED');
    expect(JSON.stringify(body)).not.toContain('hush-hush');
  });

  it('sees missing migrations without applying them, and a pause with its reason', async () => {
    const db = openDb(k.databaseUrl, 1);
    onTestFinished(() => db.$disconnect());
    await db.$executeRaw`UPDATE send_budget SET paused_until = now() + interval '1 minute', pause_reason = 'unauthorised'`;
    const paused = await k.run('doctor');
    expect(paused.code).toBe(1);
    expect(paused.stdout).toMatch(
      /✗ 送信 +止めています\(理由: Teams が資格情報を拒否\)。あと\d+秒です。\n +→ /,
    );

    await db.$executeRaw`UPDATE _prisma_migrations SET rolled_back_at = now()`;
    const { body } = await k.json('doctor');
    expect(healthOf(body.checks)).toMatchObject({ migrations: 'broken', sending: 'unknown' });
    await db.$executeRaw`UPDATE _prisma_migrations SET rolled_back_at = NULL`;
  });

  it('takes --as like every command, and knows whether they exist', async () => {
    const { checks } = (await k.json('doctor', '--as', personNumbers.tsutsumi)).body;
    expect(healthOf(checks)).toMatchObject({ database: 'ok', directory: 'ok' });
    const nobody = await k.json('doctor', '--as', 'A9999');
    expect(nobody).toMatchObject({ code: 1, body: { error: { code: 'person.unknownNo' } } });
    // Nobody can be asked whether they exist: what is broken is said all the same.
    const lost = { ...k.env, DATABASE_URL: 'postgresql://kikidoki@127.0.0.1:1/kikidoki' };
    const { body } = await installation(lost).json('doctor', '--as', 'A9999');
    expect(healthOf(body.checks)).toMatchObject({ database: 'broken' });
  });

  it('says that PORT differs where a server runs on another one', async () => {
    const replica = await registerReplica(k.databaseUrl, createLog('silent'));
    onTestFinished(() => replica.stop());
    const { body } = await installation({ ...k.env, PORT: '1' }).json('doctor');
    const found = (body.checks as Check[]).find(({ check }) => check === 'publicUrl');
    expect(found).toMatchObject({ health: 'warning', message: expect.stringContaining('localhost:1/') });
    expect(found?.remedy).toMatch(/^サーバーは動いていますが、この端末とは別の PORT/);
  });

  it('names a setting that cannot be read', async () => {
    const wrong = await runCli(['doctor'], { ...k.env, PORT: 'many', LANG: 'en_US.UTF-8' });
    expect(wrong.code).toBe(1);
    expect(wrong.stdout).toMatch(/^✗ Configuration .*PORT/);
    expect(wrong.stderr).toBe('');
  });
});
