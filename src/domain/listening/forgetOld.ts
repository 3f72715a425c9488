import type { Ctx } from '../context.ts';
import { deleteHearingsBefore, forgetStrayProgress } from './listening.store.ts';
import { forgetLeaversChoices } from './reminders.store.ts';

/**
 * Deletes "heard" of editions that ended longer ago than settings.retention.hearingMonths, stray progress, and what
 * people who left chose about reminders.
 */
export async function forgetOldHearings(ctx: Ctx): Promise<void> {
  await forgetStrayProgress(ctx.db);
  await forgetLeaversChoices(ctx.db);
  const ms = ctx.settings.retention.hearingMonths * 31 * 86_400_000;
  await deleteHearingsBefore(ctx.db, new Date(ctx.clock.now().getTime() - ms));
}
