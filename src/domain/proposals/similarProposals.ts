import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '../context.ts';
import { actingPerson } from '../people/index.ts';
import type {
  ProposalQuery,
  ProposalSearch,
  ProposalToCompare,
  RankedProposal,
} from '../similarity/index.ts';
import { type ChangePlace, changedAfter, findProposals, type Proposal } from './proposals.store.ts';
import { anonymousProposalsOf } from './proposers.ts';
import { stepsOf } from './steps.store.ts';
import { countSupports, supportedAmong } from './supports.store.ts';

/** One that is like what somebody writes. */
export interface SimilarProposal {
  proposal: Proposal;
  /** The quality department's last words of a decision; ''. */
  answer: string;
  supporters: number;
  probable: boolean;
  /** The person who asks supports it. */
  supported: boolean;
}

/** So many are shown. */
const shown = 3;
/** Own ones are left out; so many more are looked at. */
const spare = 12;
/** What is less alike shares nothing at all: twins in quite other words lie just above, and who writes judges. */
const least = 0.005;
/** So many rows come at once. */
const batch = 500;
/** Before every id. */
const firstId = '00000000-0000-0000-0000-000000000000';
/** After a start all proposals are read: whoever asks meanwhile waits so long, then has an answer of what was read. */
const patienceMs = 5_000;
/**
 * Transactions end in another order than their changes began: what changed so shortly before the last look is looked
 * at again.
 */
const overlapMs = 60_000;

/** What this process has put into its search. */
interface Known {
  /** What the last look found, by id: most of it comes again. '' is not compared. */
  recent: Map<string, string>;
  lastMs: number;
  losses: number;
  catchingUp: Promise<void> | null;
}
/** By the search, of which each app has one for its whole life. */
const knownBy = new WeakMap<ProposalSearch, Known>();

/**
 * The proposals of others most like what somebody is writing, the nearest first. What is written is neither kept nor
 * logged.
 *
 * @throws AppError signIn.required
 */
export async function similarProposals(
  ctx: Ctx,
  { title, body }: { title: string; body: string },
): Promise<SimilarProposal[]> {
  const person = await actingPerson(ctx);
  const alike = await mostAlike(ctx, { title, body });
  const [proposals, anonymous] = await Promise.all([
    findProposals(
      ctx.db,
      alike.map(({ id }) => id),
    ),
    anonymousProposalsOf(ctx, person.id),
  ]);
  const others = alike.flatMap(({ id, isProbable }) => {
    const proposal = proposals.find((one) => one.id === id);
    const isOwn = proposal?.proposerId === person.id || anonymous.includes(id);
    return proposal && !isOwn && isCompared(proposal) ? [{ proposal, probable: isProbable }] : [];
  });
  return described(ctx, person.id, others.slice(0, shown));
}

/** The proposals most like this one, the nearest first: for whoever looks whether it means the same. */
export async function alikeTo(ctx: Ctx, proposal: Proposal, personId: string): Promise<SimilarProposal[]> {
  const alike = await mostAlike(ctx, comparedOf(proposal));
  const proposals = await findProposals(
    ctx.db,
    alike.map(({ id }) => id),
  );
  const others = alike.flatMap(({ id, isProbable }) => {
    const found = proposals.find((one) => one.id === id);
    return found && isCompared(found) ? [{ proposal: found, probable: isProbable }] : [];
  });
  return described(ctx, personId, others.slice(0, shown));
}

async function described(
  ctx: Ctx,
  personId: string,
  found: readonly { proposal: Proposal; probable: boolean }[],
): Promise<SimilarProposal[]> {
  const ids = found.map(({ proposal }) => proposal.id);
  const [supporters, supported] = await Promise.all([
    countSupports(ctx.db, ids),
    supportedAmong(ctx.db, personId, ids),
  ]);
  return Promise.all(
    found.map(async ({ proposal, probable }) => ({
      proposal,
      probable,
      answer: await answerTo(ctx, proposal.id),
      supporters: supporters.get(proposal.id) ?? 0,
      supported: supported.has(proposal.id),
    })),
  );
}

/** Words with which it was last moved on; what colleagues read on its page too. */
async function answerTo(ctx: Ctx, proposalId: string): Promise<string> {
  const steps = await stepsOf(ctx.db, proposalId);
  return steps.findLast((step) => step.kind === 'moved' && step.words !== '')?.words ?? '';
}

/** What was merged lives on in the other one. */
function isCompared({ state }: Pick<Proposal, 'state'>): boolean {
  return state !== 'withdrawn' && state !== 'referred' && state !== 'merged';
}

async function mostAlike(ctx: Ctx, query: ProposalQuery): Promise<RankedProposal[]> {
  await caughtUp(ctx);
  const ranked = await ctx.proposalSearch.rank(query, { top: shown + spare });
  return ranked.filter(({ score }) => score >= least);
}

async function caughtUp(ctx: Ctx): Promise<void> {
  const losses = ctx.proposalSearch.losses();
  let known = knownBy.get(ctx.proposalSearch);
  if (known?.losses !== losses) {
    known = { recent: new Map(), lastMs: 0, losses, catchingUp: null };
    knownBy.set(ctx.proposalSearch, known);
  }
  // Two who type at once wait for one look.
  known.catchingUp ??= catchUp(ctx, known).finally(() => {
    known.catchingUp = null;
  });
  await Promise.race([known.catchingUp, sleep(patienceMs, undefined, { ref: false })]);
}

async function catchUp(ctx: Ctx, known: Known): Promise<void> {
  const before = known.recent;
  known.recent = new Map();
  let after: ChangePlace = { changedAt: new Date(Math.max(0, known.lastMs - overlapMs)), id: firstId };
  for (;;) {
    const rows = await changedAfter(ctx.db, after, batch);
    await bring(ctx.proposalSearch, rows, before, known);
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last;
  }
}

/** Takes what is new of these rows into the search. */
async function bring(
  search: ProposalSearch,
  rows: Awaited<ReturnType<typeof changedAfter>>,
  before: ReadonlyMap<string, string>,
  known: Known,
): Promise<void> {
  const changed: ProposalToCompare[] = [];
  const gone: string[] = [];
  for (const row of rows) {
    const compared = comparedOf(row);
    const held = isCompared(row) ? JSON.stringify(compared) : '';
    known.recent.set(row.id, held);
    known.lastMs = Math.max(known.lastMs, row.changedAt.getTime());
    if (before.get(row.id) === held) continue;
    if (isCompared(row)) changed.push(compared);
    else gone.push(row.id);
  }
  if (changed.length > 0) await search.put(changed);
  if (gone.length > 0) await search.remove(gone);
}

/** What a proposal is compared by. */
function comparedOf(
  proposal: Pick<
    Proposal,
    'id' | 'title' | 'today' | 'change' | 'effect' | 'lineOfBusiness' | 'process' | 'ownerDepartmentId'
  >,
): ProposalToCompare {
  const { id, title, today, change, effect, lineOfBusiness, process, ownerDepartmentId } = proposal;
  return {
    id,
    title,
    body: [today, change, effect].join('\n'),
    lineOfBusiness: lineOfBusiness ?? undefined,
    process: process || undefined,
    owner: ownerDepartmentId ?? undefined,
  };
}
