import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import { dayOf } from '../people/index.ts';
import { type ProposalState, type ProposalStepKind, requireProposalMove, termOf } from './proposal.rules.ts';
import { tellChange } from './proposalNotices.ts';
import { lockProposal, type Proposal, type ProposalChange, updateProposal } from './proposals.store.ts';
import { insertStep } from './steps.store.ts';

/** What an act does to a proposal. */
export interface Change {
  kind: ProposalStepKind;
  /** The state that it comes into; left out where it stays. */
  to?: ProposalState;
  /** Everything else that changes. */
  change?: ProposalChange;
  /** Words of this step. */
  words?: string;
  /** The proposer is told: their card changes, and a message comes. */
  told: boolean;
  /** Null where the proposer did it. */
  actorId: string | null;
}

/**
 * Changes a proposal: locked, so that two presses come one after the other, in one transaction with its line of the
 * history and with what follows from it.
 *
 * @param work looks who acts and decides; null where there is nothing to do any more (the press came twice)
 * @throws AppError proposal.notFound, proposal.badState, and what `work` throws
 */
export async function changeProposal(
  ctx: Ctx,
  proposalId: string,
  work: (tx: Ctx, proposal: Proposal) => Promise<Change | null>,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const proposal = await lockProposal(tx.db, proposalId);
    // What was handed over is its office's business, and nobody else's.
    if (!proposal || proposal.state === 'referred') throw new AppError('proposal.notFound');
    const decided = await work(tx, proposal);
    if (decided) await applyChange(tx, proposal, decided);
  });
}

/** Writes what was decided of a locked proposal. */
export async function applyChange(
  tx: Ctx,
  proposal: Proposal,
  { kind, to, change, words = '', told, actorId }: Change,
): Promise<void> {
  const now = tx.clock.now();
  const moved = to && to !== proposal.state ? moveTo(tx, proposal, to, now) : {};
  await updateProposal(tx.db, proposal.id, { ...moved, ...change }, { now, seen: told });
  const step = {
    id: newId(),
    proposalId: proposal.id,
    at: now,
    kind,
    from: to ? proposal.state : null,
    to: to ?? null,
    actorId,
    words,
    revision: told ? proposal.revision + 1 : null,
  };
  await insertStep(tx.db, step);
  if (told) await tellChange(tx, proposal, step);
}

function moveTo(tx: Ctx, proposal: Proposal, to: ProposalState, now: Date): ProposalChange {
  requireProposalMove(proposal, to);
  return {
    state: to,
    stateSince: now,
    dueOn: termOf(to, dayOf(now, tx.settings), tx.settings),
    // A reason for a delay was that of the state before.
    delayReason: '',
  };
}
