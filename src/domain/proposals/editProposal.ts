import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { changeProposal } from './changeProposal.ts';
import { requireProposer } from './proposals.policy.ts';
import { deleteCoProposers, insertCoProposers } from './proposals.store.ts';
import {
  checkFacts,
  maskFacts,
  maskProposal,
  type ProposalFacts,
  type ProposalWords,
} from './sendProposal.ts';

/**
 * Changes a proposal while nobody has begun with it.
 *
 * @throws AppError signIn.required, proposal.notFound, proposal.notProposer, proposal.badState, proposal.empty,
 *   proposal.unknownKey, proposal.personUnknown
 */
export async function editProposal(
  ctx: Ctx,
  input: { proposalId: string; words: ProposalWords; facts: ProposalFacts; kept: string[] },
): Promise<void> {
  const { words } = await maskProposal(ctx, input.words, input.kept);
  const ownFacts = await maskFacts(ctx, input.facts);
  await changeProposal(ctx, input.proposalId, async (tx, proposal) => {
    const person = await requireProposer(tx, proposal);
    if (proposal.state !== 'received') throw new AppError('proposal.badState', { state: proposal.state });
    await checkFacts(tx, person.id, ownFacts);
    const { coProposerIds, ...facts } = ownFacts;
    if (!proposal.anonymous) {
      await deleteCoProposers(tx.db, proposal.id);
      await insertCoProposers(tx.db, proposal.id, coProposerIds);
    }
    return { kind: 'edited', change: { ...words, ...facts }, told: true, actorId: null };
  });
}

/**
 * 取下げ, while nobody has begun with it.
 *
 * @throws AppError signIn.required, proposal.notFound, proposal.notProposer, proposal.badState
 */
export async function withdrawProposal(ctx: Ctx, proposalId: string): Promise<void> {
  await changeProposal(ctx, proposalId, async (tx, proposal) => {
    await requireProposer(tx, proposal);
    if (proposal.state === 'withdrawn') return null;
    return { kind: 'moved', to: 'withdrawn', told: true, actorId: null };
  });
}
