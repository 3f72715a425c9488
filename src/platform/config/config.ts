import { join, resolve } from 'node:path';
import type { TFunction } from 'i18next';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { type Locale, localeFromHeader, translator } from '../i18n/i18n.ts';

/** What differs between installations. This file is the only reader of process.env. */
export interface Config {
  port: number;
  playgroundPort: number;
  /** Absolute path of the data folder. */
  dataFolder: string;
  playground: boolean;
  /** Undefined: the embedded PostgreSQL under the data folder. */
  databaseUrl: string | undefined;
  /** Undefined: local mode. */
  teams: TeamsCredentials | undefined;
  /** Base URL of our pages without a trailing slash. */
  publicUrl: string;
  /** Where conversations with people whom the bot has not met are created. */
  serviceUrl: string;
  /** Stand-ins for Microsoft's sign-in endpoints (sovereign clouds, tests). */
  botFramework: Record<string, string>;
  logLevel: string;
  /** KIKIDOKI_SERVICE_URL was given: in local mode everybody is reached there, not only the Playground's. */
  hasOwnServiceUrl: boolean;
  /** `npm start` and the like; then npm is looked after in local mode. */
  launchedByNpm: boolean;
}

export interface TeamsCredentials {
  appId: string;
  appSecret: string;
  tenantId: string;
}

const port = z.coerce.number().int().min(1).max(65535);
const emptyIsMissing = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(emptyIsMissing, schema.optional());

const environment = z.object({
  PORT: optional(port),
  PLAYGROUND_PORT: optional(port),
  KIKIDOKI_DATA: optional(z.string()),
  KIKIDOKI_PLAYGROUND: optional(z.enum(['on', 'off'])),
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })),
  KIKIDOKI_APP_ID: optional(z.guid()),
  KIKIDOKI_APP_SECRET: optional(z.string()),
  KIKIDOKI_TENANT_ID: optional(z.guid()),
  KIKIDOKI_PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  KIKIDOKI_SERVICE_URL: optional(z.url({ protocol: /^https?$/ })),
  KIKIDOKI_BOT_FRAMEWORK: optional(z.string()),
  KIKIDOKI_LOG_LEVEL: optional(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])),
});

const teamsGlobalEndpoint = 'https://smba.trafficmanager.net/teams';

/**
 * Reads and checks the environment.
 *
 * @param env usually process.env
 * @throws AppError config.invalid naming the variable, never its value
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new AppError('config.invalid', { names: names.join(', ') });
  }
  const values = parsed.data;
  const teams = readTeams(values);
  const webPort = values.PORT ?? 3978;
  const playgroundPort = values.PLAYGROUND_PORT ?? 56150;
  if (teams && !values.KIKIDOKI_PUBLIC_URL) {
    throw new AppError('config.missing', { names: 'KIKIDOKI_PUBLIC_URL' });
  }
  return {
    port: webPort,
    playgroundPort,
    dataFolder: resolve(values.KIKIDOKI_DATA ?? '.data'),
    playground: !teams && values.KIKIDOKI_PLAYGROUND !== 'off',
    databaseUrl: values.DATABASE_URL,
    teams,
    publicUrl: withoutSlash(values.KIKIDOKI_PUBLIC_URL ?? `http://localhost:${webPort}`),
    serviceUrl: withoutSlash(
      values.KIKIDOKI_SERVICE_URL ??
        (teams ? teamsGlobalEndpoint : `http://localhost:${playgroundPort}/_connector`),
    ),
    botFramework: readBotFramework(values.KIKIDOKI_BOT_FRAMEWORK),
    logLevel: values.KIKIDOKI_LOG_LEVEL ?? 'warn',
    hasOwnServiceUrl: values.KIKIDOKI_SERVICE_URL !== undefined,
    launchedByNpm: env.npm_lifecycle_event !== undefined,
  };
}

/** The language of the terminal: Japanese, unless the environment's locale names another one. */
export function terminalLocale(env: NodeJS.ProcessEnv = process.env): Locale {
  const lang = env.LC_ALL || env.LANG;
  return !lang || /^(C|POSIX)/.test(lang) ? 'ja' : localeFromHeader(lang);
}

/**
 * How the operators' command is typed here. In a checkout, which local mode always is, npm runs it; as an
 * installed program it has its own name.
 */
export function kikidokiCommand(env: NodeJS.ProcessEnv = process.env): string {
  const isLocal = !env.KIKIDOKI_APP_ID;
  return isLocal || env.npm_lifecycle_event !== undefined ? 'npm run kikidoki --' : 'kikidoki';
}

/** The words of the terminal: in its language, with commands as they can be typed. */
export function terminalWords(env: NodeJS.ProcessEnv = process.env): TFunction {
  return translator(terminalLocale(env), { kikidoki: kikidokiCommand(env) });
}

/** The folder in which a command was typed: paths given to it start there (npm runs it in the checkout). */
export function callersFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env.INIT_CWD || process.cwd();
}

/** Where uploaded and imported media lie. */
export function mediaFolder(config: Config): string {
  return join(config.dataFolder, 'media');
}

/** The key of what is sealed: who proposed anonymously. */
export function sealFile(config: Config): string {
  return join(config.dataFolder, 'seal.key');
}

function readTeams(values: z.infer<typeof environment>): TeamsCredentials | undefined {
  const given = {
    KIKIDOKI_APP_ID: values.KIKIDOKI_APP_ID,
    KIKIDOKI_APP_SECRET: values.KIKIDOKI_APP_SECRET,
    KIKIDOKI_TENANT_ID: values.KIKIDOKI_TENANT_ID,
  };
  const missing = Object.entries(given).filter(([, value]) => !value);
  if (missing.length === 3) return undefined;
  // Half a set of credentials must never fall back to local mode, where nobody is authenticated.
  if (missing.length > 0) {
    throw new AppError('config.missing', { names: missing.map(([name]) => name).join(', ') });
  }
  // Tokens and activities write ids in small letters, Azure's pages not always.
  return {
    appId: String(given.KIKIDOKI_APP_ID).toLowerCase(),
    appSecret: given.KIKIDOKI_APP_SECRET as string,
    tenantId: String(given.KIKIDOKI_TENANT_ID).toLowerCase(),
  };
}

function readBotFramework(json: string | undefined): Record<string, string> {
  if (!json) return {};
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(json));
  } catch {
    throw new AppError('config.invalid', { names: 'KIKIDOKI_BOT_FRAMEWORK' });
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
