import { idFrom } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import { type MessageOrder, queueMessages, queueUpdates, sendsOf } from '../dispatch/index.ts';
import { addDays, type Day, dayOf } from '../people/index.ts';
import { rootsOf } from './merges.store.ts';
import { isDecision, isForDepartment } from './proposal.rules.ts';
import { coProposersOf, mergedInto, type Proposal } from './proposals.store.ts';
import { openMergedThread, proposersOf } from './proposers.ts';
import type { ProposalStep } from './steps.store.ts';
import { supportersOf } from './supports.store.ts';

/** What the bot says of proposals. */
export const proposalPurposes = {
  /** 受付のお知らせ: the card with the state, to who sent it. */
  card: 'proposal.card',
  /** One quiet message for a step; its revision is the proposal's. */
  step: 'proposal.step',
  /** The same, of the proposal that one's own was merged into; the subject is of this message alone. */
  mergedStep: 'proposal.mergedStep',
  /** A decision, to those who proposed with somebody or supported it. */
  decision: 'proposal.decision',
  /** A decision, to the proposer's department in its channel. */
  department: 'proposal.department',
  /** 回答期限 has passed: with the reason, or an apology. */
  late: 'proposal.late',
  /** 検討依頼, to those who lead the department; the subject is the request. */
  request: 'proposal.request',
  /** Its answer, to who is at work on the proposal. */
  requestAnswered: 'proposal.requestAnswered',
  /** What is overdue, to triagers and owners; the subject is the week. */
  overdue: 'proposal.overdue',
  /** 検討依頼 that are overdue, to those who lead the departments; the subject is the week. */
  requestsWait: 'proposal.requestsWait',
  /** A proposal was given to a triager; its revision counts how often it was given. */
  assigned: 'proposal.assigned',
  /** The proposer answered a question: to who is at work on the proposal. */
  questionAnswered: 'proposal.questionAnswered',
} as const;

/** The receipt, to who sent it and to those who propose with them. */
export async function tellReceipt(tx: Ctx, proposal: Proposal): Promise<void> {
  const proposer = (await proposersOf(tx, [proposal])).get(proposal.id);
  if (!proposer) return;
  await queueMessages(
    tx,
    {
      purpose: proposalPurposes.card,
      subjectId: proposer.threadId,
      act: 'send',
      priority: 'notice',
      revision: 0,
    },
    [toPerson(tx, proposer.personId)],
  );
  const others = await coProposersOf(tx.db, [proposal.id]);
  await tell(tx, proposalPurposes.decision, proposal.id, 0, others);
}

/** A step: cards change, and everybody whom it concerns gets one quiet message. */
export async function tellChange(tx: Ctx, proposal: Proposal, step: ProposalStep): Promise<void> {
  const revision = step.revision;
  if (revision === null) return;
  const merged = await mergedInto(tx.db, [proposal.id]);
  const proposers = await proposersOf(tx, [proposal, ...merged]);
  // That proposals come together or part is told of each by itself.
  const isGathering = step.kind === 'merged' || step.kind === 'unmerged';
  for (const [proposalId, { personId, threadId }] of proposers) {
    const isOwn = proposalId === proposal.id;
    await queueUpdates(tx, { purpose: proposalPurposes.card, subjectId: threadId });
    // What one did oneself one need not be told.
    if (isOwn && step.actorId === null) continue;
    if (!isOwn && isGathering) continue;
    if (isOwn) await tell(tx, proposalPurposes.step, threadId, revision, [personId]);
    else {
      // A subject of its own: revisions of two proposals that it was merged into may be the same number.
      const subjectId = await openMergedThread(tx, { proposalId, stepId: step.id });
      await tell(tx, proposalPurposes.mergedStep, subjectId, 0, [personId]);
    }
  }
  const isDecided = step.kind === 'moved' && step.to !== null && isDecision(step.to);
  if (isGathering && step.to !== null) await tellFollowers(tx, proposal, [], revision);
  if (!isDecided) return;
  await tellFollowers(tx, proposal, merged, revision);
  await tellDepartments(tx, [proposal, ...merged], step, revision);
}

/** Those who propose with somebody or support it, each once. */
async function tellFollowers(
  tx: Ctx,
  proposal: Proposal,
  merged: readonly Proposal[],
  revision: number,
): Promise<void> {
  const ids = [proposal.id, ...merged.map(({ id }) => id)];
  // Who sent one anonymously and supports the other is told twice: to be left out would tell who it was.
  const known = new Set([proposal, ...merged].flatMap(({ proposerId }) => proposerId ?? []));
  const followers = [...(await coProposersOf(tx.db, ids)), ...(await supportersOf(tx.db, ids))];
  await tell(
    tx,
    proposalPurposes.decision,
    proposal.id,
    revision,
    [...new Set(followers)].filter((personId) => !known.has(personId)),
  );
}

/** 検討依頼: to those who lead the department. */
export async function tellRequest(tx: Ctx, requestId: string, leaderIds: readonly string[]): Promise<void> {
  await tell(tx, proposalPurposes.request, requestId, 0, leaderIds);
}

/** A department answered. */
export async function tellRequestAnswered(tx: Ctx, requestId: string, personId: string): Promise<void> {
  await tell(tx, proposalPurposes.requestAnswered, requestId, 0, [personId]);
}

