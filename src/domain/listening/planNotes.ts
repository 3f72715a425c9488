import type { Ctx } from '../context.ts';
import { allDepartments, requireRole } from '../people/index.ts';
import { findVoices } from '../voices/index.ts';
import { departmentsOf } from './audience.rules.ts';
import { openingMoment } from './edition.rules.ts';
import { type Edition, monthsThatDelivered } from './editions.store.ts';

/**
 * What those who plan and release a month should know about it; none of it hinders. A voice was delivered
 * before: who heard it then has it ticked from the first day. The opening has passed: it opens on approval.
 */
export type PlanNote =
  | { note: 'deliveredBefore'; reference: string; month: string }
  | { note: 'openingPassed'; opensAt: Date };

/**
 * Notes about a plan that has not opened yet.
 *
 * @throws AppError forbidden (curators, approvers, administrators)
 */
export async function planNotes(ctx: Ctx, edition: Edition): Promise<PlanNote[]> {
  await requireRole(ctx, 'curator', 'approver', 'administrator');
  if (!['draft', 'in_review', 'approved'].includes(edition.state)) return [];
  const opensOnApproval =
    edition.state !== 'approved' && (await firstOpening(ctx, edition)) <= ctx.clock.now();
  const before = await monthsThatDelivered(ctx.db, edition.voiceIds, edition.id);
  const voices = new Map((await findVoices(ctx.db, edition.voiceIds)).map((voice) => [voice.id, voice]));
  return [
    ...before.map(({ voiceId, month }) => ({
      note: 'deliveredBefore' as const,
      reference: voices.get(voiceId)?.reference ?? voiceId,
      month,
    })),
    ...(opensOnApproval ? [{ note: 'openingPassed' as const, opensAt: edition.opensAt }] : []),
  ];
}

/** When the first of an edition's departments opens: some have a slot before the company's. */
export async function firstOpening(ctx: Ctx, edition: Edition): Promise<Date> {
  const departments = departmentsOf(edition.audience, await allDepartments(ctx.db));
  const slots = departments.flatMap((department) => department.openingSlot ?? []);
  return openingMoment(edition.opensAt, slots, ctx.settings);
}
