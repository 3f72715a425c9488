import { type DestinationStream, type Logger, pino } from 'pino';

export type Log = Logger;

/** Fields that may hold customers' words, tokens or secrets. A log line carries causes, never content. */
const redactedFields = [
  'authorization',
  'password',
  'secret',
  'token',
  'link',
  'text',
  'quote',
  'sentences',
  'attachments',
  'body',
  'value',
];

/**
 * The product's log: JSON lines on standard error, so that commands keep standard output for their results.
 *
 * @param level pino's level name
 * @param destination where the lines go
 */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ dest: 2, sync: false }),
): Log {
  return pino(
    {
      level,
      base: { app: 'kikidoki' },
      redact: {
        paths: redactedFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
        censor: '[redacted]',
      },
      serializers: { err: safeError },
    },
    destination,
  );
}

/** A line says how many of its kind were left out before it. */
const sparseMs = 5_000;

/** A log for what repeats many times a second while something is down. */
export interface SparseLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * Of each kind of line (its message, its error's type and code) at most one in five seconds.
 *
 * @example sparse(log).error({ err: error }, 'queue error');
 */
export function sparse(log: Log): SparseLog {
  const kinds = new Map<string, { at: number; omitted: number }>();
  const say = (level: 'warn' | 'error') => (fields: object, message: string) => {
    const kind = `${message} ${kindOf((fields as { err?: unknown }).err)}`;
    const last = kinds.get(kind);
    const now = performance.now();
    if (last && now - last.at < sparseMs) {
      last.omitted += 1;
      return;
    }
    kinds.set(kind, { at: now, omitted: 0 });
    log[level]({ ...fields, ...(last?.omitted ? { omitted: last.omitted } : {}) }, message);
  };
  return { warn: say('warn'), error: say('error') };
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  return `${error.name} ${String((error as { code?: unknown }).code ?? '')}`;
}

/**
 * What of an error may enter the log: its type, code and stack, and its message only where we wrote it.
 * Messages of libraries quote what they were given (a JSON parser its input, a database its row).
 */
function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = (error as { code?: unknown }).code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    stack: frames.slice(0, 8).map((line) => line.trim()),
  };
}
