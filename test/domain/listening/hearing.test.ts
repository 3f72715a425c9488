import { describe, expect, it } from 'vitest';
import { asPerson } from '../../../src/domain/context.ts';
import {
  cancelEdition,
  closeEdition,
  forgetOldHearings,
  listEditions,
  openListeningPage,
  reportListening,
} from '../../../src/domain/listening/index.ts';
import { withdrawVoice } from '../../../src/domain/voices/index.ts';
import { buttonsOf, cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import type { PersonName, VoiceName } from '../../support/company.ts';
import { approvedEdition, hear, openedEdition } from '../../support/editions.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const code = (name: string) => expect.objectContaining({ code: name });

/** Motor claims, Minato and two head offices: who listens here, and no more. */
const audience = { departments: ['CL-AUTO1', 'SL-MINATO', 'HQ-PROD', 'HQ-QUAL'] };

/** Opens the page and gives a way to report from it. */
async function opens(t: TestApp, who: PersonName, voice: VoiceName = 'noNews') {
  const page = await openListeningPage(t.as(who), t.voices[voice]);
  const report = (startMs: number, endMs: number, positionMs = endMs) =>
    reportListening(t.as(who), { voiceId: t.voices[voice], intervals: [{ startMs, endMs }], positionMs });
  return { page, report, durationMs: page.voice.durationMs };
}

describe('listening', () => {
  it('counts what can have been played, and the rest when it has had its time', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t, { audience });
    const { report } = await opens(t, 'mizusawa');
    t.clock.advance({ seconds: 5 });
    // Twenty seconds of sound in five: ten of them at double speed, the rest five seconds later.
    expect(await report(0, 20_000)).toMatchObject({
      coverage: [{ startMs: 0, endMs: 10_000 }],
      retryAfterMs: 5_000,
    });
    t.clock.advance({ seconds: 5 });
    expect(await report(0, 20_000)).toMatchObject({
      coverage: [{ startMs: 0, endMs: 20_000 }],
      retryAfterMs: 0,
    });
  });

  it('counts no more on two devices than on one', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t, { audience });
    const phone = await opens(t, 'mizusawa');
    t.clock.advance({ seconds: 2 });
    const desk = await opens(t, 'mizusawa');
    t.clock.advance({ seconds: 8 });
    const reports = await Promise.all([phone.report(0, 20_000), desk.report(20_000, 40_000)]);
    const { page } = await opens(t, 'mizusawa');
    const covered = page.progress?.coverage.reduce((sum, one) => sum + one.endMs - one.startMs, 0);
    expect(covered).toBe(20_000);
    expect(reports.map(({ retryAfterMs }) => retryAfterMs).sort((a, b) => a - b)).toEqual([0, 10_000]);
  });

  it('starts no earlier than the page was opened', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t, { audience });
    const voiceId = t.voices.noNews;
    const all = { voiceId, intervals: [{ startMs: 0, endMs: 600_000 }], positionMs: 0 };
    expect(await reportListening(t.as('mizusawa'), all)).toMatchObject({ heard: false, coverage: [] });
  });

  it('is heard at 90 %, once, with the day alone', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t, { audience });
    const { report, durationMs } = await opens(t, 'mizusawa');
    t.clock.advance({ minutes: 2 });
    const almost = Math.floor(durationMs * 0.9) - 1;
    expect(await report(0, almost)).toMatchObject({ heard: false });
    expect(await report(almost, Math.ceil(durationMs * 0.9))).toMatchObject({ heard: true });
    await report(0, durationMs);
    const hearings = await t.ctx.db.hearing.findMany();
    expect(hearings).toEqual([
      {
        personId: t.people.mizusawa.id,
        voiceId: t.voices.noNews,
        editionId: expect.any(String),
        departmentId: t.departments.motor.id,
        heardOn: new Date('2026-12-01'),
      },
    ]);
  });

  it('keeps nothing that tells reading from playing', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t, { audience });
    const player = await opens(t, 'mizusawa');
    const reader = await opens(t, 'enoki');
    for (let second = 0; second < player.durationMs; second += 1_000) {
      t.clock.advance({ seconds: 1 });
      await player.report(second, second + 1_000);
    }
    // Reading to the end reports the same seconds.
    await reader.report(0, reader.durationMs);
    const rows = await t.ctx.db.listeningProgress.findMany({ select: { coverage: true, positionMs: true } });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual(rows[1]);
    expect(await t.ctx.db.hearing.count()).toBe(2);
  });

  it('goes on where one left off, on another device', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t, { audience });
    const phone = await opens(t, 'mizusawa');
    t.clock.advance({ seconds: 12 });
    await phone.report(0, 12_000, 11_500);
    const desk = await opens(t, 'mizusawa');
    expect(desk.page.progress).toMatchObject({
      positionMs: 11_500,
      coverage: [{ startMs: 0, endMs: 12_000 }],
    });
  });

  it('keeps positions within the voice', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t, { audience });
    const { report, durationMs } = await opens(t, 'mizusawa');
    await report(0, 0, 999_999_999);
    expect((await opens(t, 'mizusawa')).page.progress?.positionMs).toBe(durationMs);
  });

  it('after the month keeps nothing, and still plays', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await openedEdition(t, { audience });
    await hear(t, 'mizusawa', 'noNews');
    await closeEdition(t.as('asagi'), editionId);
    t.clock.advance({ minutes: 5 });
    const { page, report, durationMs } = await opens(t, 'enoki');
    expect(page.progress).toBeNull();
    expect(await report(0, durationMs)).toEqual({ heard: false, coverage: [], covered: 0, retryAfterMs: 0 });
    expect(await (await opens(t, 'mizusawa')).report(0, 1)).toMatchObject({ heard: true });
    expect(await t.ctx.db.listeningProgress.count()).toBe(0);
    expect(await t.ctx.db.hearing.count()).toBe(1);
  });

  it('is not possible before the opening, after a cancellation, or when withdrawn', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await approvedEdition(t, { opensAt: new Date('2026-12-02T09:30:00+09:00') });
    await expect(opens(t, 'mizusawa')).rejects.toEqual(code('voice.notFound'));
    t.clock.set('2026-12-02T09:30:00+09:00');
    await (await import('../../../src/domain/listening/index.ts')).openDueEditions(t.ctx);
    const { report } = await opens(t, 'mizusawa');
    await withdrawVoice(t.as('kiryu'), { voiceId: t.voices.noNews, reason: 'お申し出' });
    await expect(report(0, 1)).rejects.toEqual(code('voice.withdrawn'));
    await expect(opens(t, 'mizusawa')).rejects.toEqual(code('voice.withdrawn'));
    await opens(t, 'mizusawa', 'firstWords');
    await cancelEdition(t.as('asagi'), { editionId, reason: '誤り' });
    await expect(opens(t, 'mizusawa', 'firstWords')).rejects.toEqual(code('voice.notFound'));
    expect(await t.ctx.db.listeningProgress.count()).toBe(0);
  });

  it('is forgotten after the time that the settings say', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await openedEdition(t, { audience });
    await hear(t, 'mizusawa', 'noNews');
    await closeEdition(t.as('asagi'), editionId);
    t.clock.advance({ days: 36 * 31 - 1 });
    await forgetOldHearings(t.ctx);
    expect(await t.ctx.db.hearing.count()).toBe(1);
    t.clock.advance({ days: 2 });
    await forgetOldHearings(t.ctx);
    expect(await t.ctx.db.hearing.count()).toBe(0);
  });

  it('of a cancelled edition is forgotten as well', async () => {
    const t = await openTestApp({ working: false });
    const editionId = await openedEdition(t, { audience });
    await hear(t, 'mizusawa', 'noNews');
    await cancelEdition(t.as('asagi'), { editionId, reason: '誤り' });
    t.clock.advance({ days: 36 * 31 + 1 });
    await forgetOldHearings(t.ctx);
    expect(await t.ctx.db.hearing.count()).toBe(0);
  });

  it('of a voice that comes again after a cancellation counts again: nobody has to hear it twice', async () => {
    const t = await openTestApp();
    const first = await openedEdition(t, { audience, voices: ['noNews'] });
    for (const who of ['shiomi', 'fujikura', 'momose'] as const) await hear(t, who, 'noNews');
    await cancelEdition(t.as('asagi'), { editionId: first, reason: '期限の誤り' });
    await openedEdition(t, { audience, voices: ['noNews'], opensAt: t.clock.now() });
    await t.settled();
    const [newest] = t.stub.messagesIn('kikidoki-channel-2').slice(-1);
    expect(visibleWords(cardOf(newest?.activity))).toContain(
      'この職場では、半数以上の方が、今月の声をすべて聴きました。',
    );
  });
});

