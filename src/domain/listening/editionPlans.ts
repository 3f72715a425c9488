import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { requireRole } from '../people/index.ts';
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
