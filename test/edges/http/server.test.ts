import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openedEdition } from '../../support/editions.ts';
import { call } from '../../support/pagesClient.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

/** Asks with headers of one's own choice, which fetch does not let one set. */
function ask(t: TestApp, path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(t.url);
    request({ hostname, port, path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('health', () => {
  it('is live at once and ready when scheduler, database and queue run', async () => {
    const t = await openTestApp({ listening: true, working: false });
    expect(await call(t, 'GET', '/health/live')).toMatchObject({ status: 200, body: { live: true } });
    expect(await call(t, 'GET', '/health/ready')).toMatchObject({ status: 503, body: { ready: false } });
    await t.app.startWorking();
    expect(await call(t, 'GET', '/health/ready')).toMatchObject({ status: 200, body: { ready: true } });
    await t.ctx.db.$executeRaw`ALTER SCHEMA pgboss RENAME TO pgboss_gone`;
    expect((await call(t, 'GET', '/health/ready')).status).toBe(503);
    await t.ctx.db.$executeRaw`ALTER SCHEMA pgboss_gone RENAME TO pgboss`;
  });
});

describe('an address at which there is nothing', () => {
  it('shows a browser the page that says so, and tells programs in JSON', async () => {
    const t = await openTestApp({ mode: 'local', listening: true, working: false, pages: true });
    const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
    for (const path of ['/nowhere', '/listen', '/records/of/nobody', '/nowhere%00']) {
      const page = await call<string>(t, 'GET', path, { headers: browser });
      expect(page.status, path).toBe(404);
      expect(page.headers.get('content-type'), path).toContain('text/html');
      expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(page.body).toContain('<div id="root">');
      const told = await call<{ error: { code: string } }>(t, 'GET', path);
      expect([told.status, told.body.error?.code], path).toEqual([404, 'notFound']);
    }
    const api = await call<{ error: { code: string } }>(t, 'GET', '/api/nowhere', { headers: browser });
    expect([api.status, api.body.error.code]).toEqual([404, 'notFound']);
    const post = await call<{ error: { code: string } }>(t, 'POST', '/nowhere', {
      headers: browser,
      body: {},
    });
    expect([post.status, post.body.error.code]).toEqual([404, 'notFound']);
  });
});

describe('metrics', () => {
  it('count messages and requests, and name nobody', async () => {
    const t = await openTestApp({ listening: true, working: false });
    await openedEdition(t);
    await call(t, 'GET', `/api/voices/${t.voices.noNews}`);
    const { status, body, headers } = await call<string>(t, 'GET', '/metrics');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(body).toMatch(/kikidoki_outgoing_messages\{state="waiting"\} \d+/);
    expect(body).toContain('kikidoki_http_seconds_count{route="/api/voices/:id",status="401"} 1');
    expect(body).not.toContain(t.voices.noNews);
    expect(body).not.toMatch(/水沢|A0001|忘れられて/);
  });
});

describe('local mode', () => {
  const open = () => openTestApp({ mode: 'local', listening: true, working: false });

  it('lets one choose among the sample people', async () => {
    const t = await open();
    const { body } = await call<{ people: { id: string; roles: string[] }[] }>(t, 'GET', '/api/local/people');
    expect(body.people).toHaveLength(64);
    expect(body.people.find(({ id }) => id === t.people.misono.id)?.roles).toEqual(['officer']);
    const session = await call<{ token: string }>(t, 'POST', '/api/session', {
      body: { personId: t.people.enoki.id },
    });
    expect(session.status).toBe(200);
    expect((await call(t, 'GET', '/api/editions', { token: session.body.token })).status).toBe(200);
    const nobody = { personId: '0199f5d2-0000-7000-8000-000000000001' };
    expect((await call(t, 'POST', '/api/session', { body: nobody })).status).toBe(401);
  });

  it('answers only on this machine, to its own names and pages', async () => {
    const t = await open();
    const { port } = new URL(t.url);
    const address = t.app.server.server.address();
    expect(typeof address === 'object' && address?.address).toBe('127.0.0.1');
    const names = [
      `localhost:${port}`,
      `127.0.0.1:${port}`,
      `[::1]:${port}`,
      'localhost',
      `LocalHost:${port}`,
    ];
    for (const host of names) {
      expect(await ask(t, '/api/site', { host })).toBe(200);
    }
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      'localhost.evil.example',
      '127.0.0.1.evil.example',
    ]) {
      expect(await ask(t, '/api/site', { host })).toBe(403);
    }
    const host = `localhost:${port}`;
    expect(await ask(t, '/api/site', { host, origin: 'http://localhost:56150' })).toBe(200);
    for (const origin of [
      'https://evil.example',
      'null',
      'http://localhost.evil.example',
      'file://',
      'javascript://localhost/',
    ]) {
      expect(await ask(t, '/api/site', { host, origin })).toBe(403);
    }
    expect(await ask(t, '/health/live', { host: 'evil.example' })).toBe(403);
  });

  it('in Teams mode Host and Origin are Teams’ business', async () => {
    const t = await openTestApp({ listening: true, working: false });
    expect(
      await ask(t, '/api/site', { host: 'kikidoki.asanagi.example', origin: 'https://teams.microsoft.com' }),
    ).toBe(200);
  });
});
