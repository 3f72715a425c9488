import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { audit, type Day, dayOf } from '../people/index.ts';
import { maskWritten } from '../privacy/index.ts';
import { changeProposal } from './changeProposal.ts';
import { isClosed, needsWords, type ProposalState } from './proposal.rules.ts';
import { requireTriager } from './proposals.policy.ts';
import { stepsOf } from './steps.store.ts';

/** States that a triager moves a proposal into by one press; the others have acts of their own. */
export const decisionStates = [
  'checking',
  'considering',
  'on_hold',
  'adopted',
  'in_progress',
  'done',
  'declined',
] as const satisfies readonly ProposalState[];

export interface Decision {
  proposalId: string;
  /** The state in which whoever decides saw it; `open`: any, unless it is over. */
  from: ProposalState | 'open';
  to: (typeof decisionStates)[number];
  /** To the proposer; 見送り and 保留 need them. */
  words: string;
  /** 見送り, 保留: when it will be considered again. */
  reviewOn: Day | null;
}

/**
 * Moves a proposal on: taken up (受付 → 確認中, whoever takes it is at work on it), 検討中, 採用, 対応中, 対応済み, 保留, 見送り;
 * opened again from 見送り or 取下げ. The proposer is told.
 *
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.badState (not in that state any more, or no
 *   such move), proposal.wordsMissing,
 *   input.invalid (a day that is over)
 */
export async function decideProposal(
  ctx: Ctx,
  { proposalId, from, to, words, reviewOn }: Decision,
): Promise<void> {
  if (needsWords(to) && words.trim() === '') throw new AppError('proposal.wordsMissing');
  const { texts } = await maskWritten(ctx.detector, [words.trim()]);
  await changeProposal(ctx, proposalId, async (tx, proposal) => {
    const triager = await requireTriager(tx);
    const said = texts[0] ?? '';
    if (proposal.state === to && (await isSaidBy(tx, proposalId, triager.id, said))) return null;
    // Withdrawn, or decided by a colleague meanwhile: nobody is taken where they did not look.
    const isSeen = from === 'open' ? !isClosed(proposal.state) : proposal.state === from;
    if (!isSeen || proposal.state === to) throw new AppError('proposal.badState', { state: proposal.state });
    // A question is asked, and two proposals are parted, by acts of their own.
    if (proposal.state === 'merged') throw new AppError('proposal.badState', { state: proposal.state });
    if (reviewOn !== null && reviewOn <= dayOf(tx.clock.now(), tx.settings))
      throw new AppError('input.invalid', { names: 'reviewOn' });
    await audit(tx, 'proposals.decideProposal', proposalId, { from: proposal.state, to });
    return {
      kind: 'moved',
      to,
      words: said,
      told: true,
      actorId: triager.id,
      change: {
        reviewOn: needsWords(to) ? reviewOn : null,
        askedFrom: null,
        ...(proposal.assigneeId === null ? { assigneeId: triager.id } : {}),
      },
    };
  });
}

/** Whether this is the press that came twice. */
async function isSaidBy(tx: Ctx, proposalId: string, actorId: string, words: string): Promise<boolean> {
  const last = (await stepsOf(tx.db, proposalId)).findLast(({ kind }) => kind === 'moved');
  return last?.actorId === actorId && last.words === words;
}
