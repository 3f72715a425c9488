import { inTransaction } from '../../platform/db/client.ts';
import type { Ctx } from '../context.ts';
import { type ContentOrDrop, type MarkedMessage, recipientsOf } from '../dispatch/index.ts';
import { remindersOffAmong } from '../listening/index.ts';
import {
  type Day,
  dayOf,
  findDepartments,
  findPeople,
  isBusinessDay,
  localeOf,
  type PersonRow,
  peopleOfDepartment,
} from '../people/index.ts';
import type { RequestsWaitingContent } from '../proposalContents.ts';
import { mondayOf, receiptNumber } from './proposal.rules.ts';
import { delivered } from './proposalNews.ts';
import { tellRequestsWait } from './proposalNotices.ts';
import { answersFor } from './proposals.policy.ts';
import { findProposals, type Proposal } from './proposals.store.ts';
import { type ProposalRequest, requestsOverdue, requestsWaitingFor } from './requests.store.ts';

/** So many stand on one card. */
const mostListed = 5;

/**
 * Every hour: those who lead a department that did not answer a 検討依頼 in time get one quiet list of what waits for
 * them, at most one a week, on business days. Who wants no reminders gets none; triagers see on the board what is overdue.
 */
export async function remindRequests(ctx: Ctx): Promise<void> {
  const today = dayOf(ctx.clock.now(), ctx.settings);
  if (!isBusinessDay(today, ctx.settings)) return;
  const overdue = await requestsOverdue(ctx.db, today);
  const leaderIds = new Set<string>();
  for (const departmentId of new Set(overdue.map((request) => request.departmentId))) {
    for (const person of await peopleOfDepartment(ctx.db, departmentId)) {
      if (person.status === 'active' && answersFor(person, departmentId)) leaderIds.add(person.id);
    }
  }
  if (leaderIds.size === 0) return;
  const off = await remindersOffAmong(ctx.db, [...leaderIds]);
  const reminded = [...leaderIds].filter((id) => !off.has(id));
  await inTransaction(ctx, (tx) => tellRequestsWait(tx, mondayOf(today), reminded));
}

/** What waits for an answer of a person's departments, what is wanted first on top. */
export async function waitingRequests(
  ctx: Ctx,
  person: PersonRow,
): Promise<{ request: ProposalRequest; proposal: Proposal }[]> {
  const ids = person.posts.map(({ departmentId }) => departmentId);
  const requests = await requestsWaitingFor(
    ctx.db,
    ids.filter((departmentId) => answersFor(person, departmentId)),
  );
  const proposals = await findProposals(
    ctx.db,
    requests.map(({ proposalId }) => proposalId),
  );
  return requests.flatMap((request) => {
    const proposal = proposals.find(({ id }) => id === request.proposalId);
    return proposal ? [{ request, proposal }] : [];
  });
}

/** What is still overdue, for each of those who are reminded. */
export async function loadRequestsWaiting(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const people = await findPeople(ctx.db, recipientsOf(messages, 'person'));
  const today = dayOf(ctx.clock.now(), ctx.settings);
  const contents = new Map<string, ContentOrDrop>();
  for (const message of messages) {
    const person = people.find(({ id }) => id === message.recipientId);
    const content = person ? await waitingFor(ctx, person, today) : null;
    contents.set(message.id, delivered(ctx, message, person, content));
  }
  return contents;
}

async function waitingFor(ctx: Ctx, person: PersonRow, today: Day): Promise<RequestsWaitingContent | null> {
  const waiting = await waitingRequests(ctx, person);
  const overdue = waiting.filter(({ request }) => request.dueOn < today);
  if (overdue.length === 0) return null;
  const shown = overdue.slice(0, mostListed);
  const departments = await findDepartments(
    ctx.db,
    shown.map(({ request }) => request.departmentId),
  );
  const nameOf = (id: string) => departments.find((one) => one.id === id);
  return {
    card: 'requestsWaiting',
    locale: localeOf(person),
    requests: shown.map(({ request, proposal }) => ({
      proposalId: proposal.id,
      number: receiptNumber(proposal),
      title: proposal.title,
      department: {
        ja: nameOf(request.departmentId)?.name ?? '',
        en: nameOf(request.departmentId)?.nameEn ?? '',
      },
      dueOn: request.dueOn,
    })),
    more: overdue.length - shown.length,
  };
}
