import type { Ctx } from '../context.ts';
import { type ContentOrDrop, type MarkedMessage, queueUpdates, recipientsOf } from '../dispatch/index.ts';
import { findEdition } from '../listening/index.ts';
import {
  addBusinessDays,
  dayOf,
  findDepartment,
  findPeople,
  localeOf,
  nextWorkingMoment,
  type PersonRow,
  workingHoursOf,
} from '../people/index.ts';
import type { NudgeAnswer, NudgeContent } from '../ports.ts';
import { lastReportDay } from './discussion.rules.ts';
import { discussionPurposes } from './discussionCards.ts';
import { leadsIn } from './discussions.policy.ts';
import { type Discussion, findDiscussion, findDiscussions } from './discussions.store.ts';
import { nudgeAnswer } from './nudge.rules.ts';

/** Business days that a reminder offers for 「この日に行います」. */
const offeredDays = 10;

/** What reminders to leaders say; what no longer holds is not sent, and nothing outside working hours. */
export async function loadNudges(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const [discussions, people] = await Promise.all([
    findDiscussions(
      ctx.db,
      messages.map((message) => message.subjectId),
    ),
    findPeople(ctx.db, recipientsOf(messages, 'person')),
  ]);
  const contents = new Map<string, ContentOrDrop>();
  for (const message of messages) {
    const discussion = discussions.find((one) => one.id === message.subjectId);
    const person = people.find((one) => one.id === message.recipientId);
    contents.set(message.id, await nudgeOrDrop(ctx, message, discussion, person));
  }
  return contents;
}

async function nudgeOrDrop(
  ctx: Ctx,
  message: MarkedMessage,
  discussion: Discussion | undefined,
  person: PersonRow | undefined,
): Promise<ContentOrDrop> {
  if (!discussion || !person) return { drop: 'noDiscussion' };
  const content = await nudgeOf(ctx, discussion, person);
  if (!content) return { drop: 'noEdition' };
  if (message.act === 'update') return { content };
  if (content.answer) return { drop: content.answer.kind };
  if (person.status !== 'active' || !leadsIn(person, discussion)) return { drop: 'notLeader' };
  const department = await findDepartment(ctx.db, discussion.departmentId);
  const now = ctx.clock.now();
  const hours = workingHoursOf(department ?? undefined, ctx.settings);
  const moment = nextWorkingMoment(now, hours, ctx.settings);
  return moment > now ? { notBefore: moment } : { content };
}

/**
 * The reminder as it reads now, for who pressed one of its buttons.
 *
 * @returns null where there is no such discussion any more
 */
export async function nudgeFor(
  ctx: Ctx,
  discussionId: string,
  person: PersonRow,
): Promise<NudgeContent | null> {
  const discussion = await findDiscussion(ctx.db, discussionId);
  return discussion && nudgeOf(ctx, discussion, person);
}

/**
 * Cards of reminders say what became of them.
 *
 * @param unchangedSince only those that were not brought up to date after this moment
 */
export async function updateNudges(ctx: Ctx, discussionId: string, unchangedSince?: Date): Promise<void> {
  const message = { purpose: discussionPurposes.nudge, subjectId: discussionId };
  await queueUpdates(ctx, message, undefined, unchangedSince && { unchangedSince });
}

async function nudgeOf(ctx: Ctx, discussion: Discussion, person: PersonRow): Promise<NudgeContent | null> {
  const [edition, department] = await Promise.all([
    findEdition(ctx.db, discussion.editionId),
    findDepartment(ctx.db, discussion.departmentId),
  ]);
  if (!edition || !department) return null;
  const today = dayOf(ctx.clock.now(), ctx.settings);
  const lastOn = lastReportDay(edition.dueOn, ctx.settings);
  const over: NudgeAnswer = { kind: 'over' };
  const answer = nudgeAnswer(discussion, today) ?? (today > lastOn ? over : null);
  return {
    card: 'nudge',
    locale: localeOf(person),
    discussionId: discussion.id,
    editionId: edition.id,
    departmentId: department.id,
    department: { ja: department.name, en: department.nameEn },
    month: edition.month,
    dueOn: edition.dueOn,
    lastOn,
    standing: today > edition.dueOn ? 'late' : discussion.state === 'waiting' ? 'notBegun' : 'begun',
    days: daysFrom(ctx, today).filter((day) => day <= lastOn),
    answer: edition.state === 'cancelled' ? over : answer,
  };
}

function daysFrom(ctx: Ctx, today: string): string[] {
  return Array.from({ length: offeredDays }, (_, index) => addBusinessDays(today, index + 1, ctx.settings));
}
