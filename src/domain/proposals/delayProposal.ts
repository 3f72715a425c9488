import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { addDays, audit, type Day, dayOf } from '../people/index.ts';
import { maskWritten } from '../privacy/index.ts';
import { changeProposal } from './changeProposal.ts';
import { awaitsAnswer, lastSetDay } from './proposal.rules.ts';
import { requireTriager } from './proposals.policy.ts';

/**
 * Moves the day of the answer (回答期限), and tells the proposer why.
 *
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.badState (answered already),
 *   proposal.wordsMissing, proposal.badDay (before the one that was promised, or too far)
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
    const today = dayOf(tx.clock.now(), tx.settings);
    const tomorrow = addDays(today, 1);
    const first = proposal.answerDueOn > tomorrow ? proposal.answerDueOn : tomorrow;
    const last = lastSetDay(today);
    if (answerDueOn < first || answerDueOn > last) throw new AppError('proposal.badDay', { first, last });
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
