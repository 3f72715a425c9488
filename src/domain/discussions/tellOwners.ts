import type { Ctx } from '../context.ts';
import { queueMessages, queueUpdates } from '../dispatch/index.ts';
import { findPeople, mainPost, nextWorkingMoment, workingHoursOf } from '../people/index.ts';
import { actionsOf } from './actions.store.ts';
import { discussionPurposes } from './discussionCards.ts';

/**
 * One quiet message to each member whom a discussion gave 取組み, in their working hours; none to who reported it.
 * Where they were told before, what they were told is brought up to date.
 */
export async function tellOwners(tx: Ctx, discussionId: string, leaderId: string | null): Promise<void> {
  const actions = await actionsOf(tx.db, discussionId);
  const ids = new Set(actions.flatMap(({ ownerId }) => (ownerId && ownerId !== leaderId ? [ownerId] : [])));
  const owners = (await findPeople(tx.db, [...ids])).filter(
    (person) => person.status === 'active' && person.entraObjectId !== null,
  );
  const now = tx.clock.now();
  const message = { purpose: discussionPurposes.given, subjectId: discussionId };
  await queueMessages(
    tx,
    { ...message, act: 'send', priority: 'notice', revision: 0 },
    owners.map((owner) => ({
      recipientKind: 'person' as const,
      recipientId: owner.id,
      notBefore: nextWorkingMoment(
        now,
        workingHoursOf(mainPost(owner)?.department, tx.settings),
        tx.settings,
      ),
      alert: false,
    })),
  );
  await queueUpdates(tx, message);
}
