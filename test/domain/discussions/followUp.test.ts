import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  answerEffect,
  askEffects,
  closeAction,
  leadDiscussion,
  listDiscussions,
  ownActions,
  wrapUp,
} from '../../../src/domain/discussions/index.ts';
import { closeEdition, openDueEditions } from '../../../src/domain/listening/index.ts';
import { cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import type { PersonName } from '../../support/company.ts';
import { discussionOf, pageOf, queuedTo, waitingMonth } from '../../support/discussions.ts';
import { approvedEdition } from '../../support/editions.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const at = (t: TestApp, moment: string) => t.clock.set(`${moment}:00+09:00`);
const silent = () => openTestApp({ working: false });

/** 榎 reports the discussion of the motor centre, with an action for each of these; the actions' ids. */
async function reported(t: TestApp, owners: (PersonName | null)[], now = '2026-12-08T10:00') {
  const editionId = await waitingMonth(t, 'motor');
  at(t, now);
  const { id: discussionId } = await discussionOf(t, editionId, 'motor');
  const actions = owners.map((owner, index) => ({
    id: randomUUID(),
    text: `次回のご連絡日をお伝えする ${index + 1}`,
    ownerId: owner && t.people[owner].id,
    dueOn: '2026-12-25',
  }));
  const report = {
    discussionId,
    understood: '次の連絡の日が分かると、安心される。',
    participants: 12,
    heldOn: '2026-12-08',
    actions,
  };
  await wrapUp(t.as('enoki'), report);
  return { editionId, discussionId, report, ids: actions.map(({ id }) => id) };
}

const ownIds = async (t: TestApp, who: PersonName) =>
  (await ownActions(t.as(who), t.people[who])).actions.map((one) => [one.actionId, one.doneOn]);

describe('who was given an action', () => {
  it('is told once, quietly, in working hours; who reported it is not told', async () => {
    const t = await silent();
    const { report } = await reported(t, ['sena', 'sena', 'enoki', 'kishimoto', null], '2026-12-08T18:30');
    expect(await queuedTo(t, 'discussion.given')).toEqual([t.people.sena.name]);
    const message = await t.ctx.db.outgoingMessage.findFirst({ where: { purpose: 'discussion.given' } });
    expect(message).toMatchObject({ alert: false, notBefore: new Date('2026-12-09T09:00:00+09:00') });
    await wrapUp(t.as('enoki'), { ...report, understood: '連絡の日が大切です。' });
    expect(await queuedTo(t, 'discussion.given')).toHaveLength(1);
  });

  it('reads what it is and closes it there', async () => {
    const t = await openTestApp();
    await reported(t, ['sena']);
    await t.settled();
    const words = t.stub
      .messagesOf(t.people.sena.entraObjectId ?? '')
      .flatMap(({ activity }) => visibleWords(cardOf(activity)));
    expect(words).toContain('取組みのご担当をお願いします');
    expect(words).toContain('次回のご連絡日をお伝えする 1');
    expect(words).toContain('完了にする');
  });
});

describe('an action', () => {
  it('is closed by its owner, once however often it is pressed, and opened again after a slip', async () => {
    const t = await silent();
    const [id = ''] = (await reported(t, ['sena'])).ids;
    await Promise.all([1, 2, 3].map(() => closeAction(t.as('sena'), { actionId: id, done: true })));
    expect(await ownIds(t, 'sena')).toEqual([[id, '2026-12-08']]);
    at(t, '2026-12-09T10:00');
    await closeAction(t.as('sena'), { actionId: id, done: true });
    // Closed yesterday: not on the list any more, and its day stays the first.
    expect(await ownIds(t, 'sena')).toEqual([]);
    expect((await t.ctx.db.discussionAction.findUnique({ where: { id } }))?.doneOn).toEqual(
      new Date('2026-12-08'),
    );
    await closeAction(t.as('sena'), { actionId: id, done: false });
    expect(await ownIds(t, 'sena')).toEqual([[id, null]]);
  });

  it('is closed by who leads the department, and by nobody else', async () => {
    const t = await silent();
    const [id = ''] = (await reported(t, ['sena'])).ids;
    await expect(closeAction(t.as('tokita'), { actionId: id, done: true })).rejects.toThrow(
      'discussion.notOwner',
    );
    await expect(closeAction(t.as('shiomi'), { actionId: id, done: true })).rejects.toThrow(
      'discussion.notOwner',
    );
    await closeAction(t.as('mizusawa'), { actionId: id, done: true });
    await expect(closeAction(t.as('sena'), { actionId: randomUUID(), done: true })).rejects.toThrow(
      'discussion.unknownKey',
    );
  });

  it('stays its owner’s after they moved to another department', async () => {
    const t = await silent();
    const [id = ''] = (await reported(t, ['sena'])).ids;
    await t.ctx.db.post.updateMany({
      where: { personId: t.people.sena.id },
      data: { departmentId: t.departments.minato.id },
    });
    await closeAction(t.as('sena'), { actionId: id, done: true });
    expect(await ownIds(t, 'sena')).toEqual([[id, '2026-12-08']]);
  });

  it('that is open comes up in next month’s guide, where this month’s leader of the day closes it', async () => {
    const t = await silent();
    const { editionId, ids } = await reported(t, ['sena']);
    await closeEdition(t.ctx, editionId);
    at(t, '2027-01-04T09:30');
    const january = await approvedEdition(t, {
      month: '2027-01',
      voices: ['oneWord'],
      audience: { departments: ['CL-AUTO1'] },
    });
    await openDueEditions(t.ctx);
    const [choice] = await listDiscussions(t.as('tokita'), january);
    const discussionId = choice?.discussionId ?? '';
    await leadDiscussion(t.as('enoki'), { discussionId, personId: t.people.tokita.id });
    const open = (await pageOf(t, 'tokita', discussionId)).leading?.openActions ?? [];
    expect(open.map(({ action, month }) => [action.id, month])).toEqual([[ids[0], '2026-12']]);
    await closeAction(t.as('tokita'), { actionId: ids[0] ?? '', done: true, seenIn: discussionId });
    expect((await pageOf(t, 'tokita', discussionId)).leading?.openActions).toEqual([]);
  });
});

describe('three months after an action was done', () => {
  const doneOnDecember8 = async (t: TestApp, ...owners: PersonName[]) => {
    const { ids } = await reported(t, owners);
    for (const [index, owner] of owners.entries())
      await closeAction(t.as(owner), { actionId: ids[index] ?? '', done: true });
    return ids;
  };
  const asked = (t: TestApp) => queuedTo(t, 'discussion.effect');
  const askAt = async (t: TestApp, moment: string) => {
    at(t, moment);
    await askEffects(t.ctx);
  };

  it('its owner is asked once whether it worked, in working hours', async () => {
    const t = await silent();
    const [id = ''] = await doneOnDecember8(t, 'sena');
    await askAt(t, '2027-03-05T10:05');
    await askAt(t, '2027-03-08T08:05');
    expect(await asked(t)).toEqual([]);
    await askAt(t, '2027-03-08T10:05');
    await Promise.all([askEffects(t.ctx), askAt(t, '2027-03-09T10:05')]);
    expect(await asked(t)).toEqual([t.people.sena.name]);
    for (const _press of [1, 2, 3]) await answerEffect(t.as('sena'), { actionId: id, effect: 'partly' });
    expect((await t.ctx.db.discussionAction.findUnique({ where: { id } }))?.effect).toBe('partly');
    await expect(answerEffect(t.as('enoki'), { actionId: id, effect: 'no' })).rejects.toThrow(
      'discussion.notOwner',
    );
  });

  it('an owner who left is not asked, nor anybody in their place; one on leave when they are back', async () => {
    const t = await silent();
    await doneOnDecember8(t, 'sena', 'tokita');
    await t.ctx.db.person.update({ where: { id: t.people.sena.id }, data: { status: 'left' } });
    await t.ctx.db.person.update({ where: { id: t.people.tokita.id }, data: { status: 'on_leave' } });
    await askAt(t, '2027-03-08T10:05');
    expect(await asked(t)).toEqual([]);
    await t.ctx.db.person.update({ where: { id: t.people.tokita.id }, data: { status: 'active' } });
    await askAt(t, '2027-04-01T10:05');
    expect(await asked(t)).toEqual([t.people.tokita.name]);
  });
});
