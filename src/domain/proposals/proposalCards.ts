import type { Ctx } from '../context.ts';
import { type ContentOrDrop, type MarkedMessage, recipientsOf } from '../dispatch/index.ts';
import {
  dayOf,
  findPeople,
  localeOf,
  mainPost,
  nextWorkingMoment,
  type PersonRow,
  workingHoursOf,
} from '../people/index.ts';
import type { Content } from '../ports.ts';
import type { ProposalCardContent, ProposalNewsContent } from '../proposalContents.ts';
import { isAnswered, isClosed, overdueOf, receiptNumber } from './proposal.rules.ts';
import { proposalPurposes } from './proposalNotices.ts';
import { findProposals, mergeTarget, type Proposal } from './proposals.store.ts';
import { proposalIdsOfThreads } from './proposers.ts';
import { openQuestion, questionAskedBy } from './questions.store.ts';
import { findRequests } from './requests.store.ts';
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
  return loadForPeople(ctx, messages, async (message, own, person) => {
    const isMerged = message.purpose === proposalPurposes.mergedStep;
    const told = isMerged ? await mergeTarget(ctx.db, own) : own;
    if (!told) return null;
    const locale = localeOf(person);
    const isFollower = message.purpose === proposalPurposes.decision;
    if (isFollower && message.revision === 0) return shared(told, locale);
    const step = await findStep(ctx.db, told.id, message.revision);
    const to = isMerged ? 'mergedProposer' : isFollower ? 'follower' : 'proposer';
    if (!step) return null;
    const news = newsOf(told, step, to, locale);
    return news && to === 'proposer' ? { ...news, questionId: await openAtStep(ctx, step) } : news;
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
    mergedInto: target && receiptNumber(target),
  };
}

type News = ProposalNewsContent['news'];
const newsOfKind: Partial<Record<ProposalStep['kind'], News>> = {
  moved: 'moved',
  asked: 'asked',
  answered: 'answered',
  merged: 'merged',
  unmerged: 'unmerged',
  delayed: 'delayed',
  published: 'published',
  referred: 'referred',
};

function newsOf(
  proposal: Proposal,
  step: ProposalStep,
  to: ProposalNewsContent['to'],
  locale: 'ja' | 'en',
): ProposalNewsContent | null {
  // What was merged in has no other state for that.
  const news = step.kind === 'merged' && step.to === null ? 'joined' : newsOfKind[step.kind];
  if (!news) return null;
  return {
    card: 'proposalNews',
    locale,
    to,
    proposalId: proposal.id,
    number: receiptNumber(proposal),
    title: proposal.title,
    news,
    // As it was then: what came after has a message of its own.
    state: step.to ?? proposal.state,
    words: to === 'department' ? '' : step.words,
    day: news === 'delayed' ? proposal.answerDueOn : step.to === proposal.state ? proposal.reviewOn : null,
    questionId: null,
  };
}

/** The question that a step asked, while nobody has answered it. */
async function openAtStep(ctx: Ctx, { kind, proposalId, at }: ProposalStep): Promise<string | null> {
  if (kind !== 'asked') return null;
  const question = await questionAskedBy(ctx.db, proposalId, at);
  return question?.answeredAt === null ? question.id : null;
}

function shared(proposal: Proposal, locale: 'ja' | 'en'): ProposalNewsContent {
  return {
    card: 'proposalNews',
    locale,
    to: 'coProposer',
    proposalId: proposal.id,
    number: receiptNumber(proposal),
    title: proposal.title,
    news: 'shared',
    state: proposal.state,
    words: '',
    day: null,
    questionId: null,
  };
}

/** That 回答期限 has passed; dropped where an answer, or another day, was faster. */
export function loadLateNews(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const today = dayOf(ctx.clock.now(), ctx.settings);
  return loadForPeople(ctx, messages, async (_, proposal, person) => {
    if (overdueOf(proposal, today) !== 'answer') return null;
    const { delayReason: words } = proposal;
    return { ...shared(proposal, localeOf(person)), to: 'proposer', news: 'late', words };
  });
}

/** 検討依頼 and its answer. */
export async function loadRequestNews(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const requests = await findRequests(
    ctx.db,
    messages.map((message) => message.subjectId),
  );
  const [proposals, people] = await Promise.all([
    findProposals(
      ctx.db,
      requests.map(({ proposalId }) => proposalId),
    ),
    findPeople(ctx.db, recipientsOf(messages, 'person')),
  ]);
  const contents = new Map<string, ContentOrDrop>();
  for (const message of messages) {
    const request = requests.find(({ id }) => id === message.subjectId);
    const proposal = proposals.find(({ id }) => id === request?.proposalId);
    const person = people.find(({ id }) => id === message.recipientId);
    if (!request || !proposal || !person || person.status === 'left' || isHidden(proposal)) {
      contents.set(message.id, { drop: 'noProposal' });
      continue;
    }
    const isQuestion = message.purpose === proposalPurposes.request;
    if (isQuestion && (request.answeredAt !== null || isClosed(proposal.state))) {
      contents.set(message.id, { drop: 'answered' });
      continue;
    }
    const moment = momentFor(ctx, message, person);
    const content: ProposalNewsContent = {
      ...shared(proposal, localeOf(person)),
      to: isQuestion ? 'answerer' : 'worker',
      news: isQuestion ? 'requested' : 'requestAnswered',
      words: isQuestion ? request.words : (request.answer ?? ''),
      day: isQuestion ? request.dueOn : null,
    };
    contents.set(message.id, moment > ctx.clock.now() ? { notBefore: moment } : { content });
  }
  return contents;
}

function isHidden({ state }: Proposal): boolean {
  return state === 'referred' || state === 'withdrawn';
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
    const moment = momentFor(ctx, message, person);
    if (!content) contents.set(message.id, { drop: person.status === 'left' ? 'left' : 'noProposal' });
    else contents.set(message.id, moment > ctx.clock.now() ? { notBefore: moment } : { content });
  }
  return contents;
}

/** A receipt answers a press at once; what the quality department does is told in working hours. */
function momentFor(ctx: Ctx, { purpose, act }: MarkedMessage, person: PersonRow): Date {
  const now = ctx.clock.now();
  if (act !== 'send' || purpose === proposalPurposes.card) return now;
  return nextWorkingMoment(now, workingHoursOf(mainPost(person)?.department, ctx.settings), ctx.settings);
}
