/**
 * How fast an edition reaches a company of 33,000 recipients when nothing but us limits it: ratio to a bare
 * undici loop that posts the same body to the same stub, in the same run. `npm run bench:fanout`
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { buildApp } from '../src/app.ts';
import { asPerson } from '../src/domain/context.ts';
import { countMessages } from '../src/domain/dispatch/index.ts';
import { approveEdition, openEdition, planEdition, submitEdition } from '../src/domain/listening/index.ts';
import { peopleWithRole } from '../src/domain/people/index.ts';
import { findVoiceByReference } from '../src/domain/voices/index.ts';
import { loadSampleCompany, readSampleHistory } from '../src/local/sampleCompany.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { startEmbeddedPostgres } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { defaultSettings } from '../src/platform/settings.ts';
import { growCompany } from './company.ts';

const departments = 3_000;
const people = 30_000;
/** Far above what is reached, so that the budget's own cost is measured and not its limit. */
const callsPerSecond = 1_000_000;

const folder = mkdtempSync(join(tmpdir(), 'kikidoki-bench-'));
const stub = fork(join(import.meta.dirname, 'stubServer.mjs'));
const [port] = (await once(stub, 'message')) as [number];
const origin = `http://127.0.0.1:${port}`;
const postgres = await startEmbeddedPostgres(folder);
await migrate(postgres.url);
const settings = defaultSettings();
const app = await buildApp(readConfig({ KIKIDOKI_DATA: folder, KIKIDOKI_SERVICE_URL: origin }), {
  databaseUrl: postgres.url,
  settings: { ...settings, dispatch: { ...settings.dispatch, callsPerSecond } },
  reachable: () => true,
  pagesFolder: null,
});
const { ctx } = app;

try {
  const history = readSampleHistory();
  await loadSampleCompany(ctx, history);
  await growCompany(ctx, { departments, people, origin });
  const editionId = await approvedEdition(history.current.voices);
  const curator = await actor('curator');

  const openingStart = performance.now();
  await openEdition(curator, editionId);
  const openingMs = performance.now() - openingStart;

  const sendingStart = performance.now();
  app.dispatcher.start();
  await untilSent(editionId);
  const sendingSeconds = (performance.now() - sendingStart) / 1000;
  const counts = await countMessages(ctx.db, editionId);
  const sent = total(counts.filter((one) => one.state === 'sent'));
  const received = Number(await (await fetch(`${origin}/calls`)).text());

  const bareRate = await bareLoop(20_000);
  const rate = sent / sendingSeconds;
  console.log(`opening transaction    ${Math.round(openingMs)} ms for ${total(counts)} messages`);
  console.log(
    `sent                   ${sent} in ${sendingSeconds.toFixed(1)} s = ${Math.round(rate)}/s (stub received ${received})`,
  );
  console.log(`bare undici loop       ${Math.round(bareRate)}/s`);
  console.log(`ratio                  ${(rate / bareRate).toFixed(3)}`);
  console.log(`head room over 40/s    ${Math.round(rate / 40)} times`);
} finally {
  await app.dispatcher.stop();
  await app.stop();
  await postgres.stop();
  stub.disconnect();
  rmSync(folder, { recursive: true, force: true });
}

async function actor(role: 'curator' | 'approver') {
  const [person] = await peopleWithRole(ctx.db, role);
  return asPerson(ctx, person?.id ?? '');
}

async function approvedEdition(references: readonly string[]): Promise<string> {
  const voiceIds: string[] = [];
  for (const reference of references)
    voiceIds.push((await findVoiceByReference(ctx.db, reference))?.id ?? '');
  const curator = await actor('curator');
  const due = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const editionId = await planEdition(curator, {
    month: due.slice(0, 7),
    voiceIds,
    opensAt: new Date(),
    dueOn: due,
  });
  await submitEdition(curator, editionId);
  await approveEdition(await actor('approver'), editionId);
  return editionId;
}

async function untilSent(editionId: string): Promise<void> {
  for (;;) {
    const counts = await countMessages(ctx.db, editionId);
    if (!counts.some(({ state, act }) => act === 'send' && (state === 'waiting' || state === 'marked')))
      return;
    await sleep(250);
  }
}

function total(counts: readonly { count: number }[]): number {
  return counts.reduce((sum, one) => sum + one.count, 0);
}

/** The limit: the same calls and nothing else, 64 at a time. */
async function bareLoop(calls: number): Promise<number> {
  const pool = new Pool(origin, { connections: 64 });
  const body = JSON.stringify({ type: 'message', text: 'x'.repeat(2_700) });
  let left = calls;
  const start = performance.now();
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const answer = await pool.request({
        method: 'POST',
        path: '/v3/conversations/a/activities',
        headers: { 'content-type': 'application/json' },
        body,
      });
      await answer.body.json();
    }
  };
  await Promise.all(Array.from({ length: 64 }, worker));
  const rate = calls / ((performance.now() - start) / 1000);
  await pool.close();
  return rate;
}
