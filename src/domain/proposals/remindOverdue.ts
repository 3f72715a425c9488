import { inTransaction } from '../../platform/db/client.ts';
import type { Ctx } from '../context.ts';
import { type ContentOrDrop, type MarkedMessage, recipientsOf } from '../dispatch/index.ts';
import {
  addDays,
  type Day,
  dayOf,
  findPeople,
  hasRole,
  isBusinessDay,
  localeOf,
  mainPost,
  nextWorkingMoment,
  type PersonRow,
  peopleWithRole,
  workingHoursOf,
} from '../people/index.ts';
import type { ProposalOverdueContent } from '../proposalContents.ts';
import { assigneesOfOverdue, countOverdue, overdueProposals, unansweredBetween } from './overdue.store.ts';
import { awaitsAnswer, mondayOf, overdueOf, receiptNumber } from './proposal.rules.ts';
import { notToldLate, tellLate, tellOverdue } from './proposalNotices.ts';
import { lockProposal } from './proposals.store.ts';
import { requestsLateOf } from './requests.store.ts';

/** A server that was down so long does not apologise any more: the promised day is too far away. */
const apologyDays = 14;
/** So many stand in the list. */
const mostListed = 8;

/**
 * Every hour: proposers whose answer is overdue are told so, once for each day that was promised; triagers, and whoever is
 * at work on something overdue, get one quiet list a week.
 */
export async function remindOverdue(ctx: Ctx): Promise<void> {
  const today = dayOf(ctx.clock.now(), ctx.settings);
  const unanswered = await unansweredBetween(ctx.db, addDays(today, -apologyDays), today);
  for (const { id } of await notToldLate(ctx, unanswered)) {
    await inTransaction(ctx, async (tx) => {
      // An answer may have come meanwhile.
      const proposal = await lockProposal(tx.db, id);
      if (proposal && awaitsAnswer(proposal.state) && proposal.answerDueOn < today)
        await tellLate(tx, proposal);
    });
  }
  if (!isBusinessDay(today, ctx.settings) || (await countOverdue(ctx.db, today)) === 0) return;
  const triagers = await peopleWithRole(ctx.db, 'triager');
  const people = [...triagers.map(({ id }) => id), ...(await assigneesOfOverdue(ctx.db, today))];
  await inTransaction(ctx, (tx) => tellOverdue(tx, mondayOf(today), [...new Set(people)]));
}

/** What is overdue now, for each of those who are told. */
export async function loadOverdue(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const people = await findPeople(ctx.db, recipientsOf(messages, 'person'));
  const contents = new Map<string, ContentOrDrop>();
  for (const { id, recipientId } of messages) {
    const person = people.find((one) => one.id === recipientId);
    contents.set(id, person && person.status !== 'left' ? await overdueFor(ctx, person) : { drop: 'left' });
  }
  return contents;
}

async function overdueFor(ctx: Ctx, person: PersonRow): Promise<ContentOrDrop> {
  const now = ctx.clock.now();
  const hours = workingHoursOf(mainPost(person)?.department, ctx.settings);
  const moment = nextWorkingMoment(now, hours, ctx.settings);
  if (moment > now) return { notBefore: moment };
  const today: Day = dayOf(now, ctx.settings);
  const whose = hasRole(person, 'triager') ? {} : { assigneeId: person.id };
  const [proposals, count] = await Promise.all([
    overdueProposals(ctx.db, today, { ...whose, take: mostListed }),
    countOverdue(ctx.db, today, whose.assigneeId),
  ]);
  if (proposals.length === 0) return { drop: 'nothingOverdue' };
  const late = await requestsLateOf(
    ctx.db,
    proposals.map(({ id }) => id),
    today,
  );
  const content: ProposalOverdueContent = {
    card: 'proposalOverdue',
    locale: localeOf(person),
    proposals: proposals.map((proposal) => {
      const { state, answerDueOn, dueOn } = proposal;
      const what = overdueOf(proposal, today) ?? 'request';
      const days = { answer: answerDueOn, stage: dueOn, request: late.get(proposal.id) ?? null };
      return {
        proposalId: proposal.id,
        number: receiptNumber(proposal),
        title: proposal.title,
        state,
        what,
        dueOn: days[what] ?? answerDueOn,
      };
    }),
    more: count - proposals.length,
  };
  return { content };
}
