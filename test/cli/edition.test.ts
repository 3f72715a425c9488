import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/platform/clock.ts';
import { openDb } from '../../src/platform/db/client.ts';
import { registerReplica } from '../../src/platform/db/liveness.ts';
import { createLog } from '../../src/platform/log.ts';
import { departmentCodes, personNumbers } from '../support/company.ts';
import { openTestApp } from '../support/testApp.ts';
import { type Installation, installation, openInstallation } from './runCli.ts';

// Each command is a process: on a busy machine that takes its time.
vi.setConfig({ testTimeout: 90_000 });

// Commands live by the machine's clock: these months are to come for a long time.
const month = '2031-05';
const voices = 'S-2026-01,S-2026-02';

let k: Installation;
beforeAll(async () => {
  k = await openInstallation();
});
afterAll(() => k.remove());

describe('a month', () => {
  it('is planned with defaults and handed to the approvers', async () => {
    expect((await k.run('edition', 'status')).stdout).toContain('配信はまだ計画されていません');
    const planned = await k.json('edition', 'plan', '--month', month, '--voices', voices);
    expect(planned).toMatchObject({
      code: 0,
      body: {
        edition: {
          month,
          state: 'in_review',
          // Golden Week does not reach the 1st; 2031-05-01 is a Thursday.
          opensAt: '2031-05-01T00:30:00.000Z',
          dueOn: '2031-05-20',
          audience: { all: true },
          plannedBy: personNumbers.asagi,
          approvedBy: null,
          voices: [{ reference: 'S-2026-01' }, { reference: 'S-2026-02' }],
        },
      },
    });
    const twice = await k.run('edition', 'plan', '--month', month, '--voices', voices);
    expect(twice.code).toBe(1);
    expect(twice.stderr).toBe(
      `${month} の配信はすでにあり、いま「承認待ち」です。次は別の方が npm run kikidoki -- edition approve ${month} で承認します(差し戻すときは npm run kikidoki -- edition return ${month})。\n`,
    );
  });

  it('goes back, is changed, and is handed over again', async () => {
    await k.run('edition', 'return', month, '--reason', 'テーマを見直してください');
    const changed = await k.json(
      ...['edition', 'change', month, '--due', '2031-05-17', '--opens', '2031-05-07T10:00'],
      ...['--kinds', 'claims,sales', '--prompt', '何が起きたのでしょうか。|What happened?'],
    );
    expect(changed.body.edition).toMatchObject({
      state: 'draft',
      dueOn: '2031-05-17',
      opensAt: '2031-05-07T01:00:00.000Z',
      audience: { kinds: ['claims', 'sales'] },
      prompts: [{ ja: '何が起きたのでしょうか。', en: 'What happened?' }],
    });
    expect((await k.json('edition', 'submit', month)).body.edition.state).toBe('in_review');
  });

  it('is not approved by who planned it, and not opened before it is approved', async () => {
    const early = await k.run('edition', 'open', month);
    expect(early.stderr).toContain(
      `${month} の配信は、いま「承認待ち」です。この操作ができるのは「承認済み」のときです。次は別の方が npm run kikidoki -- edition approve ${month} で`,
    );

    const db = openDb(k.databaseUrl, 1);
    const asagi = await db.person.findUniqueOrThrow({ where: { employeeNo: personNumbers.asagi } });
    await db.grant.create({ data: { personId: asagi.id, role: 'approver' } });
    await db.$disconnect();
    const own = await k.json('edition', 'approve', month, '--as', personNumbers.asagi);
    expect(own).toMatchObject({ code: 1, body: { error: { code: 'edition.samePerson' } } });

    const approved = await k.json('edition', 'approve', month);
    expect(approved.body.edition).toMatchObject({ state: 'approved', approvedBy: personNumbers.kiryu });
  });

  it('opens without a server, and says that the cards wait for one', async () => {
    const opened = await k.run('edition', 'open', month);
    expect(opened.code).toBe(0);
    expect(opened.stdout).toContain('サーバーが動いていません。カードは、サーバーが動いたときに届きます。');
  });

  it('shows how it stands, small departments in bands', async () => {
    const { body } = await k.json('edition', 'status', '--as', personNumbers.tsutsumi);
    expect(body.serverRunning).toBe(false);
    expect(body.editions.map((one: { month: string }) => one.month)).toEqual([month]);
    const [status] = body.statuses;
    expect(status).toMatchObject({
      edition: { month, state: 'open' },
      delivery: { sent: 0, underWay: 0, retrying: 0, held: 0, unreachable: {}, failed: {}, dropped: {} },
      pause: null,
    });
    expect(status.delivery.waiting).toBe(status.delivery.total);
    const byCode = new Map(status.departments.map((one: { code: string }) => [one.code, one]));
    expect(byCode.get(departmentCodes.motor)).toMatchObject({
      target: 23,
      progress: { kind: 'count', heard: 0, target: 23 },
    });
    expect(byCode.get(departmentCodes.minato)).toMatchObject({ progress: { kind: 'band', band: 'none' } });

    const text = await k.run('edition', 'status', month);
    expect(text.stdout).toMatch(
      /^5月の声\(2031-05\) {2}配信中\n {2}0 \/ \d+ {2}░{20}\n {2}配信済み 0 {3}配信待ち \d+/,
    );
  });

  it('closes once', async () => {
    expect((await k.json('edition', 'close', month)).body.edition.state).toBe('closed');
    expect((await k.json('edition', 'close', month)).body.error.code).toBe('edition.badState');
    const retried = (await k.json('edition', 'retry', month)).body.error;
    expect(retried.code).toBe('edition.badState');
    expect(retried.message).toContain('「配信中」のときです。終わった配信は変えられません。');
  });

  it('may be cancelled, with a reason', async () => {
    await k.run('edition', 'plan', '--month', '2031-06', '--voices', voices, '--draft');
    const cancelled = await k.json('edition', 'cancel', '2031-06', '--reason', '差し替えのため');
    expect(cancelled.body.edition.state).toBe('cancelled');
    expect(cancelled.body.edition.cancelReason).toBe('差し替えのため');
    const shown = await k.run('edition', 'show', '2031-06');
    expect(shown.stdout).toMatch(/6月の声\(2031-06\) {2}取消し/);
    expect(shown.stdout).toMatch(/取消しの理由 +差し替えのため\n/);
    expect((await k.run('edition', 'status')).stdout).toMatch(
      /いま配信中のものはありません。\n +2031-05 +終了/,
    );
  });
});

