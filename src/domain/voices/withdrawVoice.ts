import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { emit } from '../emit.ts';
import { audit, requireRole } from '../people/index.ts';
import { requireVoiceMove } from './voices.rules.ts';
import { lockVoice, updateVoiceState } from './voices.store.ts';

/**
 * 公開停止: from the moment this commits, page and sound answer 410; the cards follow.
 *
 * @param input.reason for the 操作ログ, in the operator's words; never shown to listeners
 * @throws AppError forbidden (curators, approvers), voice.notFound, voice.badState, input.invalid
 */
export async function withdrawVoice(ctx: Ctx, input: { voiceId: string; reason: string }): Promise<void> {
  const reason = input.reason.trim();
  if (!reason) throw new AppError('input.invalid', { names: 'reason' });
  await inTransaction(ctx, async (tx) => {
    const voice = await lockVoice(tx.db, input.voiceId);
    if (!voice) throw new AppError('voice.notFound');
    const person = await requireRole(tx, 'curator', 'approver');
    requireVoiceMove(voice, 'withdrawn');
    await updateVoiceState(tx.db, voice.id, {
      state: 'withdrawn',
      withdrawnAt: ctx.clock.now(),
      withdrawnById: person.id,
      withdrawReason: reason,
    });
    await audit(tx, 'voices.withdrawVoice', voice.id, { reason });
    await emit(tx, 'voices.voice.withdrawn', { voiceId: voice.id });
  });
}
