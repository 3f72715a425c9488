import { describe, expect, it } from 'vitest';
import {
  cancelEdition,
  closeDueEditions,
  editionStatus,
  openDueEditions,
  openEdition,
} from '../../../src/domain/listening/index.ts';
import { withdrawVoice } from '../../../src/domain/voices/index.ts';
import { cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import { approvedEdition, hear, openedEdition } from '../../support/editions.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const code = (name: string) => expect.objectContaining({ code: name });
const at = (iso: string) => new Date(`${iso}+09:00`);

async function rowsOf(t: TestApp, editionId: string) {
  const rows = await t.ctx.db.outgoingMessage.findMany({
    where: { subjectId: editionId, purpose: 'edition.card' },
  });
  const of = (id: string) => rows.find((row) => row.recipientId === id);
  return { rows, of };
}

describe('opening', () => {
  it('writes one message per department and per person, each once', async () => {
    const t = await openTestApp({ working: false });
    const { rows } = await rowsOf(t, await openedEdition(t));
    // 64 people without two on leave and one 対象外; 12 departments.
    expect(rows.filter((row) => row.recipientKind === 'person')).toHaveLength(61);
    expect(rows.filter((row) => row.recipientKind === 'department')).toHaveLength(12);
    expect(new Set(rows.map((row) => row.recipientId)).size).toBe(73);
  });

  it('leaves out people on leave, 対象外, and counts two posts once', async () => {
    const t = await openTestApp({ working: false });
    const { of, rows } = await rowsOf(t, await openedEdition(t));
    expect(of(t.people.suwa.id)).toBeUndefined();
    expect(of(t.people.shimizu.id)).toBeUndefined();
    expect(rows.filter((row) => row.recipientId === t.people.nagura.id)).toHaveLength(1);
    expect(of(t.people.misono.id)).toBeDefined();
  });

  it('waits for each department’s slot and working hours', async () => {
    const t = await openTestApp({ working: false });
    const { of } = await rowsOf(t, await openedEdition(t));
    expect(of(t.people.mizusawa.id)?.notBefore).toEqual(at('2026-12-01T09:30'));
    expect(of(t.departments.motor.id)?.notBefore).toEqual(at('2026-12-01T09:30'));
    expect(of(t.departments.injury.id)?.notBefore).toEqual(at('2026-12-01T10:00'));
    expect(of(t.departments.calls.id)?.notBefore).toEqual(at('2026-12-01T13:30'));
    expect(of(t.people.ariga.id)?.notBefore).toEqual(at('2026-12-01T13:30'));
  });

  it('alerts people, never channels', async () => {
    const t = await openTestApp({ working: false });
    const { rows } = await rowsOf(t, await openedEdition(t));
    for (const row of rows) expect(row.alert).toBe(row.recipientKind === 'person');
  });

  it('alerts nobody a third time in a month', async () => {
    const t = await openTestApp({ working: false });
    for (const month of ['2026-12', '2027-01', '2027-02']) {
      await openedEdition(t, { month, opensAt: t.clock.now(), dueOn: '2026-12-18' });
    }
    const alerts = await t.ctx.db.outgoingMessage.count({
      where: { recipientId: t.people.mizusawa.id, alert: true },
    });
    expect(alerts).toBe(2);
    t.clock.set('2027-01-04T09:30:00+09:00');
    const { of } = await rowsOf(
      t,
      await openedEdition(t, { month: '2027-03', opensAt: t.clock.now(), dueOn: '2027-01-20' }),
    );
    expect(of(t.people.mizusawa.id)?.alert).toBe(true);
  });

  it('goes only to the audience', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await openedEdition(t, {
      audience: { kinds: ['call_center'], departments: ['OP-DOCS'] },
    });
    const { rows } = await rowsOf(t, editionId);
    expect(
      rows
        .filter((row) => row.recipientKind === 'department')
        .map((row) => row.recipientId)
        .sort(),
    ).toEqual([t.departments.calls.id, t.departments.documents.id].sort());
    expect(rows.filter((row) => row.recipientKind === 'person')).toHaveLength(8);
  });

  it('comes a moment too early: nothing happens', async () => {
    const t = await openTestApp({ working: false, now: '2026-12-01T09:29:59+09:00' });
    await openedEdition(t);
    expect(await t.ctx.db.outgoingMessage.count({ where: { purpose: 'edition.card' } })).toBe(0);
  });

  it('by a curator goes out now: a person decided', async () => {
    const t = await openTestApp({ working: false, now: '2026-11-30T20:00:00+09:00' });
    const editionId = await approvedEdition(t);
    await openEdition(t.as('niina'), editionId);
    const { rows } = await rowsOf(t, editionId);
    for (const row of rows) expect(row.notBefore).toEqual(t.clock.now());
  });

  it('happens once, however many replicas tick together', async () => {
    const t = await openTestApp({ working: false });
    const other = await openTestApp({ working: false, beside: t });
    const editionId = await approvedEdition(t);
    await Promise.all([t, other, t, other].map((one) => openDueEditions(one.ctx)));
    const { rows } = await rowsOf(t, editionId);
    expect(rows).toHaveLength(73);
    const opened = await t.ctx.db.auditEntry.count({ where: { act: 'listening.openEdition' } });
    expect(opened).toBe(1);
  });

  it('is made up for when the server was down, in working hours', async () => {
    const t = await openTestApp({ working: false, now: '2026-12-03T20:00:00+09:00' });
    const editionId = await openedEdition(t);
    const { of } = await rowsOf(t, editionId);
    expect(of(t.people.mizusawa.id)?.notBefore).toEqual(at('2026-12-04T09:00'));
    // The call centre is still at work.
    expect(of(t.people.ariga.id)?.notBefore).toEqual(at('2026-12-03T20:00'));
  });

  it('leaves nothing behind when it fails in the middle', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await approvedEdition(t);
    await t.ctx.db
      .$executeRaw`ALTER TABLE audit_entry ADD CONSTRAINT broken CHECK (act <> 'listening.openEdition')`;
    await expect(openEdition(t.ctx, editionId)).rejects.toThrow();
    const { rows } = await rowsOf(t, editionId);
    expect(rows).toEqual([]);
    expect((await t.ctx.db.edition.findUnique({ where: { id: editionId } }))?.state).toBe('approved');
    await t.ctx.db.$executeRaw`ALTER TABLE audit_entry DROP CONSTRAINT broken`;
    await openEdition(t.ctx, editionId);
    expect((await rowsOf(t, editionId)).rows).toHaveLength(73);
  });
});

