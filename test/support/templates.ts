import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { asPerson, type Ctx, systemActor } from '../../src/domain/context.ts';
import { findPersonByEmployeeNo, importDirectory } from '../../src/domain/people/index.ts';
import { openDetector } from '../../src/domain/privacy/index.ts';
import { approveVoice, importVoice } from '../../src/domain/voices/index.ts';
import { readCsvDirectory } from '../../src/edges/directory/csv.ts';
import { readVoiceFolder } from '../../src/edges/files/voiceFolder.ts';
import { jobs } from '../../src/jobs.ts';
import { openDb } from '../../src/platform/db/client.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { createLog } from '../../src/platform/log.ts';
import { openQueue } from '../../src/platform/queue/queue.ts';
import { defaultSettings } from '../../src/platform/settings.ts';
import { openFolderMediaStore } from '../../src/platform/store/folderMediaStore.ts';
import { reactions } from '../../src/reactions.ts';
import { testClock } from './clock.ts';
import { personNumbers } from './company.ts';
import { onServer, templateNames, urlOf } from './database.ts';

export const sampleFolder = join(import.meta.dirname, '../../prisma/sample');

/** Makes the databases that tests clone: tables and queues once, then the company on top. */
export async function makeTemplates(postgresUrl: string, mediaFolder: string): Promise<void> {
  await onServer(postgresUrl, `CREATE DATABASE ${templateNames.empty}`);
  const emptyUrl = urlOf(postgresUrl, templateNames.empty);
  await migrate(emptyUrl);
  await withQueue(emptyUrl, async () => {});
  await onServer(
    postgresUrl,
    `CREATE DATABASE ${templateNames.company} TEMPLATE ${templateNames.empty} STRATEGY file_copy`,
  );
  await withQueue(urlOf(postgresUrl, templateNames.company), (ctx) => loadCompany(ctx), mediaFolder);
}

async function withQueue(
  databaseUrl: string,
  work: (ctx: Ctx) => Promise<void>,
  mediaFolder = '',
): Promise<void> {
  const log = createLog('silent');
  const db = openDb(databaseUrl);
  const queue = await openQueue({ databaseUrl, log, jobs: Object.keys(jobs), reactions });
  const settings = defaultSettings();
  const detector = openDetector(settings.privacy);
  await work({
    db,
    queue,
    log,
    actor: systemActor,
    clock: testClock('2026-11-20T10:00:00+09:00'),
    settings,
    detector,
    proposalSearch: undefined as never,
    media: openFolderMediaStore(mediaFolder),
    messenger: undefined as never,
    seal: undefined as never,
    local: false,
  });
  await detector.close();
  await queue.stop(1_000);
  await db.$disconnect();
}

/** The sample company through its real doors: directory import, voices imported by one and approved by another. */
async function loadCompany(ctx: Ctx): Promise<void> {
  await importDirectory(ctx, readCsvDirectory(join(sampleFolder, 'company')));
  const asagi = await findPersonByEmployeeNo(ctx.db, personNumbers.asagi);
  const kiryu = await findPersonByEmployeeNo(ctx.db, personNumbers.kiryu);
  if (!asagi || !kiryu) throw new Error('the sample company has no curator or approver');
  for (const folder of sampleVoiceFolders()) {
    const voiceId = await importVoice(asPerson(ctx, asagi.id), readVoiceFolder(folder));
    await approveVoice(asPerson(ctx, kiryu.id), voiceId);
  }
}

/** Folders of the six sample voices. */
export function sampleVoiceFolders(): string[] {
  const folder = join(sampleFolder, 'voices');
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .sort();
}
