import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import { tellLive } from '../../platform/live/live.ts';
import type { Ctx } from '../context.ts';
import { type Membership, membersOf } from '../people/index.ts';
import { requireLeader, requireMember, requireThere } from './discussions.policy.ts';
import {
  type Discussion,
  type DiscussionChange,
  findDiscussion,
  findDiscussionFor,
  lockDiscussion,
  updateDiscussion,
} from './discussions.store.ts';

/** The topic under which open pages follow a discussion. */
export function liveTopic(discussionId: string): string {
  return `discussion ${discussionId}`;
}

/** @throws AppError discussion.notFound */
export async function requireDiscussion(ctx: Ctx, discussionId: string): Promise<Discussion> {
  const discussion = await findDiscussion(ctx.db, discussionId);
  if (!discussion) throw new AppError('discussion.notFound');
  return discussion;
}

/**
 * The discussion, for somebody who takes part in it.
 *
 * @throws AppError signIn.required, discussion.notFound, discussion.notMember
 */
export async function requireParticipant(
  ctx: Ctx,
  discussionId: string,
): Promise<{ discussion: Discussion; person: Membership }> {
  if (ctx.actor.kind !== 'person') throw new AppError('signIn.required');
  const found = await findDiscussionFor(ctx.db, discussionId, ctx.actor.personId);
  if (!found) throw new AppError('discussion.notFound');
  return { discussion: found.discussion, person: requireThere(found.member) };
}

/** Ids of all who take part in a discussion now. */
export async function participantsOf(ctx: Ctx, discussionId: string): Promise<Set<string>> {
  const { departmentId } = await requireDiscussion(ctx, discussionId);
  return new Set((await membersOf(ctx.db, departmentId)).map((member) => member.id));
}

/**
 * Changes what everybody of the department sees: locked, so that two presses come one after the other; in one
 * transaction with what follows from it; and told to open pages once it is committed.
 *
 * @param who may do this; `owner`: the work itself looks who acts; `product`: its time has come
 * @param work returns what changes of the discussion itself; null where there is nothing to do any more (the
 *   press came twice, somebody was faster)
 * @throws AppError discussion.notFound, discussion.notMember, discussion.notLeader, and what `work` throws
 */
export async function changeDiscussion(
  ctx: Ctx,
  discussionId: string,
  who: 'member' | 'leader' | 'owner' | 'product',
  work: (tx: Ctx, discussion: Discussion, person: Membership | null) => Promise<DiscussionChange | null>,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const discussion = await lockDiscussion(tx.db, discussionId, 'change');
    if (!discussion) throw new AppError('discussion.notFound');
    const person = await authorised(tx, discussion, who);
    const change = await work(tx, discussion, person);
    if (!change) return;
    await updateDiscussion(tx.db, discussionId, change, true);
    await tellLive(tx.db, liveTopic(discussionId));
  });
}

function authorised(tx: Ctx, discussion: Discussion, who: 'member' | 'leader' | 'owner' | 'product') {
  if (who === 'leader') return requireLeader(tx, discussion);
  if (who === 'member') return requireMember(tx, discussion);
  return null;
}