describe('what a plan is worth noting', () => {
  it('a voice that was delivered before is allowed, and said', async () => {
    const planned = await k.json('edition', 'plan', '--month', '2031-09', '--voices', 'S-2026-01,S-2026-03');
    expect(planned).toMatchObject({
      code: 0,
      body: { notes: [{ code: 'deliveredBefore', message: expect.stringContaining('S-2026-01') }] },
    });
    const shown = await k.run('edition', 'show', '2031-09');
    expect(shown.stdout).toContain(
      'ご注意: 声 S-2026-01 は、5月(2031-05)にも配信しています。そのとき聴いた方には、はじめから「聴いた」と出ます。',
    );
  });

  it('a time of opening that has passed: nobody is told a day that is over', async () => {
    const plan = ['--month', '2031-10', '--voices', 'S-2026-04', '--opens', '2026-01-05T09:30'];
    const planned = await k.json('edition', 'plan', ...plan);
    expect(planned.body.notes).toMatchObject([{ code: 'openingPassed' }]);
    const approved = await k.run('edition', 'approve', '2031-10');
    expect(approved.stdout).toBe(
      '10月の声(2031-10)  承認済み\n配信日時 2026-01-05 09:30 を過ぎているので、サーバーが動いたときに配信が始まります(npm start で動きます)。\n',
    );
    await k.run('edition', 'open', '2031-10');
  });

  it('the status of what is open shows beside it what waits, with its opening and due day', async () => {
    const status = await k.run('edition', 'status', '--as', personNumbers.kiryu);
    expect(status.stdout).toMatch(
      /^10月の声\(2031-10\) {2}配信中\n[\s\S]*\nほかの配信\n[\s\S]* 2031-09 +承認待ち +配信日時 2031-09-01 09:30 +期限 2031-09-19 +声2件/,
    );
    expect(status.stdout).not.toMatch(/ほかの配信[\s\S]* 2031-10/);
    const { body } = await k.json('edition', 'status');
    expect(body.statuses).toHaveLength(1);
    expect(body.editions.map((one: { month: string; state: string }) => `${one.month} ${one.state}`)).toEqual(
      [...['2031-05 closed', '2031-06 cancelled', '2031-09 in_review', '2031-10 open']],
    );
    await k.run('edition', 'close', '2031-10');
  });
});

