import { inTransaction } from '../../platform/db/client.ts';
import { tellLive } from '../../platform/live/live.ts';
import type { Ctx } from '../context.ts';
import { visibleEditionsWithVoice } from '../listening/index.ts';
import { liveTopic } from './changeDiscussion.ts';
import { isUnderWay } from './discussion.rules.ts';
import { updateDiscussionCard } from './discussionCards.ts';
import { bumpDiscussions } from './discussions.store.ts';

/**
 * After the guide of a voice was written, or a voice was withdrawn: pages of discussions that are open at this moment
 * show the new words (a withdrawn voice's go), and cards that ask for what the guide asked ask for what it asks now.
 * Runs after the change was committed.
 */
export async function showGuideOf(ctx: Ctx, voiceId: string): Promise<void> {
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
