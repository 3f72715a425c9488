import type { Ctx } from '../context.ts';
import { actingPerson } from '../people/index.ts';
import { changedSince, findProposals, type Proposal } from './proposals.store.ts';
import { anonymousProposalsOf } from './proposers.ts';
import { SimilarIndex } from './similarIndex.ts';
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
/** So many rows come at once. */
const batch = 5_000;
/**
 * Transactions end in another order than their changes began: what changed so shortly before the last look is looked
 * at again.
 */
const overlapMs = 60_000;

/** What this process knows of an installation's proposals. */
interface Known {
  index: SimilarIndex;
  /** What the last look found, by id: most of it comes again. '' is not compared. */
  recent: Map<string, string>;
  lastMs: number;
  catchingUp: Promise<void> | null;
}
/** By the queue, of which each app has one for its whole life. */
const knownBy = new WeakMap<object, Known>();

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
  const alike = (await caughtUp(ctx)).mostAlike({ title, body }, shown + spare);
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
  const { id: ownId, title, today, change, effect } = proposal;
  const body = [today, change, effect].join('\n');
  const alike = (await caughtUp(ctx)).mostAlike({ title, body }, shown + spare);
  const proposals = await findProposals(
    ctx.db,
    alike.map(({ id }) => id),
  );
  const others = alike.flatMap(({ id, isProbable }) => {
    const found = proposals.find((one) => one.id === id);
    return found && id !== ownId && isCompared(found) ? [{ proposal: found, probable: isProbable }] : [];
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

async function caughtUp(ctx: Ctx): Promise<SimilarIndex> {
  const known = knownBy.get(ctx.queue) ?? {
    index: new SimilarIndex(),
    recent: new Map(),
    lastMs: 0,
    catchingUp: null,
  };
  knownBy.set(ctx.queue, known);
  // Two who type at once wait for one look.
  known.catchingUp ??= catchUp(ctx, known).finally(() => {
    known.catchingUp = null;
  });
  await known.catchingUp;
  return known.index;
}

async function catchUp(ctx: Ctx, known: Known): Promise<void> {
  const before = known.recent;
  known.recent = new Map();
  let since = new Date(Math.max(0, known.lastMs - overlapMs));
  for (let most = batch; ; ) {
    const rows = await changedSince(ctx.db, since, most);
    for (const row of rows) {
      const words = { title: row.title, body: [row.today, row.change, row.effect].join('\n') };
      known.lastMs = Math.max(known.lastMs, row.changedAt.getTime());
      const held = isCompared(row) ? `${words.title}\n${words.body}` : '';
      known.recent.set(row.id, held);
      if (before.get(row.id) === held) continue;
      if (isCompared(row)) known.index.put({ id: row.id, ...words });
      else known.index.remove(row.id);
    }
    const last = rows.at(-1);
    if (!last || rows.length < most) return;
    // A whole batch of one moment: the next one must be larger to come past it.
    if (last.changedAt.getTime() === since.getTime()) most += batch;
    since = last.changedAt;
  }
}
