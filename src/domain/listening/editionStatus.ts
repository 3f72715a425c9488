import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { countMessages, currentPause, retrySettled } from '../dispatch/index.ts';
import {
  actingPerson,
  audit,
  countConcerned,
  findDepartments,
  hasRole,
  requireRole,
} from '../people/index.ts';
import { findEditionDepartments } from './departments.store.ts';
import { type Edition, findEdition } from './editions.store.ts';
import { heardCounts } from './listening.store.ts';

export interface EditionStatus {
  edition: Edition;
  /** Every message of the edition, by purpose, state and reason: nobody is missing. */
  messages: Awaited<ReturnType<typeof countMessages>>;
  /** Why everything stands still, if it does. */
  pause: { reason: string; forMs: number } | null;
  departments: { code: string; name: string; nameEn: string; reach: string; target: number; heard: number }[];
}

/**
 * How an edition stands: for the quality department and administrators.
 *
 * @throws AppError forbidden, edition.notFound
 */
export async function editionStatus(ctx: Ctx, editionId: string): Promise<EditionStatus> {
  const person = await actingPerson(ctx);
  if (!hasRole(person, 'curator', 'approver', 'administrator')) {
    throw new AppError('forbidden', { roles: 'curator, approver, administrator' });
  }
  const edition = await findEdition(ctx.db, editionId);
  if (!edition) throw new AppError('edition.notFound');
  const parts = await findEditionDepartments(ctx.db, editionId);
  const ids = parts.map((part) => part.departmentId);
  const departments = new Map((await findDepartments(ctx.db, ids)).map((one) => [one.id, one]));
  const heard = await heardCounts(ctx.db, editionId);
  const target = await countConcerned(ctx.db, ids);
  const isClosed = edition.state === 'closed';
  return {
    edition,
    messages: await countMessages(ctx.db, editionId),
    pause: await currentPause(ctx.db),
    departments: parts
      .map((part) => ({
        code: departments.get(part.departmentId)?.code ?? '',
        name: departments.get(part.departmentId)?.name ?? '',
        nameEn: departments.get(part.departmentId)?.nameEn ?? '',
        reach: part.reach,
        target: isClosed ? part.targetCount : (target.get(part.departmentId) ?? 0),
        heard: isClosed ? (part.heardCount ?? 0) : (heard.get(part.departmentId) ?? 0),
      }))
      .sort((a, b) => a.code.localeCompare(b.code)),
  };
}

/**
 * Sends again what failed, was held or could not be reached.
 *
 * @returns how many messages wait again
 * @throws AppError forbidden, edition.notFound
 */
export async function retryEdition(ctx: Ctx, editionId: string): Promise<number> {
  await requireRole(ctx, 'curator', 'administrator');
  if (!(await findEdition(ctx.db, editionId))) throw new AppError('edition.notFound');
  const count = await retrySettled(ctx.db, { subjectId: editionId, now: ctx.clock.now() });
  await audit(ctx, 'listening.retryEdition', editionId, { count });
  return count;
}
