import { CommanderError } from 'commander';
import { BadDirectory } from '../domain/people/index.ts';
import { clockText, PersonalDataFound } from '../domain/voices/index.ts';
import { AppError } from '../platform/errors.ts';
import { type Cli, UsageError } from './cli.ts';

export const exitCodes = { ok: 0, refused: 1, usage: 2, unexpected: 3 } as const;

/** An error as the terminal shows it. */
export interface Failure {
  exitCode: number;
  code: string;
  message: string;
  /** Where an error came from that nobody expected. */
  trace?: string;
}

/**
 * Says what went wrong and what mends it: a refusal in words alone, an unexpected error with the places in
 * our code that it passed, never with its own message (libraries quote what they were given).
 *
 * @returns the exit code
 */
export function reportError(cli: Cli, error: unknown, asJson: boolean): number {
  const failure = failureOf(cli, error);
  if (!failure) return exitCodes.ok;
  if (asJson) {
    const { code, message } = failure;
    process.stdout.write(`${JSON.stringify({ error: { code, message } }, null, 2)}\n`);
  } else {
    process.stderr.write(`${failure.message}\n`);
  }
  if (failure.trace) process.stderr.write(`${failure.trace}\n`);
  return failure.exitCode;
}

/** What an error means to whoever typed the command; null where it is none (--help). */
export function failureOf(cli: Cli, error: unknown): Failure | null {
  if (error instanceof AppError) return refusal(cli, error);
  if (error instanceof UsageError) return usage(error.message);
  if (error instanceof CommanderError) {
    // --help and --version end by an error of their own.
    return error.exitCode === 0 ? null : usage(commanderWords(cli, error));
  }
  return {
    exitCode: exitCodes.unexpected,
    code: 'internal',
    message: cli.t('cli.unexpected'),
    trace: traceOf(error),
  };
}

function usage(message: string): Failure {
  return { exitCode: exitCodes.usage, code: 'usage', message };
}

function refusal(cli: Cli, error: AppError): Failure {
  return {
    exitCode: exitCodes.refused,
    code: error.code,
    message: errorWords(cli, error),
  };
}

/** The words of an expected refusal; some differ at the terminal, where there is no card to go back to. */
export function errorWords({ t }: Cli, error: AppError): string {
  if (error instanceof BadDirectory) return directoryWords(t, error);
  if (error instanceof PersonalDataFound) return personalDataWords(t, error);
  const { roles, list, types } = error.values;
  const named = {
    ...error.values,
    ...(typeof roles === 'string' ? { roles: roleNames(t, roles) } : {}),
    ...(typeof types === 'string' ? { types: maskNames(t, types) } : {}),
    // What an act calls by its own name was typed as an option.
    ...(typeof list === 'string' ? { list: optionOf[list] ?? list } : {}),
    ...stateWords(t, error),
  };
  return t([`cli.error.${error.code}`, `error.${error.code}`], named);
}

const optionOf: Readonly<Record<string, string>> = {
  kinds: '--kinds',
  linesOfBusiness: '--lines',
  departments: '--departments',
};

/** The words of a state that does not allow the act, of those that would, and of what can be done now. */
function stateWords(t: Cli['t'], { code, values }: AppError): Record<string, string> {
  const { state, allowed } = values;
  if (typeof state !== 'string') return {};
  const of = code.startsWith('voice') ? 'voice' : 'edition';
  const words = (states: string) =>
    states
      .split(', ')
      .map((one) => t(`cli.state.${of}.${one}`))
      .join(t('cli.or'));
  return {
    state: words(state),
    ...(typeof allowed === 'string' ? { allowed: words(allowed) } : {}),
    next: t(`cli.can.${of}.${state}`, values),
  };
}

const mostFaults = 10;

function directoryWords(t: Cli['t'], { faults }: BadDirectory): string {
  const lines = faults.slice(0, mostFaults).map(({ fault, place, value }) => {
    const words = t(`cli.directory.fault.${fault}`, { value });
    return `  ${place ? `${place}  ` : ''}${words}`;
  });
  const more = faults.length - lines.length;
  return [
    t('cli.directory.refused'),
    ...lines,
    ...(more > 0 ? [`  ${t('cli.directory.moreFaults', { count: more })}`] : []),
  ].join('\n');
}

/** Where, what and why; never the words themselves. */
function personalDataWords(t: Cli['t'], { findings }: PersonalDataFound): string {
  const lines = findings.map(({ type, atMs, from, to, reason }) =>
    t('cli.personalData.place', {
      at: atMs === null ? 'handledWell' : clockText(atMs),
      from,
      to,
      type: t(`privacy.mask.${type}`),
      reason: t(`privacy.reason.${reason}`),
    }),
  );
  return [
    t('cli.personalData.found', { count: findings.length }),
    ...lines,
    t('cli.personalData.remedy'),
  ].join('\n');
}

function maskNames(t: Cli['t'], types: string): string {
  return types
    .split(', ')
    .map((type) => t(`privacy.mask.${type}`))
    .join(t('cli.list'));
}

function roleNames(t: Cli['t'], roles: string): string {
  return roles
    .split(', ')
    .map((role) => t(`cli.role.${role}`))
    .join(t('cli.list'));
}

const worded = new Set([
  'commander.unknownOption',
  'commander.unknownCommand',
  'commander.missingArgument',
  'commander.optionMissingArgument',
  'commander.missingMandatoryOptionValue',
  'commander.excessArguments',
  'commander.conflictingOption',
  'commander.help',
]);

/** commander's words are English: its code and what it names in quotation marks are put into ours. */
function commanderWords({ t }: Cli, error: CommanderError): string {
  if (!worded.has(error.code)) return error.message;
  const [what = '', other = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const alike = /Did you mean (?:one of )?([^?]+)\?/.exec(error.message)?.[1];
  const words = t(`cli.usage.${error.code.slice('commander.'.length)}`, { what, other });
  return alike ? `${words} ${t('cli.usage.alike', { alike })}` : words;
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return `  ${typeof error}`;
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const head = typeof code === 'string' ? `${error.name} ${code}` : error.name;
  return [head, ...frames.slice(0, 8)].join('\n');
}
