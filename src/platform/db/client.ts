import { PrismaPg } from '@prisma/adapter-pg';
import { AppError } from '../errors.ts';
import { Prisma, PrismaClient } from './generated/client.ts';

export { Prisma, PrismaClient };

/** The database as stores see it: the client itself, or the client inside a transaction. */
export type Db = PrismaClient | Prisma.TransactionClient;

/**
 * Session options of every connection. UTC: with any other zone Prisma reads and writes timestamptz shifted
 * by its offset.
 */
export const sessionOptions = '-c TimeZone=UTC';

/**
 * Opens the database.
 *
 * @param url postgresql://…
 * @param poolSize most connections this client holds
 * @param longestWaitMs how long a transaction waits for one of them before it gives up (`busy`)
 */
export function openDb(url: string, poolSize = 10, longestWaitMs = 10_000): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: url, options: sessionOptions, max: poolSize },
    { statementNameGenerator: nameStatements() },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: longestWaitMs, timeout: 60_000 } });
}

/** Statements that a connection keeps prepared: each costs it some memory. */
const mostPrepared = 500;

/**
 * Names each statement, so that a connection parses and plans it once: planning a page's query takes PostgreSQL
 * longer than answering it (decision 0019). Lists of every length are statements of their own; beyond the limit
 * they go unnamed, which is planned each time.
 */
function nameStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= mostPrepared) return '';
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}

/**
 * Runs `work` in one transaction: all that it writes through the context it is given, or nothing.
 *
 * A context that is already inside a transaction is passed on as it is, so that acts can call acts.
 *
 * @throws AppError busy where the database has more to do than it can
 */
export async function inTransaction<C extends { db: Db }, T>(
  ctx: C,
  work: (ctx: C) => Promise<T>,
): Promise<T> {
  if (!isClient(ctx.db)) return work(ctx);
  try {
    return await ctx.db.$transaction((tx) => work({ ...ctx, db: tx }));
  } catch (error) {
    if (isOverloaded(error)) throw new AppError('busy', {}, { cause: error });
    throw error;
  }
}

/** No connection came free in time, or what was begun took too long: nothing of it was kept. */
function isOverloaded(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2028';
}

function isClient(db: Db): db is PrismaClient {
  return '$connect' in db;
}
