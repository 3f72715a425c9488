import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { cloneDatabase } from '../support/database.ts';
import { sampleFolder } from '../support/templates.ts';

const root = join(import.meta.dirname, '../..');

/** What a command left behind. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** Runs src/cli/main.ts as a process of its own, with nothing of our environment but what is given. */
export function runCli(
  args: readonly string[],
  env: Environment = {},
  script = 'src/cli/main.ts',
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TMPDIR: tmpdir(),
        // As scripts/kikidoki.mjs does.
        NODE_COMPILE_CACHE: join(root, 'node_modules/.kikidoki/compiled'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      stderr += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
}

/** An installation in local mode: the sample company with its approved voices, in a database of its own. */
export interface Installation {
  env: Environment;
  databaseUrl: string;
  dataFolder: string;
  run(...args: string[]): Promise<Ran>;
  /** Runs with --json; standard output must hold one JSON document and nothing else. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into documents of many shapes
  json(...args: string[]): Promise<{ code: number; body: any }>;
  remove(): Promise<void>;
}

export async function openInstallation(): Promise<Installation> {
  const database = await cloneDatabase(inject('postgresUrl'), 'company');
  const dataFolder = mkdtempSync(join(tmpdir(), 'kikidoki-cli-'));
  return {
    ...installation({ DATABASE_URL: database.url, KIKIDOKI_DATA: dataFolder }),
    databaseUrl: database.url,
    dataFolder,
    remove: async () => {
      await database.drop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Commands against an environment that somebody else set up. */
export function installation(env: Environment): Pick<Installation, 'env' | 'run' | 'json'> {
  return {
    env,
    run: (...args) => runCli(args, env),
    json: async (...args) => {
      const { code, stdout, stderr } = await runCli([...args, '--json'], env);
      if (stderr) throw new Error(`standard error of ${args.join(' ')}: ${stderr}`);
      return { code, body: JSON.parse(stdout) };
    },
  };
}

/**
 * Copies a sample voice under a new reference.
 *
 * @param below folder that the copy goes into
 * @param change spoils the copy; it gets the folder, and voice.json as it will be written
 * @returns the copy's folder
 */
export function voiceFolder(
  below: string,
  reference: string,
  change: (folder: string, metadata: Record<string, unknown>) => void = () => {},
): string {
  const folder = mkdtempSync(join(below, 'voice-'));
  cpSync(join(sampleFolder, 'voices/complaint-auto-no-news'), folder, { recursive: true });
  const file = join(folder, 'voice.json');
  // Received long ago: commands live by the machine's clock.
  const metadata = { ...JSON.parse(readFileSync(file, 'utf8')), reference, receivedMonth: '2020-01' };
  change(folder, metadata);
  writeFileSync(file, JSON.stringify(metadata));
  return folder;
}
