import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { emit } from '../emit.ts';
import { audit, requireRole } from '../people/index.ts';
import { isPastDue, requireEditionMove, requireEditionState } from './edition.rules.ts';
import { lockEdition, updateEditionState } from './editions.store.ts';

/**
 * Hands a draft to the approvers.
 *
 * @throws AppError forbidden (curators only), edition.notFound, edition.badState
 */
export async function submitEdition(ctx: Ctx, editionId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const edition = await lockEdition(tx.db, editionId);
    if (!edition) throw new AppError('edition.notFound');
    await requireRole(tx, 'curator');
    requireEditionMove(edition, 'in_review');
    await updateEditionState(tx.db, editionId, { state: 'in_review', submittedAt: ctx.clock.now() });
    await audit(tx, 'listening.submitEdition', editionId);
  });
}

/**
 * Hands an edition back to its curators (差戻し).
 *
 * @param input.reason for the 操作ログ, in the operator's words
 * @throws AppError forbidden (approvers only), edition.notFound, edition.badState, input.invalid
 */
export async function returnEdition(ctx: Ctx, input: { editionId: string; reason: string }): Promise<void> {
  const reason = input.reason.trim();
  if (!reason) throw new AppError('input.invalid', { names: 'reason' });
  await inTransaction(ctx, async (tx) => {
    const edition = await lockEdition(tx.db, input.editionId);
    if (!edition) throw new AppError('edition.notFound');
    await requireRole(tx, 'approver');
    requireEditionState(edition, 'in_review');
    await updateEditionState(tx.db, edition.id, { state: 'draft' });
    await audit(tx, 'listening.returnEdition', edition.id, { reason });
  });
}

/**
 * Releases an edition: it opens by itself when its time comes. Who approves is not who planned.
 *
 * @throws AppError forbidden (approvers only), edition.notFound, edition.badState, edition.samePerson,
 *   edition.pastDue
 */
export async function approveEdition(ctx: Ctx, editionId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const edition = await lockEdition(tx.db, editionId);
    if (!edition) throw new AppError('edition.notFound');
    const approver = await requireRole(tx, 'approver');
    requireEditionMove(edition, 'approved');
    if (edition.plannedById === approver.id) throw new AppError('edition.samePerson');
    if (isPastDue(edition.dueOn, ctx.clock.now(), ctx.settings)) {
      throw new AppError('edition.pastDue', { dueOn: edition.dueOn });
    }
    await updateEditionState(tx.db, editionId, {
      state: 'approved',
      approvedAt: ctx.clock.now(),
      approvedById: approver.id,
    });
    await audit(tx, 'listening.approveEdition', editionId);
    await emit(tx, 'listening.edition.approved', { editionId });
  });
}
