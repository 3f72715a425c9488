import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import { findAuditDetail, insertAudit } from './people.store.ts';

/**
 * Writes one line of the 操作ログ in the caller's transaction.
 *
 * @param act room.act
 * @param detail facts only: ids, states, reasons that operators typed; never customers' words
 */
export async function audit(ctx: Ctx, act: string, subjectId: string, detail: object = {}): Promise<void> {
  await insertAudit(ctx.db, {
    id: newId(),
    at: ctx.clock.now(),
    actorId: ctx.actor.kind === 'person' ? ctx.actor.personId : null,
    act,
    subjectId,
    detail,
  });
}

/** What the last line of the 操作ログ about an act holds beside who and when; empty where there is none. */
export async function auditDetail(
  ctx: Ctx,
  act: string,
  subjectId: string,
): Promise<Record<string, unknown>> {
  const detail = await findAuditDetail(ctx.db, act, subjectId);
  return typeof detail === 'object' && detail !== null ? { ...detail } : {};
}
