import { inTransaction } from '../../platform/db/client.ts';
import type { Ctx } from '../context.ts';
import { actingPerson, localeOf, type PersonRow } from '../people/index.ts';
import type { ReminderChoiceContent } from '../ports.ts';
import { editionsInState } from './editions.store.ts';
import { updateReminder } from './reminderCards.ts';
import { remindersOffAmong, saveReminderChoice } from './reminders.store.ts';

/**
 * Switches reminders off or on for the person who acts: the one before the due day, and those to leaders. Nobody
 * else sees the choice; no line in the 操作ログ.
 *
 * @throws AppError signIn.required
 */
export async function chooseReminders(ctx: Ctx, wanted: boolean): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const person = await actingPerson(tx);
    await saveReminderChoice(tx.db, person.id, wanted);
    for (const edition of await editionsInState(tx.db, 'open'))
      await updateReminder(tx, edition.id, person.id);
  });
}

/** What the person wants now; reminders come where nobody chose. */
export async function reminderChoiceOf(ctx: Ctx, person: PersonRow): Promise<ReminderChoiceContent> {
  const off = await remindersOffAmong(ctx.db, [person.id]);
  return {
    card: 'reminderChoice',
    locale: localeOf(person),
    personId: person.id,
    wanted: !off.has(person.id),
  };
}
