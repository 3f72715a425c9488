import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import { audit } from '../people/index.ts';
import { maskWritten } from '../privacy/index.ts';
import { changeProposal } from './changeProposal.ts';
import { tellQuestionAnswered } from './proposalNotices.ts';
import { requireProposer, requireTriager } from './proposals.policy.ts';
import type { Proposal } from './proposals.store.ts';
import { closeQuestion, insertQuestion, openQuestion, questionsOf } from './questions.store.ts';

/**
 * 質問: asks the proposer, whoever it is, through the bot.
 *
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.badState, proposal.wordsMissing
 */
export async function askProposer(
  ctx: Ctx,
  { proposalId, words }: { proposalId: string; words: string },
): Promise<void> {
  if (words.trim() === '') throw new AppError('proposal.wordsMissing');
  const { texts } = await maskWritten(ctx.detector, [words.trim()]);
  const question = texts[0] ?? '';
  await changeProposal(ctx, proposalId, async (tx, proposal) => {
    const triager = await requireTriager(tx);
    if (proposal.state === 'asking' && (await openQuestion(tx.db, proposalId))?.words === question)
      return null;
    await insertQuestion(tx.db, {
      id: newId(),
      proposalId,
      askedById: triager.id,
      askedAt: tx.clock.now(),
      words: question,
    });
    await audit(tx, 'proposals.askProposer', proposalId);
    return {
      kind: 'asked',
      to: 'asking',
      words: question,
      told: true,
      actorId: triager.id,
      change: { askedFrom: proposal.state },
    };
  });
}

/**
 * The proposer answers; the proposal goes on where the question came from. The same answer twice is one.
 *
 * @param input.questionId the question that was read; undefined: the one that waits. What answers an earlier one must
 *   not go to the one that came after it.
 * @throws AppError signIn.required, proposal.notFound, proposal.notProposer, proposal.badState,
 *   proposal.answerMissing
 */
export async function answerQuestion(
  ctx: Ctx,
  { proposalId, questionId, words }: { proposalId: string; questionId?: string; words: string },
): Promise<void> {
  if (words.trim() === '') throw new AppError('proposal.answerMissing');
  const { texts } = await maskWritten(ctx.detector, [words.trim()]);
  const answer = texts[0] ?? '';
  await changeProposal(ctx, proposalId, async (tx, proposal) => {
    await requireProposer(tx, proposal);
    const asked = await questionsOf(tx.db, proposalId);
    const question = questionId
      ? asked.find(({ id }) => id === questionId)
      : (asked.findLast(({ answeredAt }) => answeredAt === null) ?? asked.at(-1));
    if (question?.answer === answer) return null;
    if (!question || question.answeredAt !== null)
      throw new AppError('proposal.badState', { state: proposal.state });
    await closeQuestion(tx.db, question.id, answer, tx.clock.now());
    await tellQuestionAnswered(tx, proposal);
    return { kind: 'answered', ...backFrom(proposal), words: answer, told: true, actorId: null };
  });
}

/**
 * Drops a question that nobody answers.
 *
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.badState
 */
export async function dropQuestion(ctx: Ctx, proposalId: string): Promise<void> {
  await changeProposal(ctx, proposalId, async (tx, proposal) => {
    const triager = await requireTriager(tx);
    const question = await openQuestion(tx.db, proposalId);
    if (!question) return null;
    await closeQuestion(tx.db, question.id, null, tx.clock.now());
    await audit(tx, 'proposals.dropQuestion', proposalId);
    return { kind: 'moved', ...backFrom(proposal), told: true, actorId: triager.id };
  });
}

function backFrom({ askedFrom }: Proposal) {
  return { to: askedFrom ?? 'checking', change: { askedFrom: null } } as const;
}
