import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { actingPerson } from '../people/index.ts';
import { findExample, updateExample } from './examples.store.ts';
import { coProposersOf, lockProposal, mergedInto, type Proposal } from './proposals.store.ts';
import { supportersOf } from './supports.store.ts';

/** What somebody is asked about being thanked by name. */
export interface ThanksChoice {
  /** There is an example, and this person may be named in it. */
  isOffered: boolean;
  isNamed: boolean;
}

/**
 * Whether a person may be thanked by name in a proposal's example: whoever sent it, proposes it or supports it. Never who
 * sent it anonymously, because a name beside the proposal would tell.
 */
export async function thanksChoice(ctx: Ctx, proposal: Proposal, personId: string): Promise<ThanksChoice> {
  const example = await findExample(ctx.db, proposal.id);
  if (!example) return { isOffered: false, isNamed: false };
  const merged = await mergedInto(ctx.db, [proposal.id]);
  const all = [proposal, ...merged];
  const ids = all.map(({ id }) => id);
  const involved = [
    ...all.flatMap(({ proposerId }) => proposerId ?? []),
    ...(await coProposersOf(ctx.db, ids)),
    ...(await supportersOf(ctx.db, ids)),
  ];
  return { isOffered: involved.includes(personId), isNamed: example.thanked.includes(personId) };
}

/**
 * Says whether one likes to be thanked by name in the improvement example; only oneself decides it, at any time.
 *
 * @throws AppError signIn.required, proposal.notFound, proposal.exampleMissing, proposal.notProposer
 */
export async function joinThanks(
  ctx: Ctx,
  { proposalId, named }: { proposalId: string; named: boolean },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const person = await actingPerson(tx);
    const proposal = await lockProposal(tx.db, proposalId);
    if (!proposal) throw new AppError('proposal.notFound');
    const example = await findExample(tx.db, proposalId);
    if (!example) throw new AppError('proposal.exampleMissing');
    const { isOffered, isNamed } = await thanksChoice(tx, proposal, person.id);
    if (named && !isOffered) throw new AppError('proposal.notProposer');
    if (isNamed === named) return;
    const others = example.thanked.filter((id) => id !== person.id);
    await updateExample(tx.db, proposalId, { thanked: named ? [...others, person.id] : others });
  });
}
