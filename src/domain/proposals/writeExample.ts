import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { audit } from '../people/index.ts';
import { maskWritten } from '../privacy/index.ts';
import { changeProposal } from './changeProposal.ts';
import { findExample, saveExample } from './examples.store.ts';
import { requireTriager } from './proposals.policy.ts';

export interface ExampleWords {
  title: string;
  /** What it was like for the customer. */
  before: string;
  /** What it is like now. */
  after: string;
}

/**
 * Writes what became of a proposal that is done, as an improvement example (改善事例). Written over, it has to be approved
 * again.
 *
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.badState, proposal.exampleIncomplete
 */
export async function writeExample(
  ctx: Ctx,
  { proposalId, ...words }: ExampleWords & { proposalId: string },
): Promise<void> {
  const written = [words.title.trim(), words.before.trim(), words.after.trim()];
  if (written.includes('')) throw new AppError('proposal.exampleIncomplete');
  const { texts } = await maskWritten(ctx.detector, written);
  const [title = '', before = '', after = ''] = texts;
  await changeProposal(ctx, proposalId, async (tx, proposal) => {
    const triager = await requireTriager(tx);
    if (proposal.state !== 'done' && proposal.state !== 'published')
      throw new AppError('proposal.badState', { state: proposal.state });
    const known = await findExample(tx.db, proposalId);
    if (known && known.title === title && known.before === before && known.after === after) return null;
    await saveExample(tx.db, proposalId, {
      title,
      before,
      after,
      writtenById: triager.id,
      writtenAt: tx.clock.now(),
    });
    await audit(tx, 'proposals.writeExample', proposalId);
    return { kind: 'noted', words: title, told: false, actorId: triager.id };
  });
}
