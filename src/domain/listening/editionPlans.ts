import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { auditDetail, requireRole } from '../people/index.ts';
import { allEditions, type Edition, findEdition } from './editions.store.ts';

/**
 * All editions, whatever their state, oldest first: for those who plan, release and watch them.
 *
 * @throws AppError forbidden (curators, approvers, administrators)
 */
export async function listEditionPlans(ctx: Ctx): Promise<Edition[]> {
  await requireRole(ctx, 'curator', 'approver', 'administrator');
  return allEditions(ctx.db);
}

/**
 * One edition as it is planned.
 *
 * @throws AppError forbidden (curators, approvers, administrators), edition.notFound
 */
export async function showEditionPlan(ctx: Ctx, editionId: string): Promise<Edition> {
  await requireRole(ctx, 'curator', 'approver', 'administrator');
  const edition = await findEdition(ctx.db, editionId);
  if (!edition) throw new AppError('edition.notFound');
  return edition;
}

/**
 * Why an edition was cancelled, in the words of whoever did it.
 *
 * @throws AppError forbidden (curators, approvers, administrators)
 */
export async function cancelReason(ctx: Ctx, editionId: string): Promise<string | null> {
  await requireRole(ctx, 'curator', 'approver', 'administrator');
  const { reason } = await auditDetail(ctx, 'listening.cancelEdition', editionId);
  return typeof reason === 'string' ? reason : null;
}
