import { idFrom } from '../../../platform/ids.ts';
import type { Ctx } from '../../context.ts';
import { type ContentOrDrop, type MarkedMessage, queueMessages } from '../../dispatch/index.ts';
import { dayOf, findPeople, localeOf, nextWorkingMoment, type PersonRow } from '../../people/index.ts';
import { officesOf } from './officeReaders.ts';

/** That something was handed over: says neither what, nor to which office. */
export const referralPurpose = 'referral.waiting';

/** Tells readers of an office quietly that something waits for them; at most once a day. */
export async function tellOffice(tx: Ctx, readers: readonly PersonRow[]): Promise<void> {
  const now = tx.clock.now();
  await queueMessages(
    tx,
    {
      purpose: referralPurpose,
      subjectId: idFrom('referrals', dayOf(now, tx.settings)),
      act: 'send',
      priority: 'notice',
      revision: 0,
    },
    readers.map((reader) => ({
      recipientKind: 'person' as const,
      recipientId: reader.id,
      notBefore: nextWorkingMoment(now, tx.settings.calendar.workingHours, tx.settings),
      alert: false,
    })),
  );
}

export async function loadReferralNotices(
  ctx: Ctx,
  messages: readonly MarkedMessage[],
): Promise<Map<string, ContentOrDrop>> {
  const people = await findPeople(
    ctx.db,
    messages.map((message) => message.recipientId),
  );
  return new Map(
    messages.map((message): [string, ContentOrDrop] => {
      const person = people.find((one) => one.id === message.recipientId);
      const isReader = person && officesOf(person, ctx.settings).length > 0;
      if (!isReader) return [message.id, { drop: 'noReader' }];
      return [
        message.id,
        { content: { card: 'notice', locale: localeOf(person), notice: 'referralWaiting', values: {} } },
      ];
    }),
  );
}
