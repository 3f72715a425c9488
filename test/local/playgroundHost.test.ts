import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, startPlayground } from '../../src/local/playground.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { freePort } from '../../src/platform/db/embedded.ts';
import { smallCast } from './cast.ts';

const chat = '/_conversation/v1/conversations/kikidoki-personal-chat/messages';
const conversations = '/_ws_conversation/v1/conversations/stream';
const log = '/_ws/log/stream';

describe('the Playground beside us', () => {
  let port: number;
  let folder: string;
  let playground: Playground;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kikidoki-playground-'));
    port = await freePort();
    const config = readConfig({
      PORT: String(await freePort()),
      PLAYGROUND_PORT: String(port),
      KIKIDOKI_DATA: folder,
    });
    playground = startPlayground(config, smallCast(), 'お客さまを知る時間');
    await playground.untilReady();
  });
  afterAll(async () => {
    await playground.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Asks with headers of one's own choice. 101: it became a WebSocket. */
  const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
    new Promise<number>((resolve, reject) => {
      const asking = request({ hostname: '127.0.0.1', port, path, method, headers });
      asking.once('response', (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      asking.once('upgrade', (_answer, socket) => {
        socket.destroy();
        resolve(101);
      });
      asking.setTimeout(5_000, () => asking.destroy(new Error('no answer')));
      asking.once('error', reject).end(method === 'POST' ? '{}' : undefined);
    });
  const webSocket = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    'sec-websocket-version': '13',
  };
  const strangers = () => [
    { host: 'evil.example' },
    { host: `localhost.evil.example:${port}` },
    { host: `localhost:${port}`, origin: 'http://evil.example' },
    { host: `localhost:${port}`, origin: 'null' },
  ];

  it('answers to its own names', async () => {
    for (const host of [`localhost:${port}`, `LOCALHOST:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
      expect(await ask('/', { host })).toBe(200);
    }
    const origin = `http://localhost:${port}`;
    expect(await ask('/', { host: `localhost:${port}`, origin })).toBe(200);
    expect(await ask(log, { ...webSocket, host: `localhost:${port}`, origin })).toBe(101);
  });

  it('tells pages of other sites nothing, and hears nothing from them', async () => {
    for (const headers of strangers()) {
      expect(await ask('/_internal/v1/testConfig', headers)).toBe(403);
      expect(await ask(chat, { ...headers, 'content-type': 'application/json' }, 'POST')).toBe(403);
    }
  });

  it('opens no WebSocket to them', async () => {
    for (const headers of strangers()) {
      expect(await ask(conversations, { ...webSocket, ...headers })).toBe(403);
      expect(await ask(log, { ...webSocket, ...headers })).toBe(403);
    }
  });
});
