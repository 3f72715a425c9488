import type { Ctx } from '../context.ts';
import { alertsSince, queueMessages } from '../dispatch/index.ts';
import {
  businessDaysBefore,
  dayOf,
  findDepartments,
  instantAt,
  isWorkingMoment,
  monthOf,
  workingHoursOf,
} from '../people/index.ts';
import { findVoices } from '../voices/index.ts';
import { editionDepartments } from './departments.store.ts';
import { type Edition, editionsInState } from './editions.store.ts';
import { peopleToRemind } from './reminders.store.ts';

/** To somebody who has not heard all of the month's voices. Its subject is the edition: there is one at most. */
export const reminderPurpose = 'edition.reminder';

/**
 * Every hour: from some business days before the due day on (settings.discussion.reminderDaysBefore) whoever has not
 * heard all of the month's voices gets one reminder, while their department works.
 */
export async function remindListeners(ctx: Ctx): Promise<void> {
  for (const edition of await editionsInState(ctx.db, 'open')) {
    if (isReminderTime(ctx, edition)) await remindOf(ctx, edition);
  }
}

function isReminderTime(ctx: Ctx, { dueOn, openedAt, opensAt }: Edition): boolean {
  const today = dayOf(ctx.clock.now(), ctx.settings);
  const firstDay = businessDaysBefore(dueOn, ctx.settings.discussion.reminderDaysBefore, ctx.settings);
  // Opened late: on that day the card itself has just come.
  return today >= firstDay && today <= dueOn && today > dayOf(openedAt ?? opensAt, ctx.settings);
}

async function remindOf(ctx: Ctx, edition: Edition): Promise<void> {
  const now = ctx.clock.now();
  const departments = await findDepartments(ctx.db, await editionDepartments(ctx.db, edition.id));
  const atWork = departments.filter((department) =>
    isWorkingMoment(now, workingHoursOf(department, ctx.settings), ctx.settings),
  );
  const voices = await findVoices(ctx.db, edition.voiceIds);
  const live = voices.filter((voice) => voice.state === 'approved');
  if (atWork.length === 0 || live.length === 0) return;
  const personIds = await peopleToRemind(ctx.db, {
    editionId: edition.id,
    purpose: reminderPurpose,
    voiceIds: live.map((voice) => voice.id),
    departmentIds: atWork.map((department) => department.id),
  });
  if (personIds.length === 0) return;
  const monthStart = instantAt(`${monthOf(now, ctx.settings)}-01`, '00:00', ctx.settings);
  const alerts = await alertsSince(ctx.db, monthStart);
  await queueMessages(
    ctx,
    { purpose: reminderPurpose, subjectId: edition.id, act: 'send', priority: 'notice', revision: 0 },
    personIds.map((recipientId) => ({
      recipientKind: 'person' as const,
      recipientId,
      notBefore: now,
      alert: (alerts.get(recipientId) ?? 0) < ctx.settings.dispatch.alertsPerMonth,
    })),
  );
}