describe('the home page', () => {
  it('shows the open month and the past ones, with what one has heard', async () => {
    const t = await openTestApp({ working: false });
    const november = await openedEdition(t, {
      month: '2026-11',
      voices: ['lunchBreak'],
      opensAt: t.clock.now(),
      dueOn: '2026-12-01',
    });
    await hear(t, 'mizusawa', 'lunchBreak');
    await closeEdition(t.as('asagi'), november);
    await openedEdition(t, { audience });
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.firstWords, reason: 'お申し出' });
    const editions = await listEditions(t.as('mizusawa'));
    expect(editions.map(({ edition }) => [edition.month, edition.state])).toEqual([
      ['2026-12', 'open'],
      ['2026-11', 'closed'],
    ]);
    expect(editions[1]?.voices).toMatchObject([{ heard: true }]);
    expect(editions[0]?.voices.map(({ voice }) => voice.state)).toEqual(['approved', 'withdrawn']);
    expect((await listEditions(t.as('enoki')))[1]?.voices).toMatchObject([{ heard: false }]);
  });
});

describe('a department’s card', () => {
  const progressOn = (t: TestApp, conversationId: string) =>
    visibleWords(cardOf(t.stub.messagesIn(conversationId)[0]?.activity)).find((words) =>
      /^(この職場では|どうぞ)/.test(words),
    );
  const versions = (t: TestApp, conversationId: string) =>
    t.stub.messagesIn(conversationId)[0]?.versions.length;

  it('shows how far it is, at most once in ten minutes', async () => {
    const t = await openTestApp();
    await openedEdition(t, { audience, voices: ['noNews'] });
    await t.settled();
    expect(progressOn(t, 'kikidoki-team')).toBe('どうぞ、ご一緒に聴いてみてください。');
    await hear(t, 'mizusawa', 'noNews');
    await t.settled();
    expect(progressOn(t, 'kikidoki-team')).toBe(
      'この職場では、23人のうち1人の方が、今月の声をすべて聴きました。',
    );
    await hear(t, 'enoki', 'noNews');
    await hear(t, 'sena', 'noNews');
    await t.settled();
    expect(versions(t, 'kikidoki-team')).toBe(2);
    t.clock.advance({ minutes: 9, seconds: 59 });
    await refresh(t);
    expect(versions(t, 'kikidoki-team')).toBe(2);
    t.clock.advance({ seconds: 1 });
    await refresh(t);
    expect(progressOn(t, 'kikidoki-team')).toBe(
      'この職場では、23人のうち3人の方が、今月の声をすべて聴きました。',
    );
    expect(versions(t, 'kikidoki-team')).toBe(3);
    t.clock.advance({ hours: 1 });
    await refresh(t);
    expect(versions(t, 'kikidoki-team')).toBe(3);
  });

  it('counts who has heard all voices, and the rest when one is withdrawn', async () => {
    const t = await openTestApp();
    await openedEdition(t, { audience });
    await t.settled();
    await hear(t, 'mizusawa', 'noNews');
    await t.settled();
    expect(progressOn(t, 'kikidoki-team')).toBe('どうぞ、ご一緒に聴いてみてください。');
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.firstWords, reason: 'お申し出' });
    await t.settled();
    expect(progressOn(t, 'kikidoki-team')).toBe(
      'この職場では、23人のうち1人の方が、今月の声をすべて聴きました。',
    );
  });

  it('shows bands under twenty people, and no number that tells who', async () => {
    const t = await openTestApp();
    await openedEdition(t, { audience, voices: ['noNews'] });
    await t.settled();
    const seen: (string | undefined)[] = [progressOn(t, 'kikidoki-channel-2')];
    for (const who of ['shiomi', 'fujikura', 'momose'] as const) {
      await hear(t, who, 'noNews');
      t.clock.advance({ minutes: 10 });
      await refresh(t);
      seen.push(progressOn(t, 'kikidoki-channel-2'));
    }
    expect(seen).toEqual([
      'どうぞ、ご一緒に聴いてみてください。',
      'この職場では、今月の声をすべて聴いた方がいます。',
      'この職場では、今月の声をすべて聴いた方がいます。',
      'この職場では、半数以上の方が、今月の声をすべて聴きました。',
    ]);
  });

  it('counts people with two posts in their main department alone', async () => {
    const t = await openTestApp();
    await openedEdition(t, { audience, voices: ['noNews'] });
    await t.settled();
    await hear(t, 'nagura', 'noNews');
    await t.settled();
    expect(progressOn(t, '19:hq-prod@thread.tacv2')).toBe(
      'この職場では、半数以上の方が、今月の声をすべて聴きました。',
    );
    expect(progressOn(t, '19:hq-qual@thread.tacv2')).toBe('どうぞ、ご一緒に聴いてみてください。');
  });

  async function refresh(t: TestApp): Promise<void> {
    const { refreshProgress } = await import('../../../src/domain/listening/index.ts');
    await refreshProgress(t.ctx);
    await t.settled();
  }
});