describe('an opening that was missed for good', () => {
  it('is told to the curators once, and nobody else hears of it', async () => {
    const t = await openTestApp({ now: '2026-11-24T10:00:00+09:00' });
    await approvedEdition(t);
    await t.settled();
    t.clock.set('2026-12-21T10:00:00+09:00');
    for (let tick = 0; tick < 3; tick += 1) await openDueEditions(t.ctx);
    await t.settled();
    const told = t.stub.messages;
    expect(told).toHaveLength(2);
    const [words] = t.stub
      .messagesOf(t.people.asagi.entraObjectId ?? '')
      .map((one) => visibleWords(cardOf(one.activity)));
    expect(words?.[0]).toBe('12月の声を配信できませんでした');
    expect(words?.[1]).toContain('期限 12月18日(金)');
    expect(words?.at(-1)).toContain('/records');
    expect(t.stub.messagesOf(t.people.niina.entraObjectId ?? '')).toHaveLength(1);
  });

  it('is told when every voice of it was withdrawn', async () => {
    const t = await openTestApp({ now: '2026-11-24T10:00:00+09:00' });
    await approvedEdition(t, { voices: ['noNews'] });
    await withdrawVoice(t.as('kiryu'), { voiceId: t.voices.noNews, reason: 'お客さまのお申し出' });
    t.clock.set('2026-12-01T09:30:00+09:00');
    await openDueEditions(t.ctx);
    await t.settled();
    expect(t.stub.messages).toHaveLength(2);
    expect(JSON.stringify(t.stub.messages)).toContain('すべて公開停止になっている');
  });

  it('is told again when the new plan is missed as well', async () => {
    const t = await openTestApp({ now: '2026-11-24T10:00:00+09:00' });
    const editionId = await approvedEdition(t);
    t.clock.set('2026-12-21T10:00:00+09:00');
    await openDueEditions(t.ctx);
    await t.settled();
    const { approveEdition, changeEdition, submitEdition } = await import(
      '../../../src/domain/listening/index.ts'
    );
    await changeEdition(t.as('asagi'), editionId, { dueOn: '2026-12-25', opensAt: at('2026-12-22T09:30') });
    await submitEdition(t.as('asagi'), editionId);
    await approveEdition(t.as('kiryu'), editionId);
    t.clock.set('2026-12-28T10:00:00+09:00');
    await openDueEditions(t.ctx);
    await t.settled();
    expect(t.stub.messagesOf(t.people.asagi.entraObjectId ?? '')).toHaveLength(2);
  });
});

