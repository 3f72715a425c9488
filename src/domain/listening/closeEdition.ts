import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { dropWaiting } from '../dispatch/index.ts';
import { emit } from '../emit.ts';
import { audit, countConcerned, requireRole } from '../people/index.ts';
import { findEditionDepartments, freezeCounts, lockEditionDepartments } from './departments.store.ts';
import { requireEditionMove } from './edition.rules.ts';
import { type Edition, lockEdition, updateEditionState } from './editions.store.ts';
import { forgetProgress, heardCounts } from './listening.store.ts';
import { editionCardPurpose } from './openEdition.ts';

/**
 * Closes an edition: listening counts no more, each department's figures are frozen, and where people were
 * in a voice is forgotten; only "heard" and its date stay.
 *
 * @throws AppError edition.notFound, edition.badState, and forbidden where a person who is no curator acts
 */
export async function closeEdition(ctx: Ctx, editionId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const edition = await endEdition(tx, editionId, 'closed');
    const departments = await findEditionDepartments(tx.db, editionId);
    const ids = departments.map((department) => department.departmentId);
    const [heard, target] = [await heardCounts(tx.db, editionId), await countConcerned(tx.db, ids)];
    await freezeCounts(
      tx.db,
      editionId,
      ids.map((id) => ({ departmentId: id, heard: heard.get(id) ?? 0, target: target.get(id) ?? 0 })),
    );
    await forgetProgress(tx.db, edition.voiceIds);
    await emit(tx, 'listening.edition.closed', { editionId });
  });
}

/**
 * Cancels an edition (配信取消, or taking an open one back): cards not sent are not sent, cards sent say so.
 *
 * @param input.reason for the 操作ログ, in the operator's words
 * @throws AppError forbidden (curators only), edition.notFound, edition.badState, input.invalid
 */
export async function cancelEdition(ctx: Ctx, input: { editionId: string; reason: string }): Promise<void> {
  const reason = input.reason.trim();
  if (!reason) throw new AppError('input.invalid', { names: 'reason' });
  await inTransaction(ctx, async (tx) => {
    await requireRole(tx, 'curator');
    const edition = await endEdition(tx, input.editionId, 'cancelled', { reason });
    await forgetProgress(tx.db, edition.voiceIds);
    await emit(tx, 'listening.edition.cancelled', { editionId: input.editionId });
  });
}

async function endEdition(
  ctx: Ctx,
  editionId: string,
  state: 'closed' | 'cancelled',
  detail: object = {},
): Promise<Edition> {
  const edition = await lockEdition(ctx.db, editionId);
  if (!edition) throw new AppError('edition.notFound');
  if (ctx.actor.kind === 'person') await requireRole(ctx, 'curator');
  requireEditionMove(edition, state);
  await lockEditionDepartments(ctx.db, editionId);
  const now = ctx.clock.now();
  await updateEditionState(
    ctx.db,
    editionId,
    state === 'closed' ? { state, closedAt: now } : { state, cancelledAt: now },
  );
  await dropWaiting(ctx.db, { purpose: editionCardPurpose, subjectId: editionId, reason: state, now });
  await audit(ctx, `listening.${state === 'closed' ? 'closeEdition' : 'cancelEdition'}`, editionId, detail);
  return edition;
}
