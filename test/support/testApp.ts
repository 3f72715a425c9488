import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject, onTestFinished } from 'vitest';
import { type App, type AppParts, buildApp } from '../../src/app.ts';
import { asPerson, type Ctx } from '../../src/domain/context.ts';
import { type Detector, openDetector } from '../../src/domain/privacy/index.ts';
import type { Config } from '../../src/platform/config/config.ts';
import { defaultSettings, type Settings } from '../../src/platform/settings.ts';
import { type FakeBotFramework, openFakeBotFramework, stubSignIn } from './botFramework.ts';
import { type TestClock, testClock } from './clock.ts';
import { type CollectedLog, collectedLog } from './collectedLog.ts';
import {
  type Departments,
  loadDepartments,
  loadPeople,
  type People,
  type PersonName,
  type VoiceName,
  voiceReferences,
} from './company.ts';
import { cloneDatabase, type Template } from './database.ts';
import { openStubConnector, type StubConnector } from './stubConnector.ts';

export const tenantId = '11111111-2222-4333-8444-555555555555';
export const publicUrl = 'https://kikidoki.asanagi.example';

export interface TestAppOptions {
  /** teams: real authentication, stub credentials. local: no credentials, as with the Playground. */
  mode?: 'teams' | 'local';
  /** What the database holds at first. */
  template?: Template;
  /** When it is; moved by `clock`. Default: a first business morning, 09:30. */
  now?: string;
  /** Overrides of the default settings, section by section. */
  settings?: { [S in keyof Settings]?: Partial<Settings[S]> };
  /** Jobs, ticks and dispatcher run. False: acts only, nothing happens by itself. */
  working?: boolean;
  /** The HTTP server listens on a free port. */
  listening?: boolean;
  /** The built pages (dist/web) are served. */
  pages?: boolean;
  /** 'teams': the stub allows 50 calls a second in all, as Teams does. */
  appRate?: 'teams' | 'none';
  /** Another replica of the same installation: same database, data folder, clock, stub and credentials. */
  beside?: TestApp;
  /** Where new conversations are created; default: the stub. */
  serviceUrl?: string;
  parts?: Partial<AppParts>;
}

/** The real app on a database of its own, with what tests need of its surroundings. */
export interface TestApp {
  app: App;
  ctx: Ctx;
  clock: TestClock;
  stub: StubConnector;
  /** Signs activities as Teams would; null in local mode. */
  teams: FakeBotFramework | null;
  log: CollectedLog;
  /** http://127.0.0.1:port; '' when it does not listen. */
  url: string;
  databaseUrl: string;
  dataFolder: string;
  appId: string;
  people: People;
  departments: Departments;
  /** Ids of the sample voices. */
  voices: Readonly<Record<VoiceName, string>>;
  /** The context, acting for one of the people. */
  as(name: PersonName): Ctx;
  /** Waits until no job is to be done and no message is due, marked or unknown. */
  settled(timeoutMs?: number): Promise<void>;
  stop(): Promise<void>;
}

type Undo = (() => unknown)[];

/** So fast that tests about other things do not wait for the rate; those about the rate set their own. */
const unhurried = { callsPerSecond: 2_000 };

/** Loading it takes half a second: the tests of a file share one, unless they tell it other lists. */
const sharedDetector = openDetector(defaultSettings().privacy);
const lent: Detector = { detect: sharedDetector.detect, close: async () => {} };

/**
 * Builds and starts the app for one test, and stops it when the test is over.
 *
 * @example
 * const t = await openTestApp();
 * await openedEdition(t);
 * expect(t.stub.messagesOf(t.people.mizusawa.entraObjectId)).toHaveLength(1);
 */
export async function openTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const undo: Undo = [];
  onTestFinished(() => undoAll(undo), 60_000);
  return build(options, undo);
}

/**
 * The same for many tests that leave nothing behind.
 *
 * @example
 * let t: TestApp;
 * beforeAll(() => openSharedTestApp((opened) => (t = opened)));
 */
export async function openSharedTestApp(
  take: (t: TestApp) => void,
  options: TestAppOptions = {},
): Promise<() => Promise<void>> {
  const undo: Undo = [];
  take(await build(options, undo));
  return () => undoAll(undo);
}

async function undoAll(undo: Undo): Promise<void> {
  while (undo.length > 0) await undo.pop()?.();
}

