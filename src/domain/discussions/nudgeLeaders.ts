import { inTransaction } from '../../platform/db/client.ts';
import type { Ctx } from '../context.ts';
import { alertsSince, lostAmong, queueMessages, sendsOf } from '../dispatch/index.ts';
import { type Edition, editionsInState, remindersOffAmong } from '../listening/index.ts';
import {
  type DepartmentRow,
  dayOf,
  findDepartments,
  instantAt,
  isWorkingMoment,
  monthOf,
  type PersonRow,
  peopleOfDepartment,
  workingHoursOf,
} from '../people/index.ts';
import { discussionPurposes } from './discussionCards.ts';
import {
  type Discussion,
  lockDiscussion,
  unfinishedDiscussions,
  updateDiscussion,
} from './discussions.store.ts';
import { isNudgeDue, isNudgeTime, leadersInOrder, type Nudgeable } from './nudge.rules.ts';

/**
 * Every hour: reminds one leader of each department whose discussion was not begun or not reported, while the
 * department works. At most once a week for a department; the others are left alone. Where the app did not reach
 * the one, the next in line is asked instead.
 */
export async function nudgeLeaders(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const monthStart = instantAt(`${monthOf(now, ctx.settings)}-01`, '00:00', ctx.settings);
  const alerts = await alertsSince(ctx.db, monthStart);
  const takeAlert = (personId: string) => {
    const taken = alerts.get(personId) ?? 0;
    const isLeft = taken < ctx.settings.dispatch.alertsPerMonth;
    // Who leads several departments may be reminded of each, and is not rung up for each.
    if (isLeft) alerts.set(personId, taken + 1);
    return isLeft;
  };
  for (const edition of await editionsInState(ctx.db, 'open', 'closed')) {
    if (isTimeFor(ctx, edition)) await nudgeForEdition(ctx, edition.id, takeAlert);
  }
}

function isTimeFor(ctx: Ctx, edition: Edition): boolean {
  const openedOn = dayOf(edition.openedAt ?? edition.opensAt, ctx.settings);
  const today = dayOf(ctx.clock.now(), ctx.settings);
  return isNudgeTime({ openedOn, dueOn: edition.dueOn }, today, ctx.settings);
}

/** Whether a message may alert this person; counts it. */
type TakeAlert = (personId: string) => boolean;

async function nudgeForEdition(ctx: Ctx, editionId: string, takeAlert: TakeAlert): Promise<void> {
  const unfinished = await unfinishedDiscussions(ctx.db, editionId);
  const [departments, missed] = await Promise.all([
    findDepartments(
      ctx.db,
      unfinished.map((one) => one.departmentId),
    ),
    missedNudges(
      ctx,
      unfinished.map((one) => one.id),
    ),
  ]);
  const known = new Map(departments.map((department) => [department.id, department]));
  for (const discussion of unfinished) {
    const department = known.get(discussion.departmentId);
    if (!department || !isAtWork(ctx, department)) continue;
    await nudgeDepartment(ctx, discussion, missed.get(discussion.id) ?? nobodyMissed, takeAlert);
  }
}

function isAtWork(ctx: Ctx, department: DepartmentRow): boolean {
  const hours = workingHoursOf(department, ctx.settings);
  return !department.excluded && isWorkingMoment(ctx.clock.now(), hours, ctx.settings);
}

/** Leaders of a discussion whom a reminder did not reach. */
interface Missed {
  personIds: ReadonlySet<string>;
  /** The newest reminder was one of these: the department has not been reminded. */
  newest: boolean;
}
const nobodyMissed: Missed = { personIds: new Set(), newest: false };

async function missedNudges(ctx: Ctx, discussionIds: readonly string[]): Promise<Map<string, Missed>> {
  const missed = new Map<string, Missed>();
  for (const { subjectId, recipientId, state } of await sendsOf(
    ctx.db,
    discussionPurposes.nudge,
    discussionIds,
  )) {
    const personIds = new Set(missed.get(subjectId)?.personIds);
    const isMissed = state === 'unreachable' || state === 'failed';
    if (isMissed) personIds.add(recipientId);
    else personIds.delete(recipientId);
    missed.set(subjectId, { personIds, newest: isMissed });
  }
  return missed;
}

async function nudgeDepartment(
  ctx: Ctx,
  { id, ...before }: Discussion,
  missed: Missed,
  takeAlert: TakeAlert,
): Promise<void> {
  const now = ctx.clock.now();
  const today = dayOf(now, ctx.settings);
  const isDue = (discussion: Nudgeable) =>
    isNudgeDue(missed.newest ? { ...discussion, nudgedOn: null } : discussion, today, now);
  if (!isDue(before)) return;
  await inTransaction(ctx, async (tx) => {
    const discussion = await lockDiscussion(tx.db, id, 'change');
    // Another replica was faster, or somebody began it.
    if (!discussion || !isDue(discussion)) return;
    const leader = await leaderToNudge(tx, discussion, missed.personIds);
    if (!leader) return;
    await queueMessages(
      tx,
      {
        purpose: discussionPurposes.nudge,
        subjectId: id,
        act: 'send',
        priority: 'notice',
        revision: nudgeRevision(now),
      },
      [{ recipientKind: 'person', recipientId: leader.id, notBefore: now, alert: takeAlert(leader.id) }],
    );
    await updateDiscussion(tx.db, id, { nudgedOn: today }, false);
  });
}

/** Each reminder is a message of its own; updates of the older one count on from it, and stay below the next. */
function nudgeRevision(now: Date): number {
  return Math.floor(now.getTime() / 86_400_000) * 1_000;
}

/** The first in line whom the app reaches and who wants reminders; null where there is nobody. */
async function leaderToNudge(
  ctx: Ctx,
  discussion: Discussion,
  missed: ReadonlySet<string>,
): Promise<PersonRow | null> {
  const people = await peopleOfDepartment(ctx.db, discussion.departmentId);
  const leaders = leadersInOrder(discussion, people).filter(({ id }) => !missed.has(id));
  const ids = leaders.map((leader) => leader.id);
  const [lost, off] = await Promise.all([lostAmong(ctx.db, ids), remindersOffAmong(ctx.db, ids)]);
  return leaders.find(({ id }) => !lost.has(id) && !off.has(id)) ?? null;
}
