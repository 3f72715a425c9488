import { connect, type Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

/** What a request over a socket of one's own gets: everything until the server ends it. */
async function say(t: TestApp, lines: readonly string[], body = ''): Promise<string> {
  const socket = connectTo(t);
  socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`);
  return endOf(socket);
}

function connectTo(t: TestApp): Socket {
  const { hostname, port } = new URL(t.url);
  return connect(Number(port), hostname);
}

function endOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setTimeout(5_000, () => {
      socket.destroy();
      reject(new Error(`no end after: ${text.slice(0, 100)}`));
    });
    socket.on('data', (part) => {
      text += part;
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
  });
}

const upgrades = ['h2c', 'websocket', 'TLS/1.0', 'a'];
const asking = (protocol: string) => ['Connection: Upgrade, close', `Upgrade: ${protocol}`];
const local = () => openTestApp({ mode: 'local', listening: true, working: false });

describe('a request to change the protocol', () => {
  it('is answered as the plain request that it also is', async () => {
    const t = await local();
    for (const protocol of upgrades) {
      const answer = await say(t, ['GET /api/site HTTP/1.1', 'Host: localhost', ...asking(protocol)]);
      expect(answer).toMatch(/^HTTP\/1\.1 200 /);
      expect(answer).toContain('"localSignIn":true');
    }
  });

  it('has its body read, which is not another request', async () => {
    const t = await local();
    const body = JSON.stringify({ personId: 'nobody' });
    const head = ['POST /api/session HTTP/1.1', 'Host: localhost', 'Content-Type: application/json'];
    const answer = await say(
      t,
      [...head, `Content-Length: ${body.length}`, 'HTTP2-Settings: AAMAAABk', ...asking('h2c')],
      body,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1 /g)).toHaveLength(1);
  });

  it('is refused by its Host and its Origin like any other', async () => {
    const t = await local();
    const hosts = [['Host: evil.example'], ['Host: localhost', 'Origin: http://evil.example']];
    for (const names of hosts) {
      const answer = await say(t, ['GET /api/site HTTP/1.1', ...names, ...asking('websocket')]);
      expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    }
  });

  it('holds neither sockets nor the end of the server', async () => {
    const t = await local();
    const sockets = Array.from({ length: 50 }, () => connectTo(t));
    for (const socket of sockets) {
      socket.on('error', () => {});
      socket.resume();
      socket.write(
        'GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: a\r\n\r\n',
      );
    }
    await Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('data', resolve))));
    const ends = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    await t.stop();
    await Promise.all(ends);
  });

  it('to a tunnel ends at once', async () => {
    const t = await local();
    expect(await say(t, ['CONNECT localhost:80 HTTP/1.1', 'Host: localhost'])).toBe('');
  });
});
