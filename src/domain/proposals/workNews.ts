import type { Ctx } from '../context.ts';
import { type ContentOrDrop, type MarkedMessage, recipientsOf } from '../dispatch/index.ts';
import { findPeople, localeOf } from '../people/index.ts';
import type { ProposalNewsContent } from '../proposalContents.ts';
import { awaitsAnswer, isClosed } from './proposal.rules.ts';
import { delivered, shared } from './proposalNews.ts';
import { proposalPurposes } from './proposalNotices.ts';
import { findProposals, type Proposal } from './proposals.store.ts';
import { findRequests } from './requests.store.ts';

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
    const content: ProposalNewsContent = {
      ...shared(proposal, localeOf(person)),
      to: isQuestion ? 'answerer' : 'worker',
      news: isQuestion ? 'requested' : 'requestAnswered',
      words: isQuestion ? request.words : (request.answer ?? ''),
      day: isQuestion ? request.dueOn : null,
    };
    contents.set(message.id, delivered(ctx, message, person, content));
  }
  return contents;
}

/**
 * To who is at work on a proposal: that it was given to them, or that the proposer answered. Given on to another one
 * meanwhile, it says nothing.
 */
export async function loadOwnerNews(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const [proposals, people] = await Promise.all([
    findProposals(
      ctx.db,
      messages.map(({ subjectId }) => subjectId),
    ),
    findPeople(ctx.db, recipientsOf(messages, 'person')),
  ]);
  const contents = new Map<string, ContentOrDrop>();
  for (const message of messages) {
    const person = people.find(({ id }) => id === message.recipientId);
    const proposal = proposals.find(({ id }) => id === message.subjectId);
    const isTheirs = proposal && !isHidden(proposal) && proposal.assigneeId === message.recipientId;
    const content: ProposalNewsContent | null =
      isTheirs && person
        ? {
            ...shared(proposal, localeOf(person)),
            to: 'worker',
            news: message.purpose === proposalPurposes.assigned ? 'assigned' : 'questionAnswered',
            day: awaitsAnswer(proposal.state) ? proposal.answerDueOn : null,
          }
        : null;
    contents.set(message.id, delivered(ctx, message, person, content));
  }
  return contents;
}

function isHidden({ state }: Proposal): boolean {
  return state === 'referred' || state === 'withdrawn';
}