async function build(options: TestAppOptions, undo: Undo): Promise<TestApp> {
  const { mode = 'teams', template = 'company', beside } = options;
  const clock = beside?.clock ?? testClock(options.now);
  const appId = beside?.appId ?? randomUUID();
  const stub =
    beside?.stub ??
    (await openStubConnector({ appRate: options.appRate ?? 'none', authenticated: mode === 'teams' }));
  if (!beside) undo.push(stub.close);
  const databaseUrl = beside?.databaseUrl ?? (await newDatabase(template, undo));
  const dataFolder = beside?.dataFolder ?? newDataFolder(template, undo);
  const teams = beside ? beside.teams : mode === 'teams' ? await openFakeBotFramework(appId, stub.url) : null;
  if (teams && !beside) undo.push(teams.close);
  const log = collectedLog();
  const app = await buildApp(
    configOf({ teams, appId, dataFolder, serviceUrl: options.serviceUrl ?? stub.url }),
    {
      databaseUrl,
      clock,
      settings: settingsWith(options.settings),
      random: () => 0,
      log: log.log,
      ...(options.settings?.privacy ? {} : { detector: lent }),
      ...(options.pages ? {} : { pagesFolder: null }),
      ...(teams ? { teamsSignIn: stubSignIn(appId, stub.tokenUrl) } : {}),
      ...options.parts,
    },
  );
  let running = true;
  const stopApp = async () => {
    if (running) await app.stop();
    running = false;
  };
  undo.push(stopApp);
  if (options.listening ?? false) await app.listen();
  if (options.working ?? true) await app.startWorking();
  const { ctx } = app;
  const people = template === 'company' ? await loadPeople(ctx.db) : ({} as People);
  return {
    app,
    ctx,
    clock,
    stub,
    teams,
    log,
    url: options.listening ? urlOf(app) : '',
    databaseUrl,
    dataFolder,
    appId,
    people,
    departments: template === 'company' ? await loadDepartments(ctx.db) : ({} as Departments),
    voices: template === 'company' ? await voiceIds(ctx) : ({} as Record<VoiceName, string>),
    as: (name) => asPerson(ctx, people[name].id),
    settled: (timeoutMs = 20_000) => settled(ctx, timeoutMs),
    stop: stopApp,
  };
}

async function newDatabase(template: Template, undo: Undo): Promise<string> {
  const database = await cloneDatabase(inject('postgresUrl'), template);
  undo.push(database.drop);
  return database.url;
}

function newDataFolder(template: Template, undo: Undo): string {
  const folder = mkdtempSync(join(tmpdir(), 'kikidoki-app-'));
  undo.push(() => rmSync(folder, { recursive: true, force: true }));
  if (template === 'company') cpSync(inject('templateMedia'), join(folder, 'media'), { recursive: true });
  return folder;
}

interface ConfigParts {
  teams: FakeBotFramework | null;
  appId: string;
  dataFolder: string;
  serviceUrl: string;
}

function configOf({ teams, appId, dataFolder, serviceUrl }: ConfigParts): Config {
  return {
    port: 0,
    playgroundPort: 0,
    dataFolder,
    playground: false,
    databaseUrl: undefined,
    teams: teams ? { appId, appSecret: 'a-secret-that-nobody-logs', tenantId } : undefined,
    publicUrl,
    serviceUrl,
    botFramework: teams?.settings ?? {},
    hasOwnServiceUrl: true,
    launchedByNpm: false,
    logLevel: 'trace',
  };
}

function settingsWith(own: TestAppOptions['settings'] = {}): Settings {
  const settings = defaultSettings();
  return {
    ...settings,
    ...own,
    calendar: { ...settings.calendar, ...own.calendar },
    edition: { ...settings.edition, ...own.edition },
    listening: { ...settings.listening, ...own.listening },
    dispatch: { ...settings.dispatch, ...unhurried, ...own.dispatch },
    proposal: { ...settings.proposal, ...own.proposal },
    session: { ...settings.session, ...own.session },
    retention: { ...settings.retention, ...own.retention },
  } as Settings;
}

function urlOf(app: App): string {
  return `http://127.0.0.1:${(app.server.server.address() as AddressInfo).port}`;
}

async function voiceIds(ctx: Ctx): Promise<Record<VoiceName, string>> {
  const rows = await ctx.db.voice.findMany({ select: { id: true, reference: true } });
  const ids = new Map(rows.map((row) => [row.reference, row.id]));
  const entries = Object.entries(voiceReferences).map(([name, reference]) => [
    name,
    ids.get(reference) ?? '',
  ]);
  return Object.fromEntries(entries) as Record<VoiceName, string>;
}

/** One statement, so that it sees one moment: a job that ends and the message it wrote cannot be missed. */
async function settled(ctx: Ctx, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const [left] = await ctx.db.$queryRaw<{ jobs: bigint; messages: bigint }[]>`
      SELECT
        (SELECT count(*) FROM pgboss.job
          WHERE name NOT LIKE '\\_\\_%' AND state IN ('created', 'retry', 'active') AND start_after <= now() + interval '1 minute') AS jobs,
        (SELECT count(*) FROM outgoing_message
          WHERE state IN ('marked', 'unknown') OR (state = 'waiting' AND not_before <= ${ctx.clock.now()})) AS messages`;
    if (left?.jobs === 0n && left.messages === 0n) return;
    if (performance.now() > deadline) {
      throw new Error(`not settled: ${left?.jobs} jobs, ${left?.messages} messages left`);
    }
    await sleep(15);
  }
}
