import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { audit, requireRole } from '../people/index.ts';
import { requireVoiceMove } from './voices.rules.ts';
import { lockVoice, updateVoiceState } from './voices.store.ts';

/**
 * Releases a voice for editions. Somebody else than the one who imported it must have read and heard it.
 *
 * @throws AppError forbidden (approvers only), voice.notFound, voice.badState, voice.samePerson
 */
export async function approveVoice(ctx: Ctx, voiceId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const voice = await lockVoice(tx.db, voiceId);
    if (!voice) throw new AppError('voice.notFound');
    const approver = await requireRole(tx, 'approver');
    requireVoiceMove(voice, 'approved');
    if (voice.importedById === approver.id) throw new AppError('voice.samePerson');
    await updateVoiceState(tx.db, voiceId, {
      state: 'approved',
      approvedAt: ctx.clock.now(),
      approvedById: approver.id,
    });
    await audit(tx, 'voices.approveVoice', voiceId);
  });
}
