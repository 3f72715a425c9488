import type { Ctx } from '../context.ts';
import { queueUpdates } from '../dispatch/index.ts';
import { takeDirtyDepartments } from './departments.store.ts';
import { findEdition, visibleEditionsWithVoice } from './editions.store.ts';
import { editionCardPurpose } from './openEdition.ts';

/** After the edition was closed or cancelled, every card that was sent says so. */
export async function updateEditionCards(ctx: Ctx, editionId: string): Promise<void> {
  await queueUpdates(ctx, { purpose: editionCardPurpose, subjectId: editionId });
}

/**
 * After a voice was withdrawn, every card that carries it changes. Runs after the withdrawal was committed,
 * so that no card can have been rendered with the voice and yet be missed here.
 */
export async function recallVoice(ctx: Ctx, voiceId: string): Promise<void> {
  for (const edition of await visibleEditionsWithVoice(ctx.db, voiceId)) {
    await queueUpdates(ctx, { purpose: editionCardPurpose, subjectId: edition.id });
  }
}

/** After somebody heard a voice: their own card gets its tick. */
export async function showHeard(ctx: Ctx, input: { editionId: string; personId: string }): Promise<void> {
  const edition = await findEdition(ctx.db, input.editionId);
  if (edition?.state !== 'open') return;
  await queueUpdates(ctx, { purpose: editionCardPurpose, subjectId: input.editionId }, [input.personId]);
}

/**
 * Brings the channel cards of departments up to date where somebody heard something, each at most once in
 * settings.listening.cardUpdateMinutes.
 */
export async function refreshProgress(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const updatedBefore = new Date(now.getTime() - ctx.settings.listening.cardUpdateMinutes * 60_000);
  const byEdition = new Map<string, string[]>();
  for (const { editionId, departmentId } of await takeDirtyDepartments(ctx.db, updatedBefore, now)) {
    byEdition.set(editionId, [...(byEdition.get(editionId) ?? []), departmentId]);
  }
  for (const [editionId, departmentIds] of byEdition) {
    await queueUpdates(ctx, { purpose: editionCardPurpose, subjectId: editionId }, departmentIds);
  }
}
