import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { readersOfOffice, tellOffice } from '../discussions/index.ts';
import { audit } from '../people/index.ts';
import { applyChange } from './changeProposal.ts';
import { idsMergedInto } from './merges.store.ts';
import { requireTriager } from './proposals.policy.ts';
import { lockProposal } from './proposals.store.ts';
import { insertProposalReferral } from './referrals.store.ts';

/**
 * Hands over a proposal that is really a complaint, misconduct or a whistle-blower's report (引継ぎ): from then on only
 * the readers of that office and its proposer see it. Nobody learns who sent an anonymous one.
 *
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.badState, proposal.unknownKey (no such
 *   office), proposal.hasMerged (others were merged into it), referral.noReader
 */
export async function referProposal(
  ctx: Ctx,
  { proposalId, office }: { proposalId: string; office: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const triager = await requireTriager(tx);
    const proposal = await lockProposal(tx.db, proposalId);
    if (!proposal) throw new AppError('proposal.notFound');
    // The press came twice, or somebody was faster: it is where it belongs, or the office passes it on.
    if (proposal.state === 'referred') return;
    if (!Object.hasOwn(tx.settings.offices, office)) throw new AppError('proposal.unknownKey');
    if ((await idsMergedInto(tx.db, [proposalId])).length > 0) throw new AppError('proposal.hasMerged');
    const readers = await readersOfOffice(tx, office, proposal.departmentId);
    if (readers.length === 0) throw new AppError('referral.noReader', { office });
    await applyChange(tx, proposal, { kind: 'referred', to: 'referred', told: true, actorId: triager.id });
    await insertProposalReferral(tx.db, {
      proposalId,
      office,
      referredById: triager.id,
      referredAt: tx.clock.now(),
    });
    await audit(tx, 'proposals.referProposal', proposalId, { office });
    await tellOffice(tx, readers);
  });
}
