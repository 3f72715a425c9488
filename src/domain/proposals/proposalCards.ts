import type { Ctx } from '../context.ts';
import { type ContentOrDrop, type MarkedMessage, recipientsOf } from '../dispatch/index.ts';
import { dayOf, findPeople, localeOf, type PersonRow } from '../people/index.ts';
import type { Content } from '../ports.ts';
import type { ProposalCardContent } from '../proposalContents.ts';
import { isAnswered, overdueOf, receiptNumber } from './proposal.rules.ts';
import { delivered, newsOf, shared } from './proposalNews.ts';
import { proposalPurposes } from './proposalNotices.ts';
import { findProposals, mergeTarget, type Proposal } from './proposals.store.ts';
import { proposalIdsOfThreads } from './proposers.ts';
import { openQuestion, questionAskedBy } from './questions.store.ts';
import { findStep, type ProposalStep } from './steps.store.ts';

/** What the receipts say now. */
export function loadProposalCards(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  return loadForPeople(ctx, messages, (_, proposal, person) => proposalCard(ctx, proposal, localeOf(person)));
}

/** What one message about a step says. */
export function loadProposalNews(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  return loadForPeople(ctx, messages, async (message, told, person) => {
    const locale = localeOf(person);
    const isFollower = message.purpose === proposalPurposes.decision;
    if (isFollower && message.revision === 0) return shared(told, locale);
    const step = await findStep(ctx.db, told.id, message.revision);
    if (!step) return null;
    const news = newsOf(told, step, isFollower ? 'follower' : 'proposer', locale);
    return news && !isFollower ? { ...news, questionId: await openAtStep(ctx, step) } : news;
  });
}

/** What a department's channel says of a decision about one of its own. */
export async function loadDepartmentNews(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const proposals = await findProposals(
    ctx.db,
    messages.map((message) => message.subjectId),
  );
  const contents = new Map<string, ContentOrDrop>();
  for (const message of messages) {
    const proposal = proposals.find((one) => one.id === message.subjectId);
    const step = proposal && (await findStep(ctx.db, proposal.id, message.revision));
    const content = proposal && step ? newsOf(proposal, step, 'department', 'ja') : null;
    contents.set(message.id, content ? { content } : { drop: 'noProposal' });
  }
  return contents;
}

/** A proposal's card as it reads now. */
export async function proposalCard(
  ctx: Ctx,
  proposal: Proposal,
  locale: 'ja' | 'en',
): Promise<ProposalCardContent> {
  const today = dayOf(ctx.clock.now(), ctx.settings);
  const target = await mergeTarget(ctx.db, proposal);
  const question = proposal.state === 'asking' ? await openQuestion(ctx.db, proposal.id) : null;
  return {
    card: 'proposal',
    locale,
    proposalId: proposal.id,
    number: receiptNumber(proposal),
    title: proposal.title,
    state: proposal.state,
    answerDueOn: isAnswered(proposal.state) ? null : proposal.answerDueOn,
    isOverdue: overdueOf(proposal, today) === 'answer',
    delayReason: proposal.delayReason,
    question: question?.words ?? null,
    mergedInto: target && { number: receiptNumber(target), state: target.state },
  };
}

/** The question that a step asked, while nobody has answered it. */
async function openAtStep(ctx: Ctx, { kind, proposalId, at }: ProposalStep): Promise<string | null> {
  if (kind !== 'asked') return null;
  const question = await questionAskedBy(ctx.db, proposalId, at);
  return question?.answeredAt === null ? question.id : null;
}

/** That 回答期限 has passed; dropped where an answer, or another day, was faster. */
export function loadLateNews(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const today = dayOf(ctx.clock.now(), ctx.settings);
  return loadForPeople(ctx, messages, async (_, own, person) => {
    const target = await mergeTarget(ctx.db, own);
    const proposal = target ?? own;
    if (overdueOf(proposal, today) !== 'answer') return null;
    const { delayReason: words } = proposal;
    const to = target ? 'mergedProposer' : 'proposer';
    return { ...shared(proposal, localeOf(person)), to, news: 'late', words };
  });
}

async function loadForPeople(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
  contentFor: (message: MarkedMessage, proposal: Proposal, person: PersonRow) => Promise<Content | null>,
): Promise<Map<string, ContentOrDrop>> {
  const people = await findPeople(ctx.db, recipientsOf(messages, 'person'));
  const ids = await proposalIdsOfThreads(
    ctx,
    messages.map((message) => message.subjectId),
  );
  const proposals = await findProposals(ctx.db, [...ids.values()]);
  const contents = new Map<string, ContentOrDrop>();
  for (const message of messages) {
    const person = people.find((one) => one.id === message.recipientId);
    const proposal = proposals.find((one) => one.id === ids.get(message.subjectId));
    if (!person || !proposal) {
      contents.set(message.id, { drop: 'noProposal' });
      continue;
    }
    const content = person.status === 'left' ? null : await contentFor(message, proposal, person);
    contents.set(message.id, delivered(ctx, message, person, content));
  }
  return contents;
}
