import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { audit } from '../people/index.ts';
import { applyChange, type Change, changeProposal } from './changeProposal.ts';
import { lockMerges, rootOf } from './merges.store.ts';
import { isClosed } from './proposal.rules.ts';
import { requireTriager } from './proposals.policy.ts';
import { lockProposal, type Proposal } from './proposals.store.ts';

/**
 * 重複(統合): finds a proposal to be the same as another one. Its proposer, co-proposers, supporters and comments come
 * along by following `mergedIntoId`: no row moves, so that `unmergeProposal` parts them exactly. Of one that was merged
 * itself, the last of the chain is meant.
 *
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.badState, proposal.badTarget (itself, one that
 *   was merged into it, or a closed one)
 */
export async function mergeProposals(
  ctx: Ctx,
  { proposalId, intoId }: { proposalId: string; intoId: string },
): Promise<void> {
  await inTransaction(ctx, async (merging) => {
    // Two that are merged into each other at the same time would go round in a circle.
    await lockMerges(merging.db);
    await changeProposal(merging, proposalId, (tx, proposal) => mergeInto(tx, proposal, intoId));
  });
}

async function mergeInto(tx: Ctx, proposal: Proposal, intoId: string): Promise<Change | null> {
  const triager = await requireTriager(tx);
  const rootId = await rootOf(tx.db, intoId);
  if (rootId === null) throw new AppError('proposal.notFound');
  if (proposal.state === 'merged' && (await rootOf(tx.db, proposal.id)) === rootId) return null;
  if (rootId === proposal.id) throw new AppError('proposal.badTarget');
  const root = await lockProposal(tx.db, rootId);
  // Of one that is closed nobody would hear an answer any more.
  if (!root || isClosed(root.state)) throw new AppError('proposal.badTarget');
  const actorId = triager.id;
  // Before they belong together: whoever is merged in gets a message of their own.
  // Somebody has begun with it now: it cannot be withdrawn or rewritten under those who were merged into it.
  const to = root.state === 'received' ? 'checking' : root.state;
  await applyChange(tx, root, { kind: 'merged', to, told: true, actorId });
  await audit(tx, 'proposals.mergeProposals', proposal.id, { intoId: rootId });
  return { kind: 'merged', to: 'merged', told: true, actorId, change: { mergedIntoId: rootId } };
}

/**
 * Parts a proposal from the one that it was merged into; what had been merged into it stays with it.
 *
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.badState
 */
export async function unmergeProposal(ctx: Ctx, proposalId: string): Promise<void> {
  await changeProposal(ctx, proposalId, async (tx, proposal) => {
    const triager = await requireTriager(tx);
    if (proposal.mergedIntoId === null) return null;
    await audit(tx, 'proposals.unmergeProposal', proposalId, { from: proposal.mergedIntoId });
    return {
      kind: 'unmerged',
      to: 'checking',
      told: true,
      actorId: triager.id,
      change: { mergedIntoId: null },
    };
  });
}
