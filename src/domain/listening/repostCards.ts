import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { queueReposts, retrySettled } from '../dispatch/index.ts';
import { editionsInState } from './editions.store.ts';
import { editionCardPurpose } from './openEdition.ts';

/**
 * Local mode only: the Playground forgets its history with its process, and with its page, so the open
 * edition's cards are posted anew to whoever had them there. In Teams this would be a second card.
 *
 * @throws AppError local.only
 */
export async function repostCardsToPlayground(ctx: Ctx): Promise<void> {
  if (!ctx.local) throw new AppError('local.only');
  for (const edition of await editionsInState(ctx.db, 'open')) {
    await queueReposts(ctx, { purpose: editionCardPurpose, subjectId: edition.id });
    // What could not be delivered while there was no Playground (KIKIDOKI_PLAYGROUND=off).
    await retrySettled(ctx.db, { subjectId: edition.id, now: ctx.clock.now() });
  }
}
