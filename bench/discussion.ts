/**
 * 200 departments of 15 discuss at once, 「じっくり」, all steps: how long the true server takes to answer, and
 * whether card updates stay within the platform's limits per conversation. `npm run bench:discussion`
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../src/app.ts';
import { asPerson } from '../src/domain/context.ts';
import { prepareDiscussions } from '../src/domain/discussions/index.ts';
import { approveEdition, openEdition, planEdition, submitEdition } from '../src/domain/listening/index.ts';
import { peopleWithRole } from '../src/domain/people/index.ts';
import { findVoiceByReference } from '../src/domain/voices/index.ts';
import { loadSampleCompany, readSampleHistory } from '../src/local/sampleCompany.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { startEmbeddedPostgres } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { defaultSettings } from '../src/platform/settings.ts';
import { growCompany } from './company.ts';
import type { Result, Task } from './discussionPeople.ts';

const departments = 200;
const size = 15;
/** A quarter of an hour in five minutes: three times the load that a real morning brings. */
const lengthMs = 300_000;
const port = 39_781;
/** Teams: 7 per 1 s, 8 per 2 s, 60 per 30 s, 1,800 per hour and conversation. */
const limits = new Map([
  [1_000, 7],
  [2_000, 8],
  [30_000, 60],
  [3_600_000, 1_800],
]);

const folder = mkdtempSync(join(tmpdir(), 'kikidoki-bench-'));
const stub = fork(join(import.meta.dirname, 'stubServer.mjs'));
const [stubPort] = (await once(stub, 'message')) as [number];
const origin = `http://127.0.0.1:${stubPort}`;
const postgres = await startEmbeddedPostgres(folder);
await migrate(postgres.url);
const app = await buildApp(
  readConfig({ KIKIDOKI_DATA: folder, KIKIDOKI_SERVICE_URL: origin, PORT: String(port) }),
  { databaseUrl: postgres.url, settings: defaultSettings(), reachable: () => true, pagesFolder: null },
);
const { ctx } = app;

try {
  const history = readSampleHistory();
  await loadSampleCompany(ctx, history);
  const company = await growCompany(ctx, { departments, people: departments * size, origin });
  const editionId = await openedEdition(history.current.voices);
  await prepareDiscussions(ctx, editionId);
  // The month's cards are not what is measured here: they have been sent.
  await ctx.db.outgoingMessage.deleteMany({});
  await app.startWorking();
  await app.listen();

  const rows = await ctx.db.discussion.findMany({ where: { editionId } });
  const discussions = company.departments.map(({ id, people }) => ({
    id: rows.find((row) => row.departmentId === id)?.id ?? '',
    leaderId: people[0] ?? '',
    memberIds: people.slice(1),
  }));
  const crowd = fork(join(import.meta.dirname, 'discussionPeople.ts'));
  crowd.send({ origin: `http://127.0.0.1:${port}`, lengthMs, discussions } satisfies Task);
  const [result] = (await once(crowd, 'message')) as [Result];
  await report(result);
} finally {
  await app.stop();
  await postgres.stop();
  stub.disconnect();
  rmSync(folder, { recursive: true, force: true });
}

async function openedEdition(references: readonly string[]): Promise<string> {
  const voiceIds: string[] = [];
  for (const reference of references)
    voiceIds.push((await findVoiceByReference(ctx.db, reference))?.id ?? '');
  const curator = asPerson(ctx, (await peopleWithRole(ctx.db, 'curator'))[0]?.id ?? '');
  const approver = asPerson(ctx, (await peopleWithRole(ctx.db, 'approver'))[0]?.id ?? '');
  const due = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
  const editionId = await planEdition(curator, {
    month: due.slice(0, 7),
    voiceIds,
    opensAt: new Date(),
    dueOn: due,
  });
  await submitEdition(curator, editionId);
  await approveEdition(approver, editionId);
  await openEdition(curator, editionId);
  return editionId;
}

async function report({ took, errors, events }: Result): Promise<void> {
  const all = Object.values(took).flat();
  console.log(`${'request'.padEnd(12)} ${'count'.padStart(7)}     p50     p95     p99     max (ms)`);
  for (const [kind, times] of [...Object.entries(took), ['all', all] as const]) {
    const figures = [0.5, 0.95, 0.99, 1].map((share) => quantile(times, share).toFixed(0).padStart(7));
    console.log(`${kind.padEnd(12)} ${String(times.length).padStart(7)} ${figures.join(' ')}`);
  }
  console.log(`requests/s   ${(all.length / (lengthMs / 1000)).toFixed(0)}; live events ${events}`);
  console.log(`errors       ${Object.keys(errors).length === 0 ? 'none' : JSON.stringify(errors)}`);
  const busiest = (await (await fetch(`${origin}/busiest`)).json()) as [number, number][];
  for (const [ms, calls] of busiest) {
    console.log(`busiest card ${calls} calls in ${ms / 1000} s (limit ${limits.get(ms)})`);
  }
  const states = await ctx.db.discussion.groupBy({ by: ['state'], _count: true });
  console.log(`discussions  ${states.map(({ state, _count }) => `${state} ${_count}`).join(', ')}`);
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
