import type { Ctx } from '../context.ts';
import { requireParticipant } from './changeDiscussion.ts';
import { isUnderWay } from './discussion.rules.ts';
import { insertCheckIns } from './discussions.store.ts';

/**
 * Takes part: opened the discussion while it is held. Counted, never shown by name.
 *
 * @throws AppError discussion.notFound, discussion.notMember
 */
export async function checkIn(ctx: Ctx, discussionId: string): Promise<void> {
  const { discussion, person } = await requireParticipant(ctx, discussionId);
  if (!isUnderWay(discussion.state)) return;
  await insertCheckIns(ctx.db, discussionId, [person.id]);
}
