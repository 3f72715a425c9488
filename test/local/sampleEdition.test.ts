import { describe, expect, it } from 'vitest';
import {
  allEditions,
  approveEdition,
  cancelEdition,
  closeDueEditions,
  closeEdition,
  planEdition,
  submitEdition,
} from '../../src/domain/listening/index.ts';
import { withdrawVoice } from '../../src/domain/voices/index.ts';
import { castPlayground } from '../../src/local/playground.ts';
import { ensureOpenEdition } from '../../src/local/sampleEdition.ts';
import { lookAround } from '../../src/local/situation.ts';
import { summaryLines } from '../../src/local/summary.ts';
import { terminalWords } from '../../src/platform/config/config.ts';
import { voiceReferences } from '../support/company.ts';
import { openTestApp, type TestApp } from '../support/testApp.ts';

const references = [voiceReferences.noNews, voiceReferences.firstWords];
const today = '2026-12-10T10:00:00+09:00';

const openLocal = () => openTestApp({ mode: 'local', working: false, now: today });
/** A start of local mode, as far as editions go. */
const start = (t: TestApp) => ensureOpenEdition(t.ctx, references);
const editionsOf = async (t: TestApp) =>
  (await allEditions(t.ctx.db)).map(({ month, state }) => `${month} ${state}`);
const idOf = async (t: TestApp, month: string) => {
  const found = (await allEditions(t.ctx.db)).findLast((edition) => edition.month === month);
  if (!found) throw new Error(`no edition of ${month}`);
  return found.id;
};
const plan = (t: TestApp, month: string) =>
  planEdition(t.as('asagi'), { month, voiceIds: [t.voices.lunchBreak], dueOn: `${month}-25` });

describe('a start of local mode', () => {
  it('opens this month’s edition where there is none, due at least five business days later', async () => {
    const t = await openLocal();
    await start(t);
    expect(await allEditions(t.ctx.db)).toMatchObject([
      { month: '2026-12', state: 'open', dueOn: '2026-12-30', openedAt: new Date(today) },
    ]);
  });

  it('opens nothing while an edition is open', async () => {
    const t = await openLocal();
    await start(t);
    await start(t);
    expect(await editionsOf(t)).toEqual(['2026-12 open']);
    // Due in January: in the new year it is still the one.
    t.clock.set('2026-12-30T10:00:00+09:00');
    await start(t);
    expect(await editionsOf(t)).toEqual(['2026-12 open']);
  });

  it('opens next month’s once this month’s has run its course, so that a returning user has voices', async () => {
    const t = await openLocal();
    await start(t);
    t.clock.set('2026-12-31T10:00:00+09:00');
    // The server was down when the due day ended: the start closes it first.
    await start(t);
    expect(await editionsOf(t)).toEqual(['2026-12 closed', '2027-01 open']);
  });

  it('opens a new month’s own where the last one ended before', async () => {
    const t = await openLocal();
    await start(t);
    t.clock.set('2027-02-08T10:00:00+09:00');
    await start(t);
    expect(await editionsOf(t)).toEqual(['2026-12 closed', '2027-02 open']);
  });

  it.each([
    [
      'closed by hand',
      async (t: TestApp) => closeEdition(t.as('asagi'), await idOf(t, '2026-12')),
      ['2026-12 closed'],
    ],
    [
      'cancelled',
      async (t: TestApp) =>
        cancelEdition(t.as('asagi'), { editionId: await idOf(t, '2026-12'), reason: '誤り' }),
      ['2026-12 cancelled'],
    ],
  ] as const)('opens nothing where this month’s was %s', async (_how, end, left) => {
    const t = await openLocal();
    await start(t);
    await end(t);
    await start(t);
    expect(await editionsOf(t)).toEqual(left);
  });

  it.each([
    ['a draft', async () => {}, 'draft'],
    ['one in review', (t: TestApp, id: string) => submitEdition(t.as('asagi'), id), 'in_review'],
    [
      'an approved one',
      async (t: TestApp, id: string) => {
        await submitEdition(t.as('asagi'), id);
        await approveEdition(t.as('kiryu'), id);
      },
      'approved',
    ],
    [
      'a cancelled one',
      (t: TestApp, id: string) => cancelEdition(t.as('asagi'), { editionId: id, reason: '誤り' }),
      'cancelled',
    ],
  ] as const)(
    'opens nothing where there is %s for the month that would be next',
    async (_what, act, state) => {
      const t = await openLocal();
      await start(t);
      await act(t, await plan(t, '2027-01'));
      t.clock.set('2026-12-31T10:00:00+09:00');
      await closeDueEditions(t.ctx);
      await start(t);
      expect(await editionsOf(t)).toEqual(['2026-12 closed', `2027-01 ${state}`]);
    },
  );

  it('opens nothing where this month is planned already', async () => {
    const t = await openLocal();
    await plan(t, '2026-12');
    await start(t);
    expect(await editionsOf(t)).toEqual(['2026-12 draft']);
  });

  it('opens what was approved and fell due while no server was up', async () => {
    const t = await openTestApp({ mode: 'local', working: false, now: '2026-11-26T10:00:00+09:00' });
    const id = await plan(t, '2026-12');
    await submitEdition(t.as('asagi'), id);
    await approveEdition(t.as('kiryu'), id);
    t.clock.set(today);
    await start(t);
    expect(await editionsOf(t)).toEqual(['2026-12 open']);
  });
});

