import type { Settings } from '../../platform/settings.ts';
import { addBusinessDays, addDays, type CalendarSettings, type Day } from '../people/index.ts';
import type { NudgeAnswer } from '../ports.ts';
import { type DiscussionState, lastReportDay } from './discussion.rules.ts';

/** What a discussion says of reminders. */
export interface Nudgeable {
  state: DiscussionState;
  startedAt: Date | null;
  revealAt: Date | null;
  stepEndsAt: Date | null;
  plannedOn: Day | null;
  snoozedUntil: Day | null;
  nudgedOn: Day | null;
}

type Month = { openedOn: Day; dueOn: Day };
type NudgeSettings = CalendarSettings & Pick<Settings, 'discussion'>;

/** Days between two reminders to one department. */
const nudgeEveryDays = 7;

/** Whether a month is in the days in which leaders are reminded. */
export function isNudgeTime({ openedOn, dueOn }: Month, today: Day, settings: NudgeSettings): boolean {
  const firstDay = addBusinessDays(openedOn, settings.discussion.nudgeAfterDays, settings);
  return today >= firstDay && today <= lastReportDay(dueOn, settings);
}

/**
 * Whether the leader of a department is to be reminded: it was not begun or not reported, nobody said for when it
 * is planned or asked not to be told now, and it is not being held at this moment.
 */
export function isNudgeDue(discussion: Nudgeable, today: Day, now: Date): boolean {
  const { nudgedOn } = discussion;
  if (nudgedOn !== null && today < addDays(nudgedOn, nudgeEveryDays)) return false;
  return nudgeAnswer(discussion, today) === null && !isBeingHeld(discussion, now);
}

/** Why a reminder has nothing to say (any more); null where it has. */
export function nudgeAnswer(
  { state, plannedOn, snoozedUntil }: Pick<Nudgeable, 'state' | 'plannedOn' | 'snoozedUntil'>,
  today: Day,
): NudgeAnswer | null {
  if (state === 'wrapped_up') return { kind: 'reported' };
  if (state === 'skipped') return { kind: 'skipped' };
  if (plannedOn !== null && plannedOn >= today) return { kind: 'planned', day: plannedOn };
  if (snoozedUntil !== null && snoozedUntil > today) return { kind: 'snoozed', day: snoozedUntil };
  return null;
}

/** How long after its start a discussion without a timer may still go on. */
const longestMeetingMs = 3 * 3_600_000;

function isBeingHeld({ startedAt, revealAt, stepEndsAt }: Nudgeable, now: Date): boolean {
  if ([revealAt, stepEndsAt].some((moment) => moment !== null && moment > now)) return true;
  return startedAt !== null && now.getTime() - startedAt.getTime() < longestMeetingMs;
}

interface Candidate {
  id: string;
  employeeNo: string;
  status: string;
  entraObjectId: string | null;
  posts: readonly { departmentId: string; role: string }[];
}

const roleOrder = ['promoter', 'head', 'deputy'];

/**
 * Those who could be reminded, in order; one of them is: the leader of the day, else the promoter, the head, the
 * deputy. Nobody on leave, nobody who has no Teams, nobody who has gone to another department.
 */
export function leadersInOrder<C extends Candidate>(
  discussion: { departmentId: string; leaderId: string | null },
  people: readonly C[],
): C[] {
  const rankOf = (person: C) => {
    const post = person.posts.find((one) => one.departmentId === discussion.departmentId);
    if (!post) return -1;
    return person.id === discussion.leaderId ? 0 : roleOrder.indexOf(post.role) + 1 || -1;
  };
  return people
    .filter((person) => person.status === 'active' && person.entraObjectId !== null)
    .map((person) => ({ person, rank: rankOf(person) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || (a.person.employeeNo < b.person.employeeNo ? -1 : 1))
    .map(({ person }) => person);
}
