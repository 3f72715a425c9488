import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  leadDiscussion,
  nudgeLeaders,
  openDiscussionPage,
  planDiscussion,
  skipDiscussion,
  snoozeReminders,
  startDiscussion,
  wrapUp,
} from '../../../src/domain/discussions/index.ts';
import { chooseReminders } from '../../../src/domain/listening/index.ts';
import { importDirectory } from '../../../src/domain/people/index.ts';
import { readCsvDirectory } from '../../../src/edges/directory/csv.ts';
import { cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import { departmentCodes } from '../../support/company.ts';
import { discussionOf, queuedTo, waitingMonth, write } from '../../support/discussions.ts';
import { sampleFolder } from '../../support/templates.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const nudges = (t: TestApp) => queuedTo(t, 'discussion.nudge');
const at = (t: TestApp, moment: string) => t.clock.set(`${moment}:00+09:00`);
/** The first day on which leaders are reminded, while most departments work. */
const firstDay = '2026-12-08T10:05';

const silent = () => openTestApp({ working: false });

async function nudgeAt(t: TestApp, moment: string): Promise<void> {
  at(t, moment);
  await nudgeLeaders(t.ctx);
}

describe('a leader whose department has not begun', () => {
  it('is reminded once a week, one of them, on business days in working hours', async () => {
    const t = await silent();
    await waitingMonth(t, 'motor', 'minato');
    await nudgeAt(t, '2026-12-07T10:05');
    await nudgeAt(t, '2026-12-08T08:05');
    expect(await nudges(t)).toEqual([]);
    await nudgeAt(t, firstDay);
    // The promoters, not everybody who could.
    const both = [t.people.mizusawa.name, t.people.fujikura.name];
    expect((await nudges(t)).sort()).toEqual([...both].sort());
    for (const moment of ['2026-12-08T11:05', '2026-12-14T10:05', '2026-12-13T10:05', '2026-12-15T17:05'])
      await nudgeAt(t, moment);
    expect(await nudges(t)).toHaveLength(2);
    await nudgeAt(t, '2026-12-15T10:05');
    expect(await nudges(t)).toHaveLength(4);
  });

  it('is reminded in the hours of the department: shifts from 13:00 on', async () => {
    const t = await silent();
    await waitingMonth(t, 'calls');
    await nudgeAt(t, firstDay);
    expect(await nudges(t)).toEqual([]);
    await nudgeAt(t, '2026-12-08T20:05');
    expect(await nudges(t)).toHaveLength(1);
  });

  it('is left alone where it was reported, skipped, is planned, or told not now', async () => {
    const t = await silent();
    const editionId = await waitingMonth(t, 'motor', 'minato', 'plan', 'injury');
    at(t, '2026-12-08T09:00');
    const [motor, minato, plan, injury] = [
      (await discussionOf(t, editionId, 'motor')).id,
      (await discussionOf(t, editionId, 'minato')).id,
      (await discussionOf(t, editionId, 'plan')).id,
      (await discussionOf(t, editionId, 'injury')).id,
    ];
    await wrapUp(t.as('enoki'), {
      discussionId: motor,
      understood: '次の連絡の日をお伝えします。',
      participants: 9,
      heldOn: '2026-12-07',
      actions: [],
    });
    await skipDiscussion(t.as('shiomi'), { discussionId: minato, reason: '移転のため' });
    await planDiscussion(t.as('iino'), { discussionId: injury, plannedOn: '2026-12-10' });
    await t.ctx.db.post.updateMany({
      where: { personId: t.people.misono.id },
      data: { role: 'head' },
    });
    await snoozeReminders(t.as('misono'), plan);
    await nudgeAt(t, firstDay);
    expect(await nudges(t)).toEqual([]);
    // The day after it was planned, and a week after "not now".
    await nudgeAt(t, '2026-12-11T10:05');
    expect(await nudges(t)).toHaveLength(1);
    await nudgeAt(t, '2026-12-15T10:05');
    expect(await nudges(t)).toHaveLength(2);
  });

  it('is not reminded while it is being held, and is when nobody reports it', async () => {
    const t = await silent();
    const editionId = await waitingMonth(t, 'motor');
    const { id: discussionId } = await discussionOf(t, editionId, 'motor');
    at(t, firstDay);
    await startDiscussion(t.as('enoki'), { discussionId, mode: 'short', isAsync: false, revealAt: null });
    await nudgeAt(t, '2026-12-08T10:30');
    expect(await nudges(t)).toEqual([]);
    await nudgeAt(t, '2026-12-08T15:05');
    expect(await nudges(t)).toEqual([t.people.mizusawa.name]);
  });

  it('is the leader of the day, if there is one', async () => {
    const t = await silent();
    const editionId = await waitingMonth(t, 'motor');
    const { id: discussionId } = await discussionOf(t, editionId, 'motor');
    await leadDiscussion(t.as('enoki'), { discussionId, personId: t.people.sena.id });
    await nudgeAt(t, firstDay);
    expect(await nudges(t)).toEqual([t.people.sena.name]);
  });

  it('is the next in line where the promoter left, is on leave, has no Teams or wants no reminders', async () => {
    for (const [what, data] of [
      ['left', { status: 'left' }],
      ['on leave', { status: 'on_leave' }],
      ['without Teams', { entraObjectId: null }],
    ] as const) {
      const t = await silent();
      await waitingMonth(t, 'motor');
      await t.ctx.db.person.update({ where: { id: t.people.mizusawa.id }, data });
      await nudgeAt(t, firstDay);
      expect([what, ...(await nudges(t))]).toEqual([what, t.people.enoki.name]);
    }
    const t = await silent();
    await waitingMonth(t, 'motor');
    await chooseReminders(t.as('mizusawa'), false);
    await nudgeAt(t, firstDay);
    expect(await nudges(t)).toEqual([t.people.enoki.name]);
  });

  it('is the next in line where the app did not reach the first, and nobody in the end', async () => {
    const t = await openTestApp();
    await waitingMonth(t, 'minato');
    await t.settled();
    const absent = [t.people.fujikura, t.people.shiomi].map((one) => one.entraObjectId ?? '');
    t.stub.uninstall(...absent);
    for (const id of absent) t.stub.loseConversation(t.stub.personalConversation(id));
    for (const moment of [firstDay, '2026-12-08T11:05', '2026-12-08T12:05', '2026-12-08T13:05']) {
      await nudgeAt(t, moment);
      await t.settled();
    }
    expect(await nudges(t)).toEqual([t.people.fujikura.name, t.people.shiomi.name]);
    const messages = await t.ctx.db.outgoingMessage.findMany({ where: { purpose: 'discussion.nudge' } });
    expect(messages.map(({ state }) => state)).toEqual(['unreachable', 'unreachable']);
  });

  it('is alerted within the month’s alerts', async () => {
    const t = await silent();
    await waitingMonth(t, 'motor');
    await nudgeAt(t, firstDay);
    await nudgeAt(t, '2026-12-15T10:05');
    const alerts = await t.ctx.db.outgoingMessage.findMany({
      where: { recipientId: t.people.mizusawa.id },
      orderBy: { seq: 'asc' },
    });
    expect(alerts.map(({ purpose, alert }) => [purpose, alert])).toEqual([
      ['edition.card', true],
      ['discussion.nudge', true],
      ['discussion.nudge', false],
    ]);
  });

  it('of two departments is told of both and rung up within the month’s alerts', async () => {
    const t = await silent();
    await waitingMonth(t, 'motor', 'property');
    // 水沢 promotes the property centre, too, whose own promoter and head are away.
    await t.ctx.db.person.updateMany({
      where: { posts: { some: { departmentId: t.departments.property.id } } },
      data: { status: 'on_leave' },
    });
    await t.ctx.db.post.create({
      data: {
        personId: t.people.mizusawa.id,
        departmentId: t.departments.property.id,
        role: 'promoter',
        main: false,
      },
    });
    await nudgeAt(t, firstDay);
    const messages = await t.ctx.db.outgoingMessage.findMany({ where: { purpose: 'discussion.nudge' } });
    expect(messages.map(({ alert }) => alert).sort()).toEqual([false, true]);
  });

  it('is reminded once by two replicas', async () => {
    const t = await silent();
    await waitingMonth(t, 'motor');
    at(t, firstDay);
    await Promise.all([nudgeLeaders(t.ctx), nudgeLeaders(t.ctx), nudgeLeaders(t.ctx)]);
    expect(await nudges(t)).toHaveLength(1);
  });
});

describe('at the moment of sending a reminder', () => {
  const words = (t: TestApp) =>
    t.stub
      .messagesOf(t.people.mizusawa.entraObjectId ?? '')
      .flatMap(({ activity }) => visibleWords(cardOf(activity)))
      .join('\n');

  it('says the shortest way, thanks first and blames nobody', async () => {
    const t = await openTestApp();
    await waitingMonth(t, 'motor');
    await t.settled();
    await nudgeAt(t, firstDay);
    await t.settled();
    expect(words(t)).toContain('自動車保険金サービス第一課 ─ 12月の話し合い');
    expect(words(t)).toContain('いつも職場での対話にお力添えくださり、ありがとうございます。');
    expect(words(t)).toContain('5分で行う');
  });

  it('nothing goes out that does not hold any more', async () => {
    const t = await openTestApp();
    const editionId = await waitingMonth(t, 'motor');
    await t.settled();
    at(t, firstDay);
    await t.ctx.db.sendBudget.updateMany({
      data: { pausedUntil: new Date(Date.now() + 2_000), pauseReason: 'test' },
    });
    await nudgeLeaders(t.ctx);
    const { id: discussionId } = await discussionOf(t, editionId, 'motor');
    await wrapUp(t.as('enoki'), {
      discussionId,
      understood: '次の連絡の日をお伝えします。',
      participants: 9,
      heldOn: '2026-12-08',
      actions: [],
    });
    await t.settled();
    expect(words(t)).not.toContain('5分で行う');
    const nudge = await t.ctx.db.outgoingMessage.findFirst({ where: { purpose: 'discussion.nudge' } });
    expect([nudge?.state, nudge?.reason]).toEqual(['dropped', 'reported']);
  });

  it('waits for the next working hour where the day is over', async () => {
    const t = await openTestApp();
    await waitingMonth(t, 'motor');
    await t.settled();
    at(t, firstDay);
    await t.ctx.db.sendBudget.updateMany({
      data: { pausedUntil: new Date(Date.now() + 2_000), pauseReason: 'test' },
    });
    await nudgeLeaders(t.ctx);
    at(t, '2026-12-08T19:00');
    await expect
      .poll(() => t.ctx.db.outgoingMessage.findFirst({ where: { purpose: 'discussion.nudge' } }), {
        timeout: 20_000,
      })
      .toMatchObject({ state: 'waiting', notBefore: new Date('2026-12-09T09:00:00+09:00') });
    expect(words(t)).not.toContain('5分で行う');
    at(t, '2026-12-09T09:00');
    await t.settled();
    expect(words(t)).toContain('5分で行う');
  });
});

/** 名簿: the branch is no more, and everybody of it belongs to the motor centre. */
async function mergeBranch(t: TestApp): Promise<void> {
  const directory = readCsvDirectory(join(sampleFolder, 'company'));
  directory.departments = directory.departments.filter(({ code }) => code !== departmentCodes.minato);
  for (const person of directory.people) {
    if (!person.posts.some((post) => post.departmentCode === departmentCodes.minato)) continue;
    person.posts = [{ departmentCode: departmentCodes.motor, role: 'member', main: true }];
  }
  await importDirectory(t.as('tsutsumi'), directory);
}

describe('a department that was merged in the middle of the month', () => {
  it('keeps what was written; its people take part in the new one, and nobody is reminded of the old one', async () => {
    const t = await silent();
    const editionId = await waitingMonth(t, 'motor', 'minato');
    const old = await discussionOf(t, editionId, 'minato');
    const insightId = await write(t.as('momose'), old.id, { why: 'ご不安だったと思います。' });
    await mergeBranch(t);
    const next = await discussionOf(t, editionId, 'motor');
    await write(t.as('momose'), next.id, { why: 'お待たせしてしまったからだと思います。' });
    await expect(openDiscussionPage(t.as('momose'), old.id)).rejects.toThrow('discussion.notMember');
    expect((await openDiscussionPage(t.as('momose'), next.id)).me.insights).toHaveLength(1);
    await nudgeAt(t, firstDay);
    expect(await nudges(t)).toEqual([t.people.mizusawa.name]);
    expect((await t.ctx.db.insight.findUnique({ where: { id: insightId } }))?.why).toBe(
      'ご不安だったと思います。',
    );
  });
});

describe('a leader of the day who leaves the company', () => {
  it('leads no more; the others do', async () => {
    const t = await silent();
    const editionId = await waitingMonth(t, 'motor');
    const { id: discussionId } = await discussionOf(t, editionId, 'motor');
    await leadDiscussion(t.as('enoki'), { discussionId, personId: t.people.sena.id });
    await t.ctx.db.person.update({ where: { id: t.people.sena.id }, data: { status: 'left' } });
    const start = { discussionId, mode: 'full', isAsync: false, revealAt: null } as const;
    await expect(startDiscussion(t.as('sena'), start)).rejects.toThrow('signIn.required');
    await startDiscussion(t.as('mizusawa'), start);
    await nudgeAt(t, '2026-12-08T15:05');
    expect(await nudges(t)).toEqual([t.people.mizusawa.name]);
  });
});
