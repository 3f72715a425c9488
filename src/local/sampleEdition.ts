import type { Ctx } from '../domain/context.ts';
import {
  allEditions,
  approveEdition,
  closeDueEditions,
  dueDayFromToday,
  isPastDue,
  openDueEditions,
  openEdition,
  planEdition,
  submitEdition,
} from '../domain/listening/index.ts';
import { addMonths, dayOf, type Month, monthOf } from '../domain/people/index.ts';
import { findVoiceByReference } from '../domain/voices/index.ts';
import { sampleOperators } from './sampleCompany.ts';

/**
 * Local mode only: there is something to hear at every start, unless a person decided otherwise. Opens this
 * month's edition with the sample voices (or next month's, where this month's ran its course), due at least
 * five business days later.
 *
 * @param references of the voices to use
 */
export async function ensureOpenEdition(ctx: Ctx, references: readonly string[]): Promise<void> {
  // What fell due while no server was up comes first: only then it is known what is open.
  await closeDueEditions(ctx);
  await openDueEditions(ctx);
  const month = await monthToOpen(ctx);
  const voiceIds = month ? await approvedVoices(ctx, references) : [];
  if (!month || voiceIds.length === 0) return;
  const now = ctx.clock.now();
  const { curator, approver } = await sampleOperators(ctx);
  const editionId = await planEdition(curator, {
    month,
    voiceIds,
    opensAt: now,
    dueOn: dueDayFromToday(month, dayOf(now, ctx.settings), ctx.settings),
  });
  await submitEdition(curator, editionId);
  await approveEdition(approver, editionId);
  await openEdition(curator, editionId);
}

/** Which month the sample's edition is opened for; null: one is open, or somebody closed, cancelled or planned. */
async function monthToOpen(ctx: Ctx): Promise<Month | null> {
  const all = await allEditions(ctx.db);
  if (all.some((edition) => edition.state === 'open')) return null;
  const month = monthOf(ctx.clock.now(), ctx.settings);
  const own = all.filter((edition) => edition.month === month);
  if (own.length === 0) return month;
  const next = addMonths(month, 1);
  const ranItsCourse = own.some(
    ({ closedAt, dueOn }) => closedAt !== null && isPastDue(dueOn, closedAt, ctx.settings),
  );
  return ranItsCourse && !all.some((edition) => edition.month === next) ? next : null;
}

/** Ids of the voices with these references that are approved (a withdrawn one stays withdrawn). */
export async function approvedVoices(ctx: Ctx, references: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const reference of references) {
    const voice = await findVoiceByReference(ctx.db, reference);
    if (voice?.state === 'approved') ids.push(voice.id);
  }
  return ids;
}
