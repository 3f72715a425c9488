import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { call } from '../../support/pagesClient.ts';
import { openSharedTestApp, type TestApp } from '../../support/testApp.ts';

let t: TestApp;
beforeAll(() => openSharedTestApp((opened) => (t = opened), { listening: true, working: false }));

const activity = Buffer.from(JSON.stringify({ type: 'message' }));
const bodies: [string, string, Buffer][] = [
  ['gzip that is none', 'gzip', Buffer.from('nope')],
  ['gzip that ends early', 'gzip', gzipSync(activity).subarray(0, 12)],
  ['gzip that is far larger inside', 'gzip', gzipSync(Buffer.alloc(20_000_000, ' '))],
  ['good gzip', 'gzip', gzipSync(activity)],
  ['deflate that is none', 'deflate', Buffer.from('nope')],
  ['an encoding that nobody knows', 'x-what', activity],
];
const paths = ['/api/messages', '/api/session', '/api/session/renew', '/api/voices/nobody/listening'];

it.each(paths.flatMap((path) => bodies.map(([what, encoding, body]) => ({ path, what, encoding, body }))))(
  '$path refuses $what, and the process lives on',
  async ({ path, encoding, body }) => {
    const answer = await fetch(`${t.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': encoding },
      body: new Uint8Array(body),
    });
    expect(answer.status).toBe(415);
    expect((await call(t, 'GET', '/health/live')).status).toBe(200);
  },
);
