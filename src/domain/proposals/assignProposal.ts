import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { audit, findPerson, hasRole } from '../people/index.ts';
import { changeProposal } from './changeProposal.ts';
import { tellAssigned } from './proposalNotices.ts';
import { requireTriager } from './proposals.policy.ts';
import { countSteps } from './steps.store.ts';

/**
 * Gives a proposal to a triager, or to nobody. Who gets it from somebody else hears of it, by one quiet message.
 *
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.assigneeUnknown
 */
export async function assignProposal(
  ctx: Ctx,
  { proposalId, assigneeId }: { proposalId: string; assigneeId: string | null },
): Promise<void> {
  await changeProposal(ctx, proposalId, async (tx, proposal) => {
    const triager = await requireTriager(tx);
    if (proposal.assigneeId === assigneeId) return null;
    const assignee = assigneeId === null ? null : await findPerson(tx.db, assigneeId);
    if (assigneeId !== null && !(assignee && hasRole(assignee, 'triager')))
      throw new AppError('proposal.assigneeUnknown');
    await audit(tx, 'proposals.assignProposal', proposalId, { assigneeId });
    if (assignee && assignee.id !== triager.id) {
      const times = await countSteps(tx.db, proposalId, 'assigned');
      await tellAssigned(tx, proposalId, { assigneeId: assignee.id, times });
    }
    return {
      kind: 'assigned',
      change: { assigneeId },
      words: assignee?.name ?? '',
      told: false,
      actorId: triager.id,
    };
  });
}
