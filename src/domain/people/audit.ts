import { idFrom, newId } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import { dayOf } from './calendar.rules.ts';
import { findAuditDetail, insertAudit, insertAuditOnce } from './people.store.ts';

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

/**
 * Writes the line that somebody read something, once a day however often they look.
 *
 * @param act room.act
 */
export async function auditReading(ctx: Ctx, act: string, subjectId: string): Promise<void> {
  const actorId = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const at = ctx.clock.now();
  const id = idFrom('reading', act, subjectId, actorId ?? '', dayOf(at, ctx.settings));
  await insertAuditOnce(ctx.db, { id, at, actorId, act, subjectId, detail: {} });
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
