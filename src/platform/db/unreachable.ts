import { AppError } from '../errors.ts';
import { isNetworkCode } from '../networkCodes.ts';

/** PostgreSQL's classes 08 connection, 28 sign-in, 3D no such database, 53 resources, 57 going down. */
const connectionClasses = /^(08|28|3D|53|57)[0-9A-Z]{3}$/;

/** Prisma's for a server that is not there. */
const prismaCodes = /^P1\d{3}$/;

/** Why a database cannot be reached, as a code; undefined when the error is of another kind. */
export function unreachableReason(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = String((error as { code?: unknown }).code);
  if (isNetworkCode(code) || connectionClasses.test(code) || prismaCodes.test(code)) return code;
  if (/^pg_ctl ended/.test(error.message)) return 'pg_ctl';
  // pg's own words for its connectionTimeoutMillis and for a server that hangs up.
  if (/timeout expired|Connection terminated/.test(error.message)) return 'ETIMEDOUT';
  return undefined;
}

/** What the doctor advises, by whose database it is. */
type Mend = 'databaseUrl' | 'databaseEmbedded';

/** @throws AppError database.unreachable, or the error itself when it is of another kind */
export function asUnreachable(error: unknown, mend?: Mend): never {
  const reason = unreachableReason(error);
  if (!reason) throw error;
  throw new AppError('database.unreachable', { reason, ...(mend ? { mend } : {}) }, { cause: error });
}
