import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, mediaFolder } from '../../platform/config/config.ts';
import type { Finding } from './check.ts';

const answerMs = 5_000;
const tokenMs = 15_000;

/** Whether sounds can be kept: writes a file and takes it away again. */
export function checkStorage(config: Config): Finding {
  const folder = mediaFolder(config);
  const values = { folder };
  try {
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `.doctor-${randomUUID()}`);
    writeFileSync(file, '');
    rmSync(file);
    return { check: 'storage', health: 'ok', found: 'storageWritable', values };
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    const reason = typeof code === 'string' ? code : 'unknown';
    const all = { ...values, reason };
    return { check: 'storage', health: 'broken', found: 'storageReadOnly', mend: 'storage', values: all };
  }
}

/** Whether Microsoft accepts the app's credentials. */
export async function checkTeams(config: Config): Promise<Finding> {
  if (!config.teams) return { check: 'teams', health: 'ok', found: 'teamsLocal' };
  const values = { appId: config.teams.appId };
  const token = await withTimeout(fetchToken(config), tokenMs);
  if (token) return { check: 'teams', health: 'ok', found: 'teamsAccepted', values };
  return { check: 'teams', health: 'broken', found: 'teamsRefused', mend: 'teams', values };
}

async function fetchToken(config: Config): Promise<string | null> {
  // Loaded here: Teams' libraries take a second, and only this check needs them.
  const { credentialsFactory, outboundTokens } = await import('../../edges/teams/credentials.ts');
  return outboundTokens(config, credentialsFactory(config)).token();
}

async function withTimeout<T>(work: Promise<T>, ms: number): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  return Promise.race([work.catch(() => null), late]).finally(() => clearTimeout(timer));
}

/**
 * Whether the address that Teams and people use leads to a running server.
 *
 * @param serverLives whether one works with this database, wherever it listens
 */
export async function checkPublicUrl(config: Config, serverLives: boolean): Promise<Finding> {
  const values = { url: config.publicUrl };
  if (config.teams && !config.publicUrl.startsWith('https://')) {
    return { check: 'publicUrl', health: 'broken', found: 'urlNotHttps', mend: 'https', values };
  }
  if (await answers(`${config.publicUrl}/health/live`)) {
    return { check: 'publicUrl', health: 'ok', found: 'urlAnswers', values };
  }
  // On one's own machine it only means that the server is not running, or was started with another PORT.
  const health = config.teams ? 'broken' : 'warning';
  const mend = config.teams ? 'publicUrl' : serverLives ? 'port' : 'start';
  return { check: 'publicUrl', health, found: 'urlSilent', mend, values };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(answerMs), redirect: 'manual' });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return false;
  }
}