/**
 * 回答期限 has passed: once for each day that was promised, also to those whose proposals were merged into it. The card
 * says it too.
 */
export async function tellLate(tx: Ctx, proposal: Proposal): Promise<void> {
  const merged = await mergedInto(tx.db, [proposal.id]);
  const proposers = await proposersOf(tx, [proposal, ...merged]);
  for (const { personId, threadId: subjectId } of proposers.values()) {
    const told = await queueMessages(
      tx,
      {
        purpose: proposalPurposes.late,
        subjectId,
        act: 'send',
        priority: 'notice',
        revision: lateRevision(proposal),
      },
      [toPerson(tx, personId)],
    );
    if (told > 0) await queueUpdates(tx, { purpose: proposalPurposes.card, subjectId });
  }
}

/** Those of these proposals of which somebody was not told yet that the promised day has passed. */
export async function notToldLate(ctx: Ctx, proposals: readonly Proposal[]): Promise<Proposal[]> {
  const merged = await mergedInto(
    ctx.db,
    proposals.map(({ id }) => id),
  );
  const roots = await rootsOf(
    ctx.db,
    merged.map(({ id }) => id),
  );
  const proposers = await proposersOf(ctx, [...proposals, ...merged]);
  const threads = [...proposers.values()].map(({ threadId }) => threadId);
  const sends = await sendsOf(ctx.db, proposalPurposes.late, threads);
  const told = new Set(sends.map(({ subjectId, revision }) => `${subjectId} ${revision}`));
  return proposals.filter((proposal) =>
    [proposal, ...merged.filter(({ id }) => roots.get(id) === proposal.id)].some(({ id }) => {
      const proposer = proposers.get(id);
      return proposer && !told.has(`${proposer.threadId} ${lateRevision(proposal)}`);
    }),
  );
}

/** A day that is promised anew may be missed anew. */
function lateRevision({ answerDueOn }: Proposal): number {
  return Number(answerDueOn.replaceAll('-', ''));
}

/** What is overdue: one quiet list, once a week however often it is asked for. */
export async function tellOverdue(tx: Ctx, monday: Day, personIds: readonly string[]): Promise<void> {
  await tellWeekly(tx, proposalPurposes.overdue, monday, personIds);
}

/** 検討依頼 that wait beyond their day: one quiet list, once a week however often it is asked for. */
export async function tellRequestsWait(tx: Ctx, monday: Day, personIds: readonly string[]): Promise<void> {
  await tellWeekly(tx, proposalPurposes.requestsWait, monday, personIds);
}

/** Who was told on a Friday is left alone on the Monday after it. */
async function tellWeekly(
  tx: Ctx,
  purpose: string,
  monday: Day,
  personIds: readonly string[],
): Promise<void> {
  const subjectOf = (week: Day) => idFrom(purpose, week);
  const weekAgo = addDays(dayOf(tx.clock.now(), tx.settings), -7);
  const told = new Set<string>();
  for (const send of await sendsOf(tx.db, purpose, [subjectOf(addDays(monday, -7))])) {
    if (dayOf(send.createdAt, tx.settings) > weekAgo) told.add(send.recipientId);
  }
  await tell(
    tx,
    purpose,
    subjectOf(monday),
    0,
    personIds.filter((id) => !told.has(id)),
  );
}

/** A triager was given a proposal by somebody else. */
export async function tellAssigned(
  tx: Ctx,
  proposalId: string,
  { assigneeId, times }: { assigneeId: string; times: number },
): Promise<void> {
  await tell(tx, proposalPurposes.assigned, proposalId, times, [assigneeId]);
}

/** The proposer answered: who is at work on it can go on. */
export async function tellQuestionAnswered(tx: Ctx, { id, assigneeId, revision }: Proposal): Promise<void> {
  if (assigneeId) await tell(tx, proposalPurposes.questionAnswered, id, revision, [assigneeId]);
}

/** The department's channel hears when one of its own is 採用 or 対応済み; never of what was sent anonymously. */
async function tellDepartments(
  tx: Ctx,
  proposals: readonly Proposal[],
  step: ProposalStep,
  revision: number,
): Promise<void> {
  if (step.to === null || !isForDepartment(step.to)) return;
  const departments = new Set(proposals.flatMap(({ departmentId }) => departmentId ?? []));
  const { id } = proposals[0] ?? {};
  if (!id || departments.size === 0) return;
  await queueMessages(
    tx,
    { purpose: proposalPurposes.department, subjectId: id, act: 'send', priority: 'notice', revision },
    [...departments].map((recipientId) => ({
      recipientKind: 'department',
      recipientId,
      notBefore: tx.clock.now(),
      alert: false,
    })),
  );
}

async function tell(
  tx: Ctx,
  purpose: string,
  subjectId: string,
  revision: number,
  personIds: readonly string[],
): Promise<void> {
  if (personIds.length === 0) return;
  await queueMessages(
    tx,
    { purpose, subjectId, act: 'send', priority: 'notice', revision },
    personIds.map((personId) => toPerson(tx, personId)),
  );
}

function toPerson(tx: Ctx, recipientId: string): MessageOrder {
  return { recipientKind: 'person', recipientId, notBefore: tx.clock.now(), alert: false };
}
