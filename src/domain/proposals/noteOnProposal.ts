import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { audit } from '../people/index.ts';
import { maskWritten } from '../privacy/index.ts';
import { changeProposal } from './changeProposal.ts';
import { requireTriager } from './proposals.policy.ts';
import { stepsOf } from './steps.store.ts';

/**
 * A note among triagers, in the history; the proposer does not see it. The same note twice in a row is one.
 *
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.wordsMissing
 */
export async function noteOnProposal(
  ctx: Ctx,
  { proposalId, words }: { proposalId: string; words: string },
): Promise<void> {
  if (words.trim() === '') throw new AppError('proposal.wordsMissing');
  const { texts } = await maskWritten(ctx.detector, [words.trim()]);
  const note = texts[0] ?? '';
  await changeProposal(ctx, proposalId, async (tx) => {
    const triager = await requireTriager(tx);
    const last = (await stepsOf(tx.db, proposalId)).at(-1);
    if (last?.kind === 'noted' && last.words === note && last.actorId === triager.id) return null;
    await audit(tx, 'proposals.noteOnProposal', proposalId);
    return { kind: 'noted', words: note, told: false, actorId: triager.id };
  });
}
