import type { Ctx } from '../context.ts';
import type { ContentOrDrop, MarkedMessage } from '../dispatch/index.ts';
import { mainPost, nextWorkingMoment, type PersonRow, workingHoursOf } from '../people/index.ts';
import type { Content } from '../ports.ts';
import type { ProposalNewsContent } from '../proposalContents.ts';
import { receiptNumber } from './proposal.rules.ts';
import { proposalPurposes } from './proposalNotices.ts';
import type { Proposal } from './proposals.store.ts';
import type { ProposalStep } from './steps.store.ts';

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

export function newsOf(
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
    words: isPrivate(to, news) ? '' : step.words,
    day: news === 'delayed' ? proposal.answerDueOn : step.to === proposal.state ? proposal.reviewOn : null,
    questionId: null,
  };
}

/** A channel reads no words to the proposer; what is asked and answered stays between both. */
function isPrivate(to: ProposalNewsContent['to'], news: News): boolean {
  return to === 'department' || (to === 'mergedProposer' && (news === 'asked' || news === 'answered'));
}

export function shared(proposal: Proposal, locale: 'ja' | 'en'): ProposalNewsContent {
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

/** Said now, or when its reader is at work; dropped where they left, or where there is nothing to say. */
export function delivered(
  ctx: Ctx,
  message: MarkedMessage,
  person: PersonRow | undefined,
  content: Content | null,
): ContentOrDrop {
  if (!person || person.status === 'left') return { drop: person ? 'left' : 'noProposal' };
  if (!content) return { drop: 'noProposal' };
  const moment = momentFor(ctx, message, person);
  return moment > ctx.clock.now() ? { notBefore: moment } : { content };
}

/** A receipt answers a press at once; what the quality department does is told in working hours. */
function momentFor(ctx: Ctx, { purpose, act }: MarkedMessage, person: PersonRow): Date {
  const now = ctx.clock.now();
  if (act !== 'send' || purpose === proposalPurposes.card) return now;
  return nextWorkingMoment(now, workingHoursOf(mainPost(person)?.department, ctx.settings), ctx.settings);
}