describe('the summary of a start', () => {
  const config = (t: TestApp, playground = true) => ({ ...t.app.config, playground });
  async function summary(t: TestApp, playground = true, lang = 'ja_JP.UTF-8'): Promise<string> {
    const situation = await lookAround(t.ctx, await castPlayground(t.ctx));
    const started = { config: config(t, playground), settings: t.ctx.settings, situation };
    const locale = lang.startsWith('en') ? 'en' : 'ja';
    const text = summaryLines(terminalWords({ LANG: lang }), locale, started, 1_000).join('\n');
    expect(text).not.toMatch(/\{\{|start\.|undefined/);
    return text;
  }

  it('names the places where the cards are, and the department whose channel is called General', async () => {
    const t = await openLocal();
    await start(t);
    const text = await summary(t);
    expect(text).toContain('あなたは 水沢 千尋 さん(自動車保険金サービス第一課・推進担当者)です。');
    expect(text).toContain(
      '1. Playground を開くと、個人チャット、General チャネル(自動車保険金サービス第一課)、みなと支店のチャネル、グループチャット(傷害・医療保険金サービス課)に、今月の声が届いています。',
    );
    expect(text).toContain('4. 別の端末で  npm run kikidoki -- edition status');
    expect(await summary(t, true, 'en_GB.UTF-8')).toContain('General (Motor Claims Service Centre 1)');
  });

  it('without the Playground still says who one can be, and what to try', async () => {
    const t = await openLocal();
    await start(t);
    const text = await summary(t, false);
    expect(text).toContain('たとえば 水沢 千尋 さん');
    expect(text).toContain('1. ページを開いてお好きな人を選ぶと、声を聴けます。');
    expect(text).not.toMatch(/Playground|チャットで/);
  });

  it('where nothing is open says so, and how to plan the next month or begin anew', async () => {
    const t = await openLocal();
    await start(t);
    await closeEdition(t.as('asagi'), await idOf(t, '2026-12'));
    const text = await summary(t);
    expect(text).toContain('いま配信中の声はありません。');
    expect(text).toContain('npm run kikidoki -- edition plan --month 2027-01 --voices 整理番号,整理番号');
    expect(text).toContain(`データフォルダー ${t.dataFolder} を消し`);
    expect(text).not.toContain('届いています');
    await summary(t, true, 'en_GB.UTF-8');
  });

  it('plans a cancelled month anew while its due day is to come', async () => {
    const t = await openLocal();
    await start(t);
    await cancelEdition(t.as('asagi'), { editionId: await idOf(t, '2026-12'), reason: '誤り' });
    expect(await summary(t)).toContain('edition plan --month 2026-12');
    t.clock.set('2026-12-21T10:00:00+09:00');
    expect(await summary(t)).toContain('edition plan --month 2027-01');
  });

  it('names what waits: a draft, a plan in review, and when an approved one opens', async () => {
    const t = await openLocal();
    const id = await plan(t, '2027-01');
    expect(await summary(t)).toContain('npm run kikidoki -- edition submit 2027-01');
    await submitEdition(t.as('asagi'), id);
    expect(await summary(t)).toContain('npm run kikidoki -- edition approve 2027-01');
    await approveEdition(t.as('kiryu'), id);
    expect(await summary(t)).toContain('1月の声は、2027-01-04 09:30 に配信が始まります。');
    t.clock.set('2027-02-01T10:00:00+09:00');
    await start(t);
    // The new month has the sample's.
    expect(await editionsOf(t)).toEqual(['2027-01 approved', '2027-02 open']);
  });

  it('says of a plan that could not open what to mend', async () => {
    const t = await openLocal();
    const id = await plan(t, '2026-12');
    await submitEdition(t.as('asagi'), id);
    await approveEdition(t.as('kiryu'), id);
    t.clock.set('2026-12-28T10:00:00+09:00');
    await start(t);
    expect(await summary(t)).toContain('12月の声は、配信できませんでした。');
  });

  it('promises no card where every voice is withdrawn', async () => {
    const t = await openLocal();
    await start(t);
    for (const voiceId of [t.voices.noNews, t.voices.firstWords]) {
      await withdrawVoice(t.as('asagi'), { voiceId, reason: 'お申し出' });
    }
    const text = await summary(t);
    expect(text).toContain('12月の声は、すべて公開を停止しているので、カードはありません。');
    expect(text).not.toContain('届いています');
  });

  it('says when the cards come, where they wait for working hours', async () => {
    const t = await openLocal();
    const id = await plan(t, '2026-12');
    await submitEdition(t.as('asagi'), id);
    await approveEdition(t.as('kiryu'), id);
    t.clock.set('2026-12-10T20:00:00+09:00');
    await start(t);
    const text = await summary(t);
    expect(text).toContain('カードは、勤務時間に入る 2026-12-11 09:00 に届きます。');
    expect(text).not.toContain('届いています');
  });
});