describe('closing', () => {
  it('happens by itself after the due day, not before', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await openedEdition(t);
    t.clock.set('2026-12-18T23:59:59+09:00');
    await closeDueEditions(t.ctx);
    expect((await t.ctx.db.edition.findUnique({ where: { id: editionId } }))?.state).toBe('open');
    t.clock.set('2026-12-19T00:00:00+09:00');
    await Promise.all([closeDueEditions(t.ctx), closeDueEditions(t.ctx)]);
    expect((await t.ctx.db.edition.findUnique({ where: { id: editionId } }))?.state).toBe('closed');
  });

  it('forgets where people were, keeps that they heard, and freezes the figures', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await openedEdition(t, { voices: ['noNews'] });
    await hear(t, 'mizusawa', 'noNews');
    await hear(t, 'momose', 'noNews');
    expect(await t.ctx.db.listeningProgress.count()).toBe(2);
    t.clock.set('2026-12-19T00:00:00+09:00');
    await closeDueEditions(t.ctx);
    expect(await t.ctx.db.listeningProgress.count()).toBe(0);
    expect(await t.ctx.db.hearing.findMany({ select: { personId: true, heardOn: true } })).toHaveLength(2);
    // People come and go afterwards: the month's figures stay.
    await t.ctx.db.person.update({ where: { id: t.people.mizusawa.id }, data: { status: 'left' } });
    const status = await editionStatus(t.as('asagi'), editionId);
    expect(status.departments.find(({ code: one }) => one === 'CL-AUTO1')).toMatchObject({
      progress: { kind: 'count', heard: 1, target: 23 },
    });
  });

  it('drops cards that have not gone out', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await openedEdition(t);
    t.clock.set('2026-12-19T00:00:00+09:00');
    await closeDueEditions(t.ctx);
    const { rows } = await rowsOf(t, editionId);
    expect(new Set(rows.map((row) => `${row.state} ${row.reason}`))).toEqual(new Set(['dropped closed']));
  });
});

describe('cancelling', () => {
  it('takes an open edition back: cards sent say so, the others do not go out', async () => {
    const t = await openTestApp();
    const editionId = await openedEdition(t);
    await t.settled();
    const sent = t.stub.messages.length;
    await cancelEdition(t.as('asagi'), { editionId, reason: '誤った声が入っていました' });
    await t.settled();
    expect(t.stub.messages).toHaveLength(sent);
    for (const message of t.stub.messages) {
      const words = visibleWords(cardOf(message.activity));
      expect(words[1]).toMatch(/配信を取り消しました|This delivery was cancelled/);
    }
    t.clock.set('2026-12-01T14:00:00+09:00');
    await t.settled();
    expect(t.stub.messagesOf(t.people.ariga.entraObjectId ?? '')).toEqual([]);
    // The operator's reason is for the log, not for cards.
    expect(JSON.stringify(t.stub.calls)).not.toContain('誤った声');
    await expect(openEdition(t.as('asagi'), editionId)).rejects.toEqual(code('edition.badState'));
  });
});

describe('everybody', () => {
  it('appears in the status, with a reason where the card did not arrive', async () => {
    const t = await openTestApp();
    t.stub.uninstall(t.people.kajiura.entraObjectId ?? '');
    const editionId = await openedEdition(t);
    await t.settled();
    t.clock.set('2026-12-01T14:00:00+09:00');
    await t.settled();
    const status = await editionStatus(t.as('tsutsumi'), editionId);
    const cards = status.messages.filter(({ purpose, act }) => purpose === 'edition.card' && act === 'send');
    const count = (kind: string, state: string, reason: string | null) =>
      cards.find((one) => one.recipientKind === kind && one.state === state && one.reason === reason)
        ?.count ?? 0;
    expect(count('department', 'sent', null)).toBe(11);
    expect(count('department', 'unreachable', 'noChannel')).toBe(1);
    expect(count('person', 'unreachable', 'noTeams')).toBe(5);
    expect(count('person', 'unreachable', 'notInstalled')).toBe(1);
    expect(count('person', 'sent', null)).toBe(55);
    expect(cards.reduce((sum, one) => sum + one.count, 0)).toBe(73);
    expect(status.departments).toHaveLength(12);
    expect(status.departments.reduce((sum, one) => sum + one.target, 0)).toBe(61);
    expect(status.pause).toBeNull();
  });
});
