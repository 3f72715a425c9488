import type { Ctx } from '../context.ts';
import { actingPerson, type Day, dayOf, type PersonRow } from '../people/index.ts';
import { overdueOf } from './proposal.rules.ts';
import { type Proposal, proposalsOf, supportedBy } from './proposals.store.ts';
import { anonymousProposalsOf } from './proposers.ts';
import { waitingRequests } from './remindRequests.ts';
import { countSupports } from './supports.store.ts';

/** A proposal in a list. */
export interface ProposalOverview {
  proposal: Proposal;
  supporters: number;
  overdue: 'answer' | 'stage' | null;
}

/** 「わたしの提案」 */
export interface OwnProposals {
  sent: ProposalOverview[];
  /** Of others, who named this person as proposing with them. */
  together: ProposalOverview[];
  supported: ProposalOverview[];
  /** 検討依頼 that wait for an answer of this person's department. */
  requested: (ProposalOverview & { dueOn: Day; isLate: boolean })[];
}

/**
 * What the person who acts sent (also anonymously), proposes with others, and supports; the newest first.
 *
 * @throws AppError signIn.required
 */
export async function ownProposals(ctx: Ctx): Promise<OwnProposals> {
  const person = await actingPerson(ctx);
  const anonymous = await anonymousProposalsOf(ctx, person.id);
  const [own, supported] = await Promise.all([
    proposalsOf(ctx.db, person.id, anonymous),
    supportedBy(ctx.db, person.id),
  ]);
  const isSent = ({ id, proposerId }: Proposal) => proposerId === person.id || anonymous.includes(id);
  return {
    sent: await overviews(ctx, own.filter(isSent)),
    together: await overviews(
      ctx,
      own.filter((one) => !isSent(one) && isThere(one)),
    ),
    supported: await overviews(ctx, supported.filter(isThere)),
    requested: await requestedOf(ctx, person),
  };
}

async function requestedOf(ctx: Ctx, person: PersonRow): Promise<OwnProposals['requested']> {
  const waiting = await waitingRequests(ctx, person);
  const found = await overviews(
    ctx,
    waiting.map(({ proposal }) => proposal),
  );
  const today = dayOf(ctx.clock.now(), ctx.settings);
  return found.map((overview, index) => {
    const dueOn = waiting[index]?.request.dueOn ?? overview.proposal.answerDueOn;
    return { ...overview, dueOn, isLate: dueOn < today };
  });
}

function isThere({ state }: Proposal): boolean {
  return state !== 'referred' && state !== 'withdrawn';
}

/** Proposals as a list shows them, in their order. */
export async function overviews(ctx: Ctx, proposals: readonly Proposal[]): Promise<ProposalOverview[]> {
  const today = dayOf(ctx.clock.now(), ctx.settings);
  const supporters = await countSupports(
    ctx.db,
    proposals.map(({ id }) => id),
  );
  return proposals.map((proposal) => ({
    proposal,
    supporters: supporters.get(proposal.id) ?? 0,
    overdue: overdueOf(proposal, today),
  }));
}
