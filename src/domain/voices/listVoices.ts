import type { Ctx } from '../context.ts';
import { requireRole } from '../people/index.ts';
import { allVoices } from './voices.store.ts';

/**
 * All voices, whatever their state, without their transcripts: for those who prepare and release them.
 *
 * @throws AppError forbidden (curators, approvers)
 */
export async function listVoices(ctx: Ctx): Promise<Awaited<ReturnType<typeof allVoices>>> {
  await requireRole(ctx, 'curator', 'approver');
  return allVoices(ctx.db);
}
