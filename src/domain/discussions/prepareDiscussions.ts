import type { Ctx } from '../context.ts';
import { editionDepartments } from '../listening/index.ts';
import { discussionsOf, insertDiscussions } from './discussions.store.ts';

/** With the edition every department that it reaches has a discussion, waiting for somebody to begin. */
export async function prepareDiscussions(ctx: Ctx, editionId: string): Promise<void> {
  const departments = await editionDepartments(ctx.db, editionId);
  await insertDiscussions(ctx.db, editionId, departments);
}

/**
 * The discussions of these departments; made now where the edition reaches the department and nobody has asked yet
 * (its people came after the opening).
 */
export async function openDiscussions(ctx: Ctx, editionId: string, departmentIds: readonly string[]) {
  const known = await discussionsOf(ctx.db, editionId, departmentIds);
  if (known.length === departmentIds.length) return known;
  const reached = new Set(await editionDepartments(ctx.db, editionId));
  const missing = departmentIds.filter(
    (id) => reached.has(id) && !known.some((one) => one.departmentId === id),
  );
  if (missing.length === 0) return known;
  await insertDiscussions(ctx.db, editionId, missing);
  return discussionsOf(ctx.db, editionId, departmentIds);
}
