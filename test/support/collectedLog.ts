import { createLog, type Log } from '../../src/platform/log.ts';

/** The product's own log, redaction and all, with its lines kept instead of written. */
export interface CollectedLog {
  log: Log;
  lines: string[];
  /** Everything that was logged, to search for what must not be there. */
  text(): string;
}

export function collectedLog(): CollectedLog {
  const lines: string[] = [];
  const log = createLog('trace', { write: (line: string) => void lines.push(line) });
  return { log, lines, text: () => lines.join('') };
}
