import { askPs, isAlive } from './processes.ts';

const lookEveryMs = 1_000;

/**
 * Local mode under `npm start`: npm runs us through a shell, and a kill -9 of npm reaches neither. Looks
 * after npm and calls `onGone` when it is no more, so that nothing is left behind.
 *
 * @param isLaunchedByNpm without npm there is nobody to look after: a shell may rightly be gone before us
 * @returns stops looking
 */
export function watchLauncher(isLaunchedByNpm: boolean, onGone: () => void): () => void {
  if (!isLaunchedByNpm || process.platform === 'win32') return () => {};
  const shell = process.ppid;
  const launchers = [shell, parentOf(shell)].filter((pid): pid is number => pid !== undefined && pid > 1);
  const timer = setInterval(() => {
    if (launchers.every(isAlive)) return;
    clearInterval(timer);
    onGone();
  }, lookEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** Without ps on this machine the shell alone is looked after. */
function parentOf(pid: number): number | undefined {
  const parent = askPs('ppid', pid);
  return parent === undefined ? undefined : Number(parent);
}
