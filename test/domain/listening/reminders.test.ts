import { describe, expect, it } from 'vitest';
import {
  chooseReminders,
  forgetOldHearings,
  reminderChoiceOf,
  remindListeners,
} from '../../../src/domain/listening/index.ts';
import { cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import type { PersonName } from '../../support/company.ts';
import { queuedTo } from '../../support/discussions.ts';
import { hear, openedEdition } from '../../support/editions.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const minato = { audience: { departments: ['SL-MINATO'] } };
/** Three business days before Friday, 18 December. */
const reminderDay = '2026-12-15T10:05';

async function remindAt(t: TestApp, moment: string): Promise<string[]> {
  t.clock.set(`${moment}:00+09:00`);
  await remindListeners(t.ctx);
  return queuedTo(t, 'edition.reminder');
}
const names = (t: TestApp, ...people: PersonName[]) => people.map((who) => t.people[who].name);

/** December is open in the branch, and everybody of it was met. */
async function openInMinato(): Promise<TestApp> {
  const t = await openTestApp();
  await openedEdition(t, minato);
  await t.settled();
  return t;
}

describe('whoever has not heard all of the month’s voices', () => {
  it('is reminded once, three business days before the due day, in working hours', async () => {
    const t = await openInMinato();
    await hear(t, 'momose', 'noNews');
    for (const voice of ['noNews', 'firstWords'] as const) await hear(t, 'shiomi', voice);
    expect(await remindAt(t, '2026-12-14T16:05')).toEqual([]);
    expect(await remindAt(t, '2026-12-15T08:05')).toEqual([]);
    const reminded = await remindAt(t, reminderDay);
    expect(reminded).toEqual(expect.arrayContaining(names(t, 'fujikura', 'momose')));
    expect(reminded).not.toContain(t.people.shiomi.name);
    // 東郷 has no Teams; nobody gets a second one.
    expect(reminded).toHaveLength(4);
    await Promise.all([remindListeners(t.ctx), remindListeners(t.ctx)]);
    expect(await remindAt(t, '2026-12-16T10:05')).toHaveLength(4);
    expect(await remindAt(t, '2026-12-19T10:05')).toHaveLength(4);
  });

  it('is left alone on leave, where the app was removed, and where they want no reminders', async () => {
    const t = await openInMinato();
    await t.ctx.db.person.update({ where: { id: t.people.momose.id }, data: { status: 'on_leave' } });
    await t.ctx.db.conversation.updateMany({
      where: { recipientId: t.people.shiomi.id },
      data: { lostReason: 'notInstalled' },
    });
    await chooseReminders(t.as('fujikura'), false);
    const reminded = await remindAt(t, reminderDay);
    for (const name of names(t, 'momose', 'shiomi', 'fujikura')) expect(reminded).not.toContain(name);
    expect(reminded).toHaveLength(2);
    await chooseReminders(t.as('fujikura'), true);
    expect(await remindAt(t, '2026-12-15T11:05')).toContain(t.people.fujikura.name);
  });

  it('is not reminded on the day on which the voices came', async () => {
    const t = await openTestApp({ now: '2026-12-16T09:30:00+09:00', working: false });
    await openedEdition(t, minato);
    await t.ctx.db.conversation.create({
      data: {
        recipientKind: 'person',
        recipientId: t.people.momose.id,
        conversationId: 'a:1',
        serviceUrl: t.stub.url,
        metAt: t.clock.now(),
      },
    });
    expect(await remindAt(t, '2026-12-16T10:05')).toEqual([]);
    expect(await remindAt(t, '2026-12-17T10:05')).toEqual(names(t, 'momose'));
  });

  it('is not reminded of what they heard in the meantime; a card that is there says thanks', async () => {
    const t = await openInMinato();
    const words = (who: PersonName) =>
      t.stub
        .messagesOf(t.people[who].entraObjectId ?? '')
        .flatMap(({ activity }) => visibleWords(cardOf(activity)))
        .join('\n');
    t.clock.set(`${reminderDay}:00+09:00`);
    await t.ctx.db.sendBudget.updateMany({
      data: { pausedUntil: new Date(Date.now() + 2_000), pauseReason: 'test' },
    });
    await remindListeners(t.ctx);
    for (const voice of ['noNews', 'firstWords'] as const) await hear(t, 'momose', voice);
    await t.settled();
    expect(words('momose')).not.toContain('まだお聴きになっていない声');
    expect(words('fujikura')).toContain('12月の声は、12月18日(金)まで聴けます');
    expect(words('fujikura')).toContain('リマインドを受け取らない');
    for (const voice of ['noNews', 'firstWords'] as const) await hear(t, 'fujikura', voice);
    await t.settled();
    expect(words('fujikura')).not.toContain('まだお聴きになっていない声');
    expect(words('fujikura')).toContain('お聴きくださり、ありがとうございました。');
  });
});

it('what people who left chose is forgotten', async () => {
  const t = await openTestApp({ working: false });
  await chooseReminders(t.as('momose'), false);
  await chooseReminders(t.as('momose'), false);
  expect(await reminderChoiceOf(t.as('momose'), t.people.momose)).toMatchObject({ wanted: false });
  await forgetOldHearings(t.ctx);
  expect(await t.ctx.db.reminderChoice.count()).toBe(1);
  await t.ctx.db.person.update({ where: { id: t.people.momose.id }, data: { status: 'left' } });
  await forgetOldHearings(t.ctx);
  expect(await t.ctx.db.reminderChoice.count()).toBe(0);
});
