import { type Ctx, systemActor } from '../../src/domain/context.ts';
import { AppError } from '../../src/platform/errors.ts';
import type { PersonName } from './company.ts';
import type { TestApp } from './testApp.ts';

/** What a table of who may what holds besides its people: somebody who has left, and a call without a person. */
export type Stranger = 'left' | 'nobody';

type TransactionFunction = (work: (tx: Ctx['db']) => Promise<void>) => Promise<void>;

const rolledBack = new Error('rolled back');

/** The context of somebody of such a table. */
export function actorOf(t: TestApp, who: PersonName | 'nobody'): Ctx {
  return who === 'nobody' ? { ...t.ctx, actor: systemActor } : t.as(who);
}

/**
 * Tries an act and undoes it, so that the next person meets the same stage.
 *
 * @returns yes, or the code of the refusal
 */
export async function attempt(ctx: Ctx, run: (ctx: Ctx) => Promise<unknown>): Promise<string> {
  const db = ctx.db as TestApp['app']['ctx']['db'] & { $transaction: TransactionFunction };
  try {
    await db.$transaction(async (tx) => {
      await run({ ...ctx, db: tx });
      throw rolledBack;
    });
    return 'unreachable';
  } catch (error) {
    if (error === rolledBack) return 'yes';
    return error instanceof AppError ? error.code : String(error);
  }
}
