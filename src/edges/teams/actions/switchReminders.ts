import type { Ctx } from '../../../domain/context.ts';
import { chooseReminders, reminderChoiceOf } from '../../../domain/listening/index.ts';
import type { Content } from '../../../domain/ports.ts';
import type { Press } from './openPage.ts';

/** Switches reminders for who pressed, whomever the card was sent to. */
export function switchReminders(wanted: boolean): (ctx: Ctx, press: Press) => Promise<Content> {
  return async (ctx, { person }) => {
    await chooseReminders(ctx, wanted);
    return reminderChoiceOf(ctx, person);
  };
}
