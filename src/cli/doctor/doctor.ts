import type { Command } from 'commander';
import { type Config, readConfig } from '../../platform/config/config.ts';
import { AppError } from '../../platform/errors.ts';
import { readSettings } from '../../platform/settings.ts';
import { type Cli, type Outcome, print } from '../cli.ts';
import { reasonText } from '../edition/statusView.ts';
import { errorWords, exitCodes } from '../errors.ts';
import { padColumns } from '../text.ts';
import type { CheckName, Finding } from './check.ts';
import { checkDatabase } from './database.ts';
import { checkPublicUrl, checkStorage, checkTeams } from './surroundings.ts';

/** A finding in the operator's words. */
interface Said {
  check: CheckName;
  health: Finding['health'];
  message: string;
  remedy: string | null;
}

/**
 * `doctor`: checks what the product stands on and says what to mend. Like everywhere --as may say who asks;
 * it is needless, because nothing is changed.
 */
export function addDoctor(cli: Cli, program: Command): void {
  const command = program
    .command('doctor')
    .description(cli.t('cli.doctor.description'))
    .option('--as <employeeNo>', cli.t('cli.option.as'))
    .option('--json', cli.t('cli.option.json'));
  command.action(async () => {
    const { as: operator, json = false } = command.opts<{ as?: string; json?: boolean }>();
    const outcome = await examine(cli, operator);
    print(outcome, json);
    process.exitCode = outcome.exitCode ?? exitCodes.ok;
  });
}

async function examine(cli: Cli, operator: string | undefined): Promise<Outcome> {
  const said = await findings(cli, operator);
  const isWell = said.every((one) => one.health !== 'broken');
  return {
    json: { ok: isWell, checks: said },
    lines: [
      ...said.flatMap((one) => lines(cli, one)),
      '',
      cli.t(isWell ? 'cli.doctor.well' : 'cli.doctor.broken'),
    ],
    exitCode: isWell ? exitCodes.ok : exitCodes.refused,
  };
}

async function findings(cli: Cli, operator: string | undefined): Promise<Said[]> {
  const config = attempt(cli, 'configuration', readConfig);
  if ('said' in config) return [config.said];
  const { value } = config;
  const settings = attempt(cli, 'settings', () => readSettings(value.dataFolder));
  const [database, teams] = await Promise.all([checkDatabase(value, operator), checkTeams(value)]);
  const serverLives = database.some(({ check, health }) => check === 'server' && health === 'ok');
  const publicUrl = await checkPublicUrl(value, serverLives);
  const found: Finding[] = [...database, checkStorage(value), teams, publicUrl];
  return [
    say(cli, { check: 'configuration', health: 'ok', found: 'configuration', values: facts(value) }),
    'said' in settings
      ? settings.said
      : say(cli, { check: 'settings', health: 'ok', found: 'settings', values: facts(value) }),
    ...found.map((finding) => say(cli, finding)),
  ];
}

function facts(config: Config): Record<string, string> {
  return { folder: config.dataFolder };
}

/** Reading what an operator wrote: a refusal names the faulty entry and its remedy itself. */
function attempt<T>(cli: Cli, check: CheckName, read: () => T): { value: T } | { said: Said } {
  try {
    return { value: read() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { said: { check, health: 'broken', message: errorWords(cli, error), remedy: null } };
  }
}

function say({ t }: Cli, { check, health, found, mend, values }: Finding): Said {
  const named: Record<string, string | number> = { ...values };
  if (values?.reason !== undefined) named.reason = reasonText(t, String(values.reason));
  return {
    check,
    health,
    message: t(`cli.doctor.found.${found}`, named),
    remedy: mend ? t(`cli.doctor.mend.${mend}`, named) : null,
  };
}

const signs: Readonly<Record<Finding['health'], string>> = {
  ok: '✓',
  warning: '!',
  broken: '✗',
  unknown: '-',
};
const nameColumns = 16;

function lines({ t }: Cli, { check, health, message, remedy }: Said): string[] {
  const name = padColumns(t(`cli.doctor.check.${check}`), nameColumns);
  const indent = ' '.repeat(nameColumns + 3);
  return [`${signs[health]} ${name} ${message}`, ...(remedy ? [`${indent}→ ${remedy}`] : [])];
}
