import { join } from 'node:path';
import type { Server } from 'restify';
import { type Ctx, systemActor } from './domain/context.ts';
import {
  discussionPurposes,
  loadDiscussionCards,
  loadEffectQuestions,
  loadGivenActions,
  loadNudges,
  loadOwnerNotices,
  loadReferralNotices,
  loadReportNotices,
  loadThemeTellings,
  referralPurpose,
  themePurposes,
} from './domain/discussions/index.ts';
import {
  type ContentLoaders,
  createDispatcher,
  type Dispatcher,
  openBudget,
} from './domain/dispatch/index.ts';
import {
  editionCardPurpose,
  loadMissedNotices,
  loadReminders,
  missedPurposes,
  reminderPurpose,
} from './domain/listening/index.ts';
import type { Address } from './domain/ports.ts';
import { type Detector, openDetector } from './domain/privacy/index.ts';
import {
  loadDepartmentNews,
  loadEditionCardsWithExamples,
  loadLateNews,
  loadMergedNews,
  loadOverdue,
  loadOwnerNews,
  loadProposalCards,
  loadProposalNews,
  loadRequestNews,
  loadRequestsWaiting,
  proposalPurposes,
} from './domain/proposals/index.ts';
import { openProposalSearch, type ProposalSearch } from './domain/similarity/index.ts';
import { createTokens } from './edges/http/tokens.ts';
import { createServer } from './edges/server.ts';
import { openTeams, type TeamsEdge, type TeamsSignIn } from './edges/teams/index.ts';
import { jobs, ticks } from './jobs.ts';
import { type Clock, systemClock } from './platform/clock.ts';
import { type Config, mediaFolder, sealFile } from './platform/config/config.ts';
import { openDb, type PrismaClient } from './platform/db/client.ts';
import { type Liveness, registerReplica } from './platform/db/liveness.ts';
import { sharedSecret } from './platform/db/sharedSecret.ts';
import { type Live, openLive } from './platform/live/live.ts';
import { createLog, type Log } from './platform/log.ts';
import { openQueue, type RunningQueue } from './platform/queue/queue.ts';
import { startTicks, type Ticking } from './platform/queue/ticks.ts';
import { openSeal } from './platform/seal.ts';
import { readSettings, type Settings } from './platform/settings.ts';
import { stopEach } from './platform/stopping.ts';
import { openFolderMediaStore } from './platform/store/folderMediaStore.ts';
import { reactions } from './reactions.ts';

/** What each purpose of the outgoing table says. */
const contentLoaders: ContentLoaders = {
  [editionCardPurpose]: loadEditionCardsWithExamples,
  [discussionPurposes.card]: loadDiscussionCards,
  [discussionPurposes.report]: loadReportNotices,
  [themePurposes.told]: loadThemeTellings,
  [themePurposes.owned]: loadOwnerNotices,
  [referralPurpose]: loadReferralNotices,
  [discussionPurposes.nudge]: loadNudges,
  [discussionPurposes.given]: loadGivenActions,
  [discussionPurposes.effect]: loadEffectQuestions,
  [proposalPurposes.card]: loadProposalCards,
  [proposalPurposes.step]: loadProposalNews,
  [proposalPurposes.mergedStep]: loadMergedNews,
  [proposalPurposes.decision]: loadProposalNews,
  [proposalPurposes.department]: loadDepartmentNews,
  [proposalPurposes.late]: loadLateNews,
  [proposalPurposes.request]: loadRequestNews,
  [proposalPurposes.requestAnswered]: loadRequestNews,
  [proposalPurposes.assigned]: loadOwnerNews,
  [proposalPurposes.questionAnswered]: loadOwnerNews,
  [proposalPurposes.overdue]: loadOverdue,
  [proposalPurposes.requestsWait]: loadRequestsWaiting,
  [reminderPurpose]: loadReminders,
  [missedPurposes.pastDue]: loadMissedNotices,
  [missedPurposes.noVoiceLeft]: loadMissedNotices,
};

/** The whole product, built and not yet running. */
export interface App {
  ctx: Ctx;
  config: Config;
  server: Server;
  dispatcher: Dispatcher;
  /** Works off jobs, ticks, messages. */
  startWorking(): Promise<void>;
  /** Answers requests on the configured port. */
  listen(): Promise<void>;
  /** Whether the credentials for Teams are accepted. */
  credentialsWork(): Promise<boolean>;
  /** Stops in order: no new requests, no new work, what is under way ends, then the connections. */
  stop(): Promise<void>;
}

/** What tests and local mode put in place of the defaults. */
export interface AppParts {
  databaseUrl: string;
  clock?: Clock;
  settings?: Settings;
  random?: () => number;
  log?: Log;
  /** One that several apps share; it is closed with the first of them. */
  detector?: Detector;
  /** Local mode: whom the Playground shows messages to. */
  reachable?: (address: Address) => boolean;
  /** Stands in for Microsoft's sign-in, which accepts no plain http. */
  teamsSignIn?: TeamsSignIn;
  /** Built pages; undefined = dist/web. null = none. */
  pagesFolder?: string | null;
}

