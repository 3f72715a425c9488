import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { audit, findMembership } from '../people/index.ts';
import { changeDiscussion } from './changeDiscussion.ts';
import { mayLead } from './discussions.policy.ts';

/**
 * Makes somebody leader of the day. Who steers already names one at once. Members propose one, and as soon as a
 * second member agrees (proposes the same person) they lead: nobody takes the chair alone.
 *
 * @throws AppError discussion.notFound, discussion.notMember, discussion.personUnknown where the person has no
 *   post in the department
 */
export async function leadDiscussion(
  ctx: Ctx,
  { discussionId, personId }: { discussionId: string; personId: string },
): Promise<void> {
  await changeDiscussion(ctx, discussionId, 'member', async (tx, discussion, proposer) => {
    const named = await findMembership(tx.db, personId, discussion.departmentId);
    if (!named || named.status === 'left' || !proposer) throw new AppError('discussion.personUnknown');
    if (discussion.leaderId === personId) return null;
    const isAgreed = discussion.candidateId === personId && discussion.candidateById !== proposer.id;
    if (!mayLead(proposer, discussion) && !isAgreed) {
      return { candidateId: personId, candidateById: proposer.id };
    }
    await audit(tx, 'discussions.leadDiscussion', discussionId, { leaderId: personId });
    return { leaderId: personId, candidateId: null, candidateById: null };
  });
}
