import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { actingPerson } from '../people/index.ts';
import { maskWritten } from '../privacy/index.ts';
import { lockProposal } from './proposals.store.ts';
import { isProposer } from './proposers.ts';
import { deleteSupport, saveSupport } from './supports.store.ts';

/**
 * 賛同: adds one's voice to a proposal, with a comment; it is told what becomes of it. Of one that was merged the
 * other one is supported.
 *
 * @throws AppError signIn.required, proposal.notFound, proposal.own
 */
export async function supportProposal(
  ctx: Ctx,
  { proposalId, comment }: { proposalId: string; comment: string },
): Promise<void> {
  const { texts } = await maskWritten(ctx.detector, [comment.trim()]);
  await inTransaction(ctx, async (tx) => {
    const person = await actingPerson(tx);
    const proposal = await lockProposal(tx.db, proposalId);
    if (!proposal || proposal.state === 'referred' || proposal.state === 'withdrawn')
      throw new AppError('proposal.notFound');
    if (proposal.mergedIntoId) return supportProposal(tx, { proposalId: proposal.mergedIntoId, comment });
    if (await isProposer(tx, proposal, person.id)) throw new AppError('proposal.own');
    await saveSupport(tx.db, {
      proposalId,
      personId: person.id,
      comment: texts[0] ?? '',
      at: tx.clock.now(),
    });
  });
}

/** Takes one's support back. @throws AppError signIn.required */
export async function takeSupportBack(ctx: Ctx, proposalId: string): Promise<void> {
  const person = await actingPerson(ctx);
  await deleteSupport(ctx.db, proposalId, person.id);
}
