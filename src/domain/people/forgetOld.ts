import type { Ctx } from '../context.ts';
import { deleteAuditBefore, deleteSessionLinksBefore } from './people.store.ts';

const dayMs = 86_400_000;

/** Deletes links that have run out and audit lines older than settings.retention.auditMonths. */
export async function forgetOldPeopleRecords(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now().getTime();
  await deleteSessionLinksBefore(ctx.db, new Date(now - dayMs));
  await deleteAuditBefore(ctx.db, new Date(now - ctx.settings.retention.auditMonths * 31 * dayMs));
}
