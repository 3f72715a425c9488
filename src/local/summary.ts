import { mainPost, type PersonRow } from '../domain/people/index.ts';
import { type Config, terminalWords } from '../platform/config/config.ts';
import { AppError } from '../platform/errors.ts';

/** Says where everything is, who one is, and what to try. */
export function printStarted(config: Config, user: PersonRow | null, ms: number): void {
  const t = terminalWords();
  const post = user ? mainPost(user) : undefined;
  const lines = [
    '',
    t('start.ready', { seconds: (ms / 1000).toFixed(1) }),
    '',
    ...(config.playground
      ? [t('start.playground', { url: `http://localhost:${config.playgroundPort}` })]
      : []),
    t('start.pages', { url: config.publicUrl }),
    ...(config.teams ? [t('start.teams', { url: config.publicUrl })] : []),
    '',
    ...(user && config.playground
      ? [
          t('start.you', {
            name: user.name,
            department: post?.department.name,
            role: t(`start.role.${post?.role ?? 'member'}`),
          }),
          '',
          t('start.tryCard'),
          t('start.tryListen'),
          t('start.tryTalk'),
          t('start.tryCli'),
          '',
        ]
      : []),
    t('start.stop'),
    '',
  ];
  process.stdout.write(lines.join('\n'));
}

/** Says what went wrong and what mends it; only errors that we do not know show where they came from. */
export function printError(error: unknown): void {
  const t = terminalWords();
  if (error instanceof AppError) {
    process.stderr.write(`${t(`error.${error.code}`, error.values)}\n`);
    return;
  }
  process.stderr.write(`${t('error.internal')}\n${error instanceof Error ? error.stack : ''}\n`);
}

/** Says what takes a moment. */
export function printBusy(what: 'loading' | 'stopping'): void {
  process.stdout.write(`${terminalWords()(`start.${what}`)}\n`);
}