describe.concurrent('a plan is refused', () => {
  const plan = (...more: string[]) => k.json('edition', 'plan', '--month', '2031-08', ...more);
  it.each<[string, string[], string, string]>([
    ['with a voice that is not there', ['--voices', 'S-404'], 'voice.notFound', 'S-404'],
    [
      'when it is due before it opens',
      ['--voices', voices, '--due', '2031-07-31'],
      'edition.badDue',
      '2031-07-31',
    ],
    [
      'with a department that is not there',
      ['--voices', voices, '--departments', 'CL-AUTO1,CL-AUTO9'],
      'edition.unknownDepartment',
      '--departments の CL-AUTO9 という部署コードは、名簿にありません。近いもの: CL-AUTO1',
    ],
    [
      'with a line of business that is not there',
      ['--voices', voices, '--lines', 'car'],
      'edition.unknownKey',
      '--lines の car は、会社の設定にありません。使えるのは次のとおりです: auto, compulsory_auto, fire',
    ],
    ['by a member', ['--voices', voices, '--as', personNumbers.sena], 'forbidden', '声の担当者'],
  ])('%s', async (_how, options, code, named) => {
    const { code: exit, body } = await plan(...options);
    expect(exit).toBe(1);
    expect(body.error.code).toBe(code);
    expect(body.error.message).toContain(named);
  });

  it('where there is no such edition', async () => {
    const { body } = await k.json('edition', 'open', '2031-08');
    expect(body.error.code).toBe('edition.notFound');
  });
});

describe('beside a running server', () => {
  it('what a command opens, the server sends, and the status tells everybody', async () => {
    const t = await openTestApp({ parts: { clock: systemClock } });
    const beside = installation({ DATABASE_URL: t.databaseUrl, KIKIDOKI_DATA: t.dataFolder });
    await beside.json('edition', 'plan', '--month', month, '--voices', voices);
    await beside.json('edition', 'approve', month);
    const opened = await beside.json('edition', 'open', month);
    expect(opened.body).toMatchObject({ edition: { state: 'open' }, serverRunning: true });

    const { body } = await beside.json('edition', 'status', month, '--watch');
    const { delivery } = body.statuses[0];
    expect(t.stub.messagesOf(t.people.mizusawa.entraObjectId ?? '')).toHaveLength(1);
    expect(delivery.sent).toBeGreaterThan(50);
    expect(delivery.waiting + delivery.underWay).toBe(0);
    const settled = Object.values(delivery.unreachable as Record<string, number>);
    expect(delivery.sent + settled.reduce((a, b) => a + b, 0)).toBe(delivery.total);
    expect(delivery.unreachable).toMatchObject({ noTeams: expect.any(Number), noChannel: 1 });

    const retried = await beside.json('edition', 'retry', month);
    expect(retried.body.retried).toBe(delivery.total - delivery.sent);
  });

  it('a replica that is gone is no running server', async () => {
    const replica = await registerReplica(k.databaseUrl, createLog('silent'));
    expect((await k.json('edition', 'status')).body.serverRunning).toBe(true);
    await replica.stop();
    expect((await k.json('edition', 'status')).body.serverRunning).toBe(false);
  });
});
