import type { Ctx } from '../domain/context.ts';
import {
  approveEdition,
  dueDayFromToday,
  editionsInState,
  findEditionOfMonth,
  openEdition,
  planEdition,
  submitEdition,
} from '../domain/listening/index.ts';
import { addMonths, dayOf, type Month, monthOf } from '../domain/people/index.ts';
import { findVoiceByReference } from '../domain/voices/index.ts';
import { sampleOperators } from './sampleCompany.ts';

/**
 * Local mode only: there is an open edition, whatever the day. Opens this month's with the sample voices
 * (or next month's, where this month's is over), due at least five business days later.
 *
 * @param references of the voices to use
 */
export async function ensureOpenEdition(ctx: Ctx, references: readonly string[]): Promise<void> {
  if ((await editionsInState(ctx.db, 'open', 'approved')).length > 0) return;
  const voiceIds = await approvedVoices(ctx, references);
  if (voiceIds.length === 0) return;
  const now = ctx.clock.now();
  const month = await freeMonth(ctx, monthOf(now, ctx.settings));
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

/** Ids of the voices with these references that are approved (a withdrawn one stays withdrawn). */
export async function approvedVoices(ctx: Ctx, references: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const reference of references) {
    const voice = await findVoiceByReference(ctx.db, reference);
    if (voice?.state === 'approved') ids.push(voice.id);
  }
  return ids;
}

async function freeMonth(ctx: Ctx, from: Month): Promise<Month> {
  let month = from;
  while (await findEditionOfMonth(ctx.db, month)) month = addMonths(month, 1);
  return month;
}
