import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { emit } from '../emit.ts';
import { allDepartments } from '../people/index.ts';
import { departmentsOf } from './audience.rules.ts';
import { closeEdition } from './closeEdition.ts';
import { isPastDue, openingMoment } from './edition.rules.ts';
import { type Edition, editionsInState, lockEdition, updateEditionState } from './editions.store.ts';
import { openEdition } from './openEdition.ts';

/**
 * Opens approved editions whose time has come; also those whose time came while no server was up. What can
 * not open any more is told to the curators, once.
 */
export async function openDueEditions(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const departments = await allDepartments(ctx.db);
  for (const edition of await editionsInState(ctx.db, 'approved')) {
    const slots = departmentsOf(edition.audience, departments).flatMap((one) => one.openingSlot ?? []);
    if (now < openingMoment(edition.opensAt, slots, ctx.settings)) continue;
    await openOrTell(ctx, edition);
  }
}

async function openOrTell(ctx: Ctx, edition: Edition): Promise<void> {
  try {
    await openEdition(ctx, edition.id);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    // Another replica was faster.
    if (error.code === 'edition.badState') return;
    if (error.code === 'edition.pastDue') return tellOnce(ctx, edition.id, 'pastDue');
    if (error.code === 'edition.noVoiceLeft') return tellOnce(ctx, edition.id, 'noVoiceLeft');
    throw error;
  }
}

async function tellOnce(ctx: Ctx, editionId: string, why: 'pastDue' | 'noVoiceLeft'): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const edition = await lockEdition(tx.db, editionId);
    if (!edition || edition.missedToldAt) return;
    await updateEditionState(tx.db, editionId, { missedToldAt: ctx.clock.now() });
    await emit(tx, 'listening.edition.missed', { editionId, why });
  });
}

/** Closes open editions whose due day is over. */
export async function closeDueEditions(ctx: Ctx): Promise<void> {
  for (const edition of await editionsInState(ctx.db, 'open')) {
    if (!isPastDue(edition.dueOn, ctx.clock.now(), ctx.settings)) continue;
    await closeEdition(ctx, edition.id).catch((error) => {
      if (!(error instanceof AppError && error.code === 'edition.badState')) throw error;
    });
  }
}
