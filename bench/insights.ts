/**
 * A month of 30,000 insights of 3,000 departments: how long they take to be grouped, and how long the quality
 * department waits for a page of them. `npm run bench:insights`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildApp } from '../src/app.ts';
import { asPerson } from '../src/domain/context.ts';
import {
  groupMonth,
  type InsightSearch,
  insightsAtOnce,
  makeTheme,
  openTheme,
  readInsights,
  readTopic,
} from '../src/domain/discussions/index.ts';
import { peopleWithRole } from '../src/domain/people/index.ts';
import { allVoices } from '../src/domain/voices/index.ts';
import { loadSampleCompany, readSampleHistory } from '../src/local/sampleCompany.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { startEmbeddedPostgres } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { newId } from '../src/platform/ids.ts';
import { defaultSettings } from '../src/platform/settings.ts';
import { discussionsOf } from '../test/domain/similarity/figures.ts';

const departments = 3_000;
const insightsEach = 10;
/** The month that is read, and months beside it that are not. */
const months = ['2026-09', '2026-10', '2026-11', '2026-12'];
const month = '2026-12';
const rounds = 40;
/** What people of the labelled discussions wrote. */
const sentences = discussionsOf('written').flatMap((all) => all.map(({ text }) => text));

const folder = mkdtempSync(join(tmpdir(), 'kikidoki-bench-'));
const postgres = await startEmbeddedPostgres(folder);
await migrate(postgres.url);
const app = await buildApp(readConfig({ KIKIDOKI_DATA: folder }), {
  databaseUrl: postgres.url,
  settings: defaultSettings(),
  pagesFolder: null,
});
const { ctx } = app;

try {
  await loadSampleCompany(ctx, readSampleHistory());
  await write();
  const groupingStart = performance.now();
  await groupMonth(ctx, month);
  console.log(
    `grouping     ${((performance.now() - groupingStart) / 1000).toFixed(1)} s for 30,000 insights`,
  );
  await read();
} finally {
  await app.stop();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function read(): Promise<void> {
  const reader = asPerson(ctx, (await peopleWithRole(ctx.db, 'curator'))[0]?.id ?? '');
  const { topics, voices } = await readInsights(reader, month, {});
  console.log(`topics       ${topics.map(({ topic, count }) => `${topic?.title} ${count}`).join(', ')}`);
  const topicId = topics[0]?.topic?.id ?? null;
  const searches: Record<string, InsightSearch> = {
    all: {},
    voice: { voiceId: voices[0]?.id },
    line: { lineOfBusiness: voices[0]?.lineOfBusiness },
    kind: { kind: 'claims' },
    words: { words: '支払い 連絡' },
  };
  for (const [name, search] of Object.entries(searches)) {
    await measure(name, () => readInsights(reader, month, search));
  }
  await measure('topic', (n) =>
    readTopic(reader, { month, topicId, skip: (n % 10) * insightsAtOnce, search: {} }),
  );
  const themeId = newId();
  if (topicId)
    await makeTheme(reader, { themeId, month, title: '見通し', from: { topicId, month, search: {} } });
  await measure('theme', () => openTheme(reader, themeId));
}

async function measure(name: string, ask: (n: number) => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  for (let n = 0; n < rounds; n += 1) {
    const start = performance.now();
    await ask(n);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)]?.toFixed(0).padStart(5);
  console.log(`${name.padEnd(12)} p50 ${at(0.5)}  p95 ${at(0.95)}  max ${at(1)} ms`);
}

/** Written as rows: it is reading that is measured. */
async function write(): Promise<void> {
  const { db } = ctx;
  const kinds = ['claims', 'sales', 'sales', 'head_office', 'call_center'];
  const units = Array.from({ length: departments }, (_, n) => ({
    id: newId(),
    code: `B-${n}`,
    name: `第${n}課`,
    nameEn: `Unit ${n}`,
    kind: kinds[n % kinds.length] ?? 'sales',
    linesOfBusiness: [],
    reach: 'none' as const,
  }));
  await db.department.createMany({ data: units });
  const voices = (await allVoices(db)).slice(0, 2).map(({ id }) => id);
  const [planner] = await peopleWithRole(db, 'curator');
  for (const one of months) {
    const editionId = newId();
    const now = ctx.clock.now();
    await db.edition.create({
      data: {
        id: editionId,
        month: one,
        state: 'closed',
        prompts: [],
        audience: { all: true },
        opensAt: now,
        dueOn: now,
        plannedById: planner?.id ?? '',
        plannedAt: now,
        voices: { create: voices.map((voiceId, position) => ({ voiceId, position })) },
      },
    });
    const discussions = units.map(({ id }) => ({ id: newId(), editionId, departmentId: id }));
    await db.discussion.createMany({
      data: discussions.map((row) => ({ ...row, state: 'wrapped_up' as const })),
    });
    for (let from = 0; from < departments; from += 300) {
      const insights = discussions.slice(from, from + 300).flatMap(({ id }, unit) =>
        Array.from({ length: insightsEach }, (_, n) => ({
          id: newId(),
          discussionId: id,
          voiceId: voices[(unit + n) % voices.length] ?? null,
          why: sentence(),
          felt: n % 3 === 0 ? sentence() : '',
          change: n % 2 === 0 ? sentence() : '',
          feelings: n % 3 === 0 ? ['anxious'] : [],
          state: n % 7 === 0 ? ('withheld' as const) : ('shown' as const),
        })),
      );
      await db.insight.createMany({ data: insights });
    }
  }
  await db.$executeRaw`ANALYZE`;
}

function sentence(): string {
  return sentences[Math.floor(Math.random() * sentences.length)] ?? '';
}
