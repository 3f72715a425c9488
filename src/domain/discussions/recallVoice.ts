import { inTransaction } from '../../platform/db/client.ts';
import { tellLive } from '../../platform/live/live.ts';
import type { Ctx } from '../context.ts';
import { visibleEditionsWithVoice } from '../listening/index.ts';
import { liveTopic } from './changeDiscussion.ts';
import { isUnderWay } from './discussion.rules.ts';
import { updateDiscussionCard } from './discussionCards.ts';
import { bumpDiscussions } from './discussions.store.ts';

/**
 * After a voice was withdrawn its words go from every page of a discussion that is open at this moment, and cards
 * that ask for what its guide asked ask for what the next voice's does. Runs after the withdrawal was committed.
 */
export async function recallVoiceFromDiscussions(ctx: Ctx, voiceId: string): Promise<void> {
  for (const { id: editionId } of await visibleEditionsWithVoice(ctx.db, voiceId)) {
    await inTransaction(ctx, async (tx) => {
      const discussions = await bumpDiscussions(tx.db, editionId);
      for (const { id, state } of discussions) {
        if (isUnderWay(state)) await updateDiscussionCard(tx, id);
      }
      await tellLive(tx.db, ...discussions.map(({ id }) => liveTopic(id)));
    });
  }
}