const builtPages = join(import.meta.dirname, '../dist/web');

/** Builds everything by plain calls. */
export async function buildApp(config: Config, parts: AppParts): Promise<App> {
  const log = parts.log ?? createLog(config.logLevel);
  const clock = parts.clock ?? systemClock;
  const settings = parts.settings ?? readSettings(config.dataFolder);
  const db = openDb(parts.databaseUrl);
  const queue = await openQueue({
    databaseUrl: parts.databaseUrl,
    log,
    jobs: Object.keys(jobs),
    reactions,
  });
  const budget = openBudget(db, settings.dispatch.callsPerSecond);
  const teams = openTeams({
    config,
    settings,
    budget,
    clock,
    log,
    ...(parts.reachable ? { reachable: parts.reachable } : {}),
    ...(parts.teamsSignIn ? { signIn: parts.teamsSignIn } : {}),
  });
  const detector = parts.detector ?? openDetector(settings.privacy);
  const proposalSearch = openProposalSearch();
  const ctx: Ctx = {
    db,
    actor: systemActor,
    clock,
    settings,
    queue,
    log,
    media: openFolderMediaStore(mediaFolder(config)),
    messenger: teams.messenger,
    detector,
    proposalSearch,
    seal: openSeal(sealFile(config)),
    local: config.teams === undefined,
  };
  const liveness = await registerReplica(parts.databaseUrl, log);
  const dispatcher = createDispatcher({
    ctx,
    loaders: contentLoaders,
    budget,
    liveness,
    random: parts.random ?? Math.random,
  });
  const work = createWork({ ctx, db, queue, dispatcher, log });
  const tokens = createTokens({
    secret: await sharedSecret(db, 'pages'),
    clock,
    tokenMinutes: settings.session.tokenMinutes,
    soundMinutes: settings.session.soundMinutes,
  });
  const live = await openLive(parts.databaseUrl, log);
  const server = createServer({
    ctx,
    live,
    tokens,
    messages: teams.endpoint(ctx),
    pagesFolder: parts.pagesFolder === null ? undefined : (parts.pagesFolder ?? builtPages),
    isReady: work.isReady,
  });
  return {
    ctx,
    config,
    server,
    dispatcher,
    startWorking: work.start,
    listen: () => listen(server, config),
    credentialsWork: () => teams.credentialsWork(),
    stop: () => stopAll({ server, work, queue, teams, liveness, live, detector, proposalSearch, db, log }),
  };
}

interface Work {
  start(): Promise<void>;
  isReady(): Promise<boolean>;
  stop(): Promise<void>;
}

interface WorkParts {
  ctx: Ctx;
  db: PrismaClient;
  queue: RunningQueue;
  dispatcher: Dispatcher;
  log: Log;
}

function createWork({ ctx, db, queue, dispatcher, log }: WorkParts): Work {
  let ticking: Ticking | undefined;
  return {
    start: async () => {
      dispatcher.start();
      const handlers = Object.entries(jobs).map(
        ([name, job]) =>
          [
            name,
            async ({ data }: { data: unknown }) => {
              await job.handle(ctx, data);
              dispatcher.wake();
            },
          ] as const,
      );
      await queue.work(new Map(handlers));
      const now = () => ctx.clock.now();
      ticking = await startTicks(ticks, { queue, db, log, timeZone: ctx.settings.timeZone, now });
    },
    isReady: async () => {
      await db.$queryRaw`SELECT 1`;
      return (ticking?.isRunning() ?? false) && (await queue.isRunning());
    },
    stop: async () => {
      await ticking?.stop();
      await dispatcher.stop();
    },
  };
}

function listen(server: Server, config: Config): Promise<void> {
  // Local mode authenticates nobody: it must never be reachable from another machine.
  const host = config.teams ? undefined : '127.0.0.1';
  return new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(config.port, host, () => resolve());
  });
}

interface Running {
  server: Server;
  work: Work;
  queue: RunningQueue;
  teams: TeamsEdge;
  liveness: Liveness;
  live: Live;
  detector: Detector;
  proposalSearch: ProposalSearch;
  db: PrismaClient;
  log: Log;
}

/** @throws when a part could not stop in order; the others have stopped all the same */
async function stopAll({
  server,
  work,
  queue,
  teams,
  liveness,
  live,
  detector,
  proposalSearch,
  db,
  log,
}: Running): Promise<void> {
  const stopServer = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.server.closeAllConnections();
    });
  const inOrder = await stopEach(
    [
      stopServer,
      work.stop,
      () => queue.stop(5_000),
      teams.close,
      liveness.stop,
      live.stop,
      detector.close,
      proposalSearch.close,
      () => db.$disconnect(),
    ],
    (error) => log.warn({ err: error }, 'could not stop in order'),
  );
  if (!inOrder) throw new Error('the app did not stop in order');
}
