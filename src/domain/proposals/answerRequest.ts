import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { actingPerson, audit } from '../people/index.ts';
import { maskWritten } from '../privacy/index.ts';
import { changeProposal } from './changeProposal.ts';
import { tellRequestAnswered } from './proposalNotices.ts';
import { answersFor } from './proposals.policy.ts';
import { answerRequestRow, findRequest } from './requests.store.ts';

/**
 * A department answers what the quality department asked it; whoever is at work on the proposal is told.
 *
 * @throws AppError signIn.required, proposal.notFound (also where the request is of another proposal, or the proposal was
 *   handed over), proposal.notAsked, proposal.wordsMissing
 */
export async function answerRequest(
  ctx: Ctx,
  { proposalId, requestId, words }: { proposalId: string; requestId: string; words: string },
): Promise<void> {
  if (words.trim() === '') throw new AppError('proposal.wordsMissing');
  const { texts } = await maskWritten(ctx.detector, [words.trim()]);
  const answer = texts[0] ?? '';
  await changeProposal(ctx, proposalId, async (tx, proposal) => {
    const person = await actingPerson(tx);
    const request = await findRequest(tx.db, requestId);
    if (request?.proposalId !== proposalId || proposal.state === 'referred' || proposal.state === 'withdrawn')
      throw new AppError('proposal.notFound');
    if (!answersFor(person, request.departmentId)) throw new AppError('proposal.notAsked');
    // The first answer counts: a colleague may have been faster.
    if (request.answeredAt) return null;
    await answerRequestRow(tx.db, requestId, {
      answer,
      answeredById: person.id,
      answeredAt: tx.clock.now(),
    });
    await audit(tx, 'proposals.answerRequest', proposalId, { departmentId: request.departmentId });
    await tellRequestAnswered(tx, requestId, proposal.assigneeId ?? request.askedById);
    return { kind: 'request_answered', words: answer, told: false, actorId: person.id };
  });
}
