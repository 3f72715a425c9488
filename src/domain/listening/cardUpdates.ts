import { inTransaction } from '../../platform/db/client.ts';
import type { Ctx } from '../context.ts';
import { queueUpdates } from '../dispatch/index.ts';
import { type DirtyDepartment, saveShownProgress, takeDirtyDepartments } from './departments.store.ts';
import { progressOf } from './editionCards.ts';
import { findEdition, visibleEditionsWithVoice } from './editions.store.ts';
import { editionCardPurpose } from './openEdition.ts';
import { isShown } from './progress.rules.ts';
import { updateReminder } from './reminderCards.ts';

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

/** After somebody heard a voice: their own card gets its tick, and a reminder that came before has been answered. */
export async function showHeard(ctx: Ctx, input: { editionId: string; personId: string }): Promise<void> {
  const edition = await findEdition(ctx.db, input.editionId);
  if (edition?.state !== 'open') return;
  await queueUpdates(ctx, { purpose: editionCardPurpose, subjectId: input.editionId }, [input.personId]);
  await updateReminder(ctx, input.editionId, input.personId);
}

/**
 * Brings the channel cards of departments up to date where somebody heard something, each at most once in
 * settings.listening.cardUpdateMinutes, and only where the card would read differently: in a small
 * department even an update that changes nothing would tell that somebody has just listened.
 */
export async function refreshProgress(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const updatedBefore = new Date(now.getTime() - ctx.settings.listening.cardUpdateMinutes * 60_000);
  await inTransaction(ctx, async (tx) => {
    const dirty = await takeDirtyDepartments(tx.db, updatedBefore);
    for (const editionId of new Set(dirty.map((one) => one.editionId))) {
      const own = dirty.filter((one) => one.editionId === editionId);
      const changed = await showNewProgress(tx, editionId, own, now);
      if (changed.length === 0) continue;
      await queueUpdates(tx, { purpose: editionCardPurpose, subjectId: editionId }, changed);
    }
  });
}

/** Keeps what the cards will say; returns the departments whose card reads differently. */
async function showNewProgress(
  ctx: Ctx,
  editionId: string,
  dirty: readonly DirtyDepartment[],
  now: Date,
): Promise<string[]> {
  const progress = await progressOf(
    ctx,
    editionId,
    dirty.map((one) => one.departmentId),
  );
  const changed: string[] = [];
  for (const { departmentId, shown } of dirty) {
    const current = progress.get(departmentId);
    if (!current || isShown(current, shown)) continue;
    await saveShownProgress(ctx.db, { editionId, departmentId }, current, now);
    changed.push(departmentId);
  }
  return changed;
}
