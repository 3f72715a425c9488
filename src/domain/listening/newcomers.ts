import type { Ctx } from '../context.ts';
import { queueMessages, type RecipientKind, retrySettled, unmetAmong } from '../dispatch/index.ts';
import {
  allDepartments,
  concernedPeople,
  findContacts,
  findDepartment,
  findPerson,
  mainPost,
} from '../people/index.ts';
import { departmentsOf } from './audience.rules.ts';
import { findEditionDepartment, insertEditionDepartments } from './departments.store.ts';
import { editionsInState, findEdition } from './editions.store.ts';
import { editionCardBatch } from './openEdition.ts';

/**
 * The bot met a person or channel while an edition is open: they get its card at once, and not a second
 * time. Where the card could not be delivered before (the app was missing), it is tried again.
 */
export async function deliverToNewcomer(
  ctx: Ctx,
  recipient: { recipientKind: RecipientKind; recipientId: string },
): Promise<void> {
  const department = await countedDepartment(ctx, recipient);
  if (!department) return;
  const now = ctx.clock.now();
  for (const edition of await editionsInState(ctx.db, 'open')) {
    if (departmentsOf(edition.audience, [department]).length === 0) continue;
    if (!(await findEditionDepartment(ctx.db, edition.id, department.id))) {
      await insertEditionDepartments(ctx.db, edition.id, [
        { departmentId: department.id, reach: department.reach, targetCount: 0 },
      ]);
    }
    await retrySettled(ctx.db, { subjectId: edition.id, recipientId: recipient.recipientId, now });
    await queueMessages(ctx, { ...editionCardBatch, subjectId: edition.id }, [
      { ...recipient, notBefore: now, alert: false },
    ]);
  }
}

async function countedDepartment(ctx: Ctx, recipient: { recipientKind: RecipientKind; recipientId: string }) {
  if (recipient.recipientKind === 'department') return findDepartment(ctx.db, recipient.recipientId);
  const person = await findPerson(ctx.db, recipient.recipientId);
  return person?.status === 'active' ? mainPost(person)?.department : undefined;
}

/**
 * Before the opening, conversations with everybody whom the bot has not met are opened, so that at the
 * opening each card is one call instead of two. Starting it again goes on where it was.
 */
export async function meetAhead(ctx: Ctx, editionId: string): Promise<void> {
  const edition = await findEdition(ctx.db, editionId);
  if (edition?.state !== 'approved') return;
  const departments = departmentsOf(edition.audience, await allDepartments(ctx.db));
  const concerned = await concernedPeople(
    ctx.db,
    departments.map((department) => department.id),
  );
  const unmet = await unmetAmong(
    ctx.db,
    concerned.map((one) => one.personId),
  );
  const reachable = (await findContacts(ctx.db, unmet)).filter((person) => person.entraObjectId);
  await queueMessages(
    ctx,
    { purpose: 'edition.meeting', subjectId: editionId, act: 'meet', priority: 'notice', revision: 0 },
    reachable.map((person) => ({
      recipientKind: 'person' as const,
      recipientId: person.id,
      notBefore: ctx.clock.now(),
      alert: false,
    })),
  );
}
