import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { alertsSince, queueMessages } from '../dispatch/index.ts';
import { emit } from '../emit.ts';
import {
  allDepartments,
  audit,
  concernedPeople,
  countConcerned,
  type DepartmentRow,
  instantAt,
  monthOf,
  requireRole,
} from '../people/index.ts';
import { findVoices } from '../voices/index.ts';
import { departmentsOf } from './audience.rules.ts';
import { insertEditionDepartments } from './departments.store.ts';
import { deliveryMoment, isPastDue, requireEditionMove } from './edition.rules.ts';
import { type Edition, lockEdition, updateEditionState } from './editions.store.ts';

/** The card of the month; its words are loaded by editionCards.ts at the moment of sending. */
export const editionCardPurpose = 'edition.card';

/** The first card of an edition; updates count on from it. */
export const editionCardBatch = {
  purpose: editionCardPurpose,
  act: 'send',
  priority: 'delivery',
  revision: 0,
} as const;

/**
 * Opens an edition: from now on it is this month's. One transaction writes the state, each department's part
 * and one outgoing message per department and per person.
 *
 * By the product itself (its time has come) cards wait for the department's slot and working hours. By a
 * curator they go out now: a person decided.
 *
 * @throws AppError edition.notFound, edition.badState, edition.pastDue, edition.noVoiceLeft, and forbidden
 *   where a person who is no curator acts
 */
export async function openEdition(ctx: Ctx, editionId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const edition = await lockEdition(tx.db, editionId);
    if (!edition) throw new AppError('edition.notFound');
    if (ctx.actor.kind === 'person') await requireRole(tx, 'curator');
    requireEditionMove(edition, 'open');
    const now = ctx.clock.now();
    if (isPastDue(edition.dueOn, now, ctx.settings))
      throw new AppError('edition.pastDue', { dueOn: edition.dueOn });
    const voices = await findVoices(tx.db, edition.voiceIds);
    if (!voices.some((voice) => voice.state === 'approved')) throw new AppError('edition.noVoiceLeft');

    await updateEditionState(tx.db, editionId, { state: 'open', openedAt: now });
    const departments = departmentsOf(edition.audience, await allDepartments(tx.db));
    const counts = await countConcerned(tx.db, idsOf(departments));
    await insertEditionDepartments(
      tx.db,
      editionId,
      departments.map(({ id, reach }) => ({ departmentId: id, reach, targetCount: counts.get(id) ?? 0 })),
    );
    await queueCards(tx, edition, departments, now);
    await audit(tx, 'listening.openEdition', editionId, { departments: departments.length });
    await emit(tx, 'listening.edition.opened', { editionId });
  });
}

async function queueCards(
  ctx: Ctx,
  edition: Edition,
  departments: DepartmentRow[],
  now: Date,
): Promise<void> {
  const byHand = ctx.actor.kind === 'person';
  const moments = new Map(
    departments.map((department) => [
      department.id,
      byHand ? now : deliveryMoment(edition.opensAt, department, now, ctx.settings),
    ]),
  );
  const alerts = await alertsSince(
    ctx.db,
    instantAt(`${monthOf(now, ctx.settings)}-01`, '00:00', ctx.settings),
  );
  const people = await concernedPeople(ctx.db, idsOf(departments));
  await queueMessages(ctx, { ...editionCardBatch, subjectId: edition.id }, [
    // Channel posts never alert: they would ring for people who have nothing to do with it.
    ...departments.map(({ id }) => ({
      recipientKind: 'department' as const,
      recipientId: id,
      notBefore: moments.get(id) ?? now,
      alert: false,
    })),
    ...people.map(({ personId, departmentId }) => ({
      recipientKind: 'person' as const,
      recipientId: personId,
      notBefore: moments.get(departmentId) ?? now,
      alert: (alerts.get(personId) ?? 0) < ctx.settings.dispatch.alertsPerMonth,
    })),
  ]);
}

function idsOf(departments: readonly { id: string }[]): string[] {
  return departments.map((department) => department.id);
}
