import { kikidokiCommand, terminalLocale, terminalWords } from '../platform/config/config.ts';
import type { Cli } from './cli.ts';
import { reportError } from './errors.ts';
import { createProgram } from './program.ts';

const cli: Cli = {
  t: terminalWords(),
  locale: terminalLocale(),
  command: kikidokiCommand(),
  close: undefined,
};
let stopping = false;

/** Runs one command. */
async function main(argv: readonly string[]): Promise<void> {
  // Looked for before parsing: what is typed wrongly is said in JSON too.
  const asJson = argv.includes('--json');
  try {
    await createProgram(cli, asJson).parseAsync(argv, { from: 'user' });
  } catch (error) {
    // Interrupted: the connections were closed under the command's feet.
    if (stopping) return;
    process.exitCode = reportError(cli, error, asJson);
  }
  // Everything is closed; should a library keep the process, it ends all the same.
  setTimeout(() => process.exit(), 1_000).unref();
}

// Ctrl-C: give connections back, and an embedded database that this command started.
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => {
    stopping = true;
    const close = cli.close ?? (async () => {});
    close().finally(() => process.exit(code));
  });
}

// `kikidoki voice list | head -1`: the reader has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

await main(process.argv.slice(2));
