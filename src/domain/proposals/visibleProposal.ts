import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { actingPerson, type PersonRow } from '../people/index.ts';
import { readsProposals } from './proposals.policy.ts';
import { findProposal, type Proposal } from './proposals.store.ts';
import { isProposer } from './proposers.ts';

/** A proposal with who looks at it. */
export interface VisibleProposal {
  proposal: Proposal;
  person: PersonRow;
  /** They sent it, under their name or not. */
  isOwn: boolean;
  /** They read the quality department's side of it. */
  reads: boolean;
}

/**
 * A proposal for the person who acts. What was withdrawn only its proposer and the quality department see, what was
 * handed over only its proposer.
 *
 * @throws AppError signIn.required, proposal.notFound
 */
export async function visibleProposal(ctx: Ctx, proposalId: string): Promise<VisibleProposal> {
  const person = await actingPerson(ctx);
  const proposal = await findProposal(ctx.db, proposalId);
  if (!proposal) throw new AppError('proposal.notFound');
  const isOwn = await isProposer(ctx, proposal, person.id);
  const reads = readsProposals(person);
  if (!maySee(proposal, isOwn, reads)) throw new AppError('proposal.notFound');
  return { proposal, person, isOwn, reads };
}

function maySee(proposal: Proposal, isOwn: boolean, reads: boolean): boolean {
  if (proposal.state === 'referred') return isOwn;
  if (proposal.state === 'withdrawn') return isOwn || reads;
  return true;
}
