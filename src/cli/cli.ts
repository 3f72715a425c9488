import type { TFunction } from 'i18next';
import type { Locale } from '../platform/i18n/i18n.ts';

/** One run of the command line: its language, and what has to be given back when it is stopped. */
export interface Cli {
  t: TFunction;
  locale: Locale;
  /** How this program is typed here. */
  command: string;
  /** Set while a command holds connections open. */
  close: (() => Promise<void>) | undefined;
}

/** What a command has to say: one document for programs, lines for people. */
export interface Outcome {
  json: object;
  lines: string[];
  /** Exit code where the command itself did its work; 0 if left out. */
  exitCode?: number;
}

/** The command was typed wrongly: exit code 2. The message is in the operator's language. */
export class UsageError extends Error {}

/** Prints what a command says. */
export function print(outcome: Outcome, asJson: boolean): void {
  process.stdout.write(
    asJson ? `${JSON.stringify(outcome.json, null, 2)}\n` : `${outcome.lines.join('\n')}\n`,
  );
}