describe('one’s own card', () => {
  it('ticks what one has heard, and nobody else’s does', async () => {
    const t = await openTestApp();
    await openedEdition(t, { audience });
    await t.settled();
    await hear(t, 'hanh', 'noNews');
    await t.settled();
    const words = (who: PersonName) =>
      visibleWords(cardOf(t.stub.messagesOf(t.people[who].entraObjectId ?? '')[0]?.activity));
    expect(words('hanh').filter((one) => one.includes('✓ Heard'))).toHaveLength(1);
    expect(words('mizusawa').filter((one) => one.includes('✓'))).toHaveLength(0);
    expect(t.stub.messagesOf(t.people.mizusawa.entraObjectId ?? '')[0]?.versions).toHaveLength(1);
  });

  it('speaks one’s own language', async () => {
    const t = await openTestApp();
    await openedEdition(t, { audience });
    await t.settled();
    const first = (who: PersonName) =>
      visibleWords(cardOf(t.stub.messagesOf(t.people[who].entraObjectId ?? '')[0]?.activity))[0];
    expect(first('hanh')).toBe('Listening to our customers ─ voices of December');
    expect(first('mizusawa')).toBe('お客さまを知る時間 ─ 12月の声');
  });

  it('holds the approved quotes and no other word of a customer', async () => {
    const t = await openTestApp();
    await openedEdition(t, { audience });
    await t.settled();
    const voices = await t.ctx.db.voice.findMany();
    const pushed = JSON.stringify(t.stub.calls.map((call) => call.body));
    for (const voice of voices) {
      for (const { text } of voice.sentences as { text: string }[]) {
        // The quote is part of a sentence, or one: what is left of it besides must not have been pushed.
        for (const words of text.split(voice.quote).filter((rest) => rest.length > 3))
          expect(pushed).not.toContain(words);
      }
    }
    expect(pushed).toContain('忘れられてしまったのかなと');
    expect(t.log.text()).not.toContain('忘れられて');
  });

  it('has buttons for this month only', async () => {
    const t = await openTestApp();
    const editionId = await openedEdition(t, { audience });
    await t.settled();
    const buttons = buttonsOf(cardOf(t.stub.messagesOf(t.people.mizusawa.entraObjectId ?? '')[0]?.activity));
    expect(buttons.map((button) => button.type === 'Action.Submit' && button.data.subjectId)).toEqual([
      t.voices.noNews,
      t.voices.noNews,
      t.voices.firstWords,
      t.voices.firstWords,
      editionId,
      // The discussion; a proposal is of no month.
      '00000000-0000-0000-0000-000000000000',
    ]);
  });
});

describe('people who left', () => {
  it('can neither listen nor be counted', async () => {
    const t = await openTestApp({ working: false });
    await openedEdition(t, { audience });
    await t.ctx.db.person.update({ where: { id: t.people.momose.id }, data: { status: 'left' } });
    const gone = asPerson(t.ctx, t.people.momose.id);
    await expect(openListeningPage(gone, t.voices.noNews)).rejects.toEqual(code('signIn.required'));
    await expect(listEditions(gone)).rejects.toEqual(code('signIn.required'));
  });
});
