import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { audit, type Day, dayOf } from '../people/index.ts';
import { maskWritten } from '../privacy/index.ts';
import { changeProposal } from './changeProposal.ts';
import { awaitsAnswer } from './proposal.rules.ts';
import { requireTriager } from './proposals.policy.ts';

/**
 * Moves the day of the answer (回答期限), and tells the proposer why.
 *
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.badState (answered already),
 *   proposal.wordsMissing, input.invalid (a day that is over)
 */
export async function delayProposal(
  ctx: Ctx,
  { proposalId, words, answerDueOn }: { proposalId: string; words: string; answerDueOn: Day },
): Promise<void> {
  if (words.trim() === '') throw new AppError('proposal.wordsMissing');
  const { texts } = await maskWritten(ctx.detector, [words.trim()]);
  const reason = texts[0] ?? '';
  await changeProposal(ctx, proposalId, async (tx, proposal) => {
    const triager = await requireTriager(tx);
    if (!awaitsAnswer(proposal.state)) throw new AppError('proposal.badState', { state: proposal.state });
    if (proposal.answerDueOn === answerDueOn && proposal.delayReason === reason) return null;
    if (answerDueOn <= dayOf(tx.clock.now(), tx.settings))
      throw new AppError('input.invalid', { names: 'answerDueOn' });
    await audit(tx, 'proposals.delayProposal', proposalId, { from: proposal.answerDueOn, to: answerDueOn });
    return {
      kind: 'delayed',
      change: { answerDueOn, delayReason: reason },
      words: reason,
      told: true,
      actorId: triager.id,
    };
  });
}
