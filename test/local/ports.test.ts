import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/local/playground.ts';
import { startLocal } from '../../src/local/startLocal.ts';
import { type Config, readConfig } from '../../src/platform/config/config.ts';
import { freePort } from '../../src/platform/db/embedded.ts';
import { smallCast } from './cast.ts';

async function configWith(ports: { port?: number; playgroundPort?: number }): Promise<Config> {
  const folder = mkdtempSync(join(tmpdir(), 'kikidoki-ports-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return readConfig({
    PORT: String(ports.port ?? (await freePort())),
    PLAYGROUND_PORT: String(ports.playgroundPort ?? (await freePort())),
    KIKIDOKI_DATA: join(folder, 'data'),
  });
}

/** Another program that takes what is said and never answers. */
async function silentProgram(): Promise<number> {
  const server: Server = createServer((socket) => socket.on('error', () => {}).resume());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

describe('a start', () => {
  it('with one port for both is refused before anything is made', async () => {
    const port = await freePort();
    const config = await configWith({ port, playgroundPort: port });
    const starting = startLocal(config, { onStop: () => {}, stop: () => {}, fail: () => {} });
    await expect(starting).rejects.toMatchObject({ code: 'local.portTaken', values: { port } });
    expect(existsSync(config.dataFolder)).toBe(false);
  });
});

describe('the Playground', () => {
  const start = (config: Config, cast = smallCast()) => {
    const playground = startPlayground(config, cast, 'お客さまを知る時間');
    onTestFinished(playground.stop);
    return playground;
  };

  it('that finds its port taken is not waited for without end', async () => {
    const playground = start(await configWith({ playgroundPort: await silentProgram() }));
    const waiting = playground.untilReady(3_000);
    await expect(waiting).rejects.toMatchObject({ code: 'local.playgroundSilent' });
  });

  it('that cannot read who is in it says so at once', async () => {
    const playground = start(await configWith({}), { ...smallCast(), others: [] });
    const started = performance.now();
    await expect(playground.untilReady()).rejects.toMatchObject({ code: 'local.playgroundSilent' });
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
