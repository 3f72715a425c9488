import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { audit, requireRole } from '../people/index.ts';
import { applyChange } from './changeProposal.ts';
import { findExample, updateExample } from './examples.store.ts';
import { lockProposal } from './proposals.store.ts';

/**
 * A second person reads an improvement example and releases it: 社内公開 for everybody of the company (the proposal is
 * 公表 from then on, and its proposer is told), 社外公表 for the public, by an approval of its own.
 *
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.exampleMissing, proposal.samePerson,
 *   proposal.badState (社外 before 社内)
 */
export async function approveExample(
  ctx: Ctx,
  { proposalId, reach }: { proposalId: string; reach: 'internal' | 'public' },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const approver = await requireRole(tx, 'approver');
    const proposal = await lockProposal(tx.db, proposalId);
    if (!proposal) throw new AppError('proposal.notFound');
    const example = await findExample(tx.db, proposalId);
    if (!example) throw new AppError('proposal.exampleMissing');
    if (reach === 'internal' ? example.internalAt : example.publicAt) return;
    if (example.writtenById === approver.id) throw new AppError('proposal.samePerson');
    if (reach === 'public' && !example.internalAt)
      throw new AppError('proposal.badState', { state: proposal.state });
    const now = tx.clock.now();
    await updateExample(
      tx.db,
      proposalId,
      reach === 'internal'
        ? { internalById: approver.id, internalAt: now }
        : { publicById: approver.id, publicAt: now },
    );
    await audit(tx, 'proposals.approveExample', proposalId, { reach });
    const isNews = reach === 'internal' && proposal.state !== 'published';
    await applyChange(tx, proposal, {
      kind: isNews ? 'published' : 'noted',
      ...(isNews ? { to: 'published' } : {}),
      told: isNews,
      actorId: approver.id,
    });
  });
}
