import type { Ctx } from '../context.ts';
import { deleteSettledMessages, deleteSettledUpdates } from './dispatch.store.ts';

const dayMs = 86_400_000;

/**
 * Deletes messages older than settings.retention.auditMonths; updates of cards already a day after they went
 * out: the moment of a personal one is the moment in which somebody listened, which nobody may look up.
 */
export async function forgetOldMessages(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now().getTime();
  await deleteSettledUpdates(ctx.db, new Date(now - dayMs));
  await deleteSettledMessages(ctx.db, new Date(now - ctx.settings.retention.auditMonths * 31 * dayMs));
}
