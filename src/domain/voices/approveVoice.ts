import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { audit, requireRole } from '../people/index.ts';
import { requireVoiceMove } from './voices.rules.ts';
import { lockVoice, updateVoiceState } from './voices.store.ts';

/**
 * Releases a voice for editions. Somebody else than the one who imported it must have read and heard it. One that
 * is held for what it tells of somebody's health needs this second person's reason (機微情報, financial-sector
 * guideline on personal information, article 5).
 *
 * @throws AppError forbidden (approvers only), voice.notFound, voice.badState, voice.samePerson, voice.held
 */
export async function approveVoice(ctx: Ctx, voiceId: string, healthReason = ''): Promise<void> {
  const reason = healthReason.trim();
  await inTransaction(ctx, async (tx) => {
    const voice = await lockVoice(tx.db, voiceId);
    if (!voice) throw new AppError('voice.notFound');
    const approver = await requireRole(tx, 'approver');
    requireVoiceMove(voice, 'approved');
    if (voice.importedById === approver.id) throw new AppError('voice.samePerson');
    if (voice.healthHold && !reason) throw new AppError('voice.held');
    await updateVoiceState(tx.db, voiceId, {
      state: 'approved',
      approvedAt: ctx.clock.now(),
      approvedById: approver.id,
      ...(voice.healthHold ? { healthOverrideReason: reason } : {}),
    });
    await audit(tx, 'voices.approveVoice', voiceId, voice.healthHold ? { reason } : {});
  });
}
