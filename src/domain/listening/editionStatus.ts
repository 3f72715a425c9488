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
import type { DepartmentProgress } from '../ports.ts';
import { findEditionDepartments } from './departments.store.ts';
import { requireEditionState } from './edition.rules.ts';
import { type Edition, findEdition } from './editions.store.ts';
import { heardCounts } from './listening.store.ts';
import { departmentProgress, overallProgress } from './progress.rules.ts';

export interface EditionStatus {
  edition: Edition;
  /** Every message of the edition, by purpose, state and reason: nobody is missing. */
  messages: Awaited<ReturnType<typeof countMessages>>;
  /** Why everything stands still, if it does. */
  pause: { reason: string; forMs: number } | null;
  departments: DepartmentStatus[];
  /** All departments together. */
  overall: { target: number; progress: DepartmentProgress };
}

export interface DepartmentStatus {
  code: string;
  name: string;
  nameEn: string;
  reach: 'channel' | 'group_chat' | 'none';
  target: number;
  /** A band where there are few people: for operators as for everybody. */
  progress: DepartmentProgress;
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
  const counts = parts.map((part) => ({
    target: isClosed ? part.targetCount : (target.get(part.departmentId) ?? 0),
    heard: isClosed ? (part.heardCount ?? 0) : (heard.get(part.departmentId) ?? 0),
    part,
    department: departments.get(part.departmentId),
  }));
  const { bandsBelow } = ctx.settings.listening;
  return {
    edition,
    messages: await countMessages(ctx.db, editionId),
    pause: await currentPause(ctx.db),
    departments: counts
      .map((one) => ({
        code: one.department?.code ?? '',
        name: one.department?.name ?? '',
        nameEn: one.department?.nameEn ?? '',
        reach: one.part.reach,
        target: one.target,
        progress: departmentProgress(one.heard, one.target, bandsBelow),
      }))
      .sort((a, b) => a.code.localeCompare(b.code)),
    overall: overallProgress(counts, bandsBelow),
  };
}

/**
 * Sends again what failed, was held or could not be reached.
 *
 * @returns how many messages wait again
 * @throws AppError forbidden, edition.notFound, edition.badState (only an open one has something to send)
 */
export async function retryEdition(ctx: Ctx, editionId: string): Promise<number> {
  await requireRole(ctx, 'curator', 'administrator');
  const edition = await findEdition(ctx.db, editionId);
  if (!edition) throw new AppError('edition.notFound');
  requireEditionState(edition, 'open');
  const count = await retrySettled(ctx.db, { subjectId: editionId, now: ctx.clock.now() });
  await audit(ctx, 'listening.retryEdition', editionId, { count });
  return count;
}
