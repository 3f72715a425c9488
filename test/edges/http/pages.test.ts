import { beforeAll, describe, expect, it } from 'vitest';
import { closeEdition } from '../../../src/domain/listening/index.ts';
import { withdrawVoice } from '../../../src/domain/voices/index.ts';
import {
  editionsSchema,
  type ListeningState,
  listeningStateSchema,
  recordsSchema,
  type Session,
  sessionSchema,
  siteSchema,
  type VoicePage,
  voicePageSchema,
} from '../../../src/edges/http/contract.ts';
import { openedEdition } from '../../support/editions.ts';
import { call, signIn } from '../../support/pagesClient.ts';
import { openSharedTestApp, openTestApp, type TestApp } from '../../support/testApp.ts';

type Failure = { error: { code: string; message: string } };

async function openMonth(): Promise<{ t: TestApp; editionId: string; token: string }> {
  const t = await openTestApp({ listening: true, working: false });
  const editionId = await openedEdition(t, { audience: { departments: ['CL-AUTO1'] } });
  const { token } = await signIn(t, 'mizusawa');
  return { t, editionId, token };
}

describe('a page', () => {
  let t: TestApp;
  beforeAll(() => openSharedTestApp((opened) => (t = opened), { listening: true, working: false }));

  it('learns the programme’s name, and that nobody chooses who they are in Teams', async () => {
    const site = siteSchema.parse((await call(t, 'GET', '/api/site')).body);
    expect(site).toEqual({ programmeName: t.ctx.settings.programmeName, localSignIn: false });
    expect(await call<Failure>(t, 'GET', '/api/local/people')).toMatchObject({
      status: 404,
      body: { error: { code: 'local.only' } },
    });
    const body = { personId: t.people.asagi.id };
    expect(await call<Failure>(t, 'POST', '/api/session', { body })).toMatchObject({ status: 404 });
  });

  it('shows what is recorded without a sign-in, from the settings, in both languages', async () => {
    const records = recordsSchema.parse((await call(t, 'GET', '/api/records')).body);
    expect(records.records).toHaveLength(15);
    expect(records.never).toHaveLength(4);
    expect(records.records[0]?.howLong.ja).toContain('36か月');
    expect(records.records[0]?.who.en).toContain('under 20 people');
    const about = (words: string) => records.records.find(({ what }) => what.ja.includes(words));
    for (const words of ['に寄せた気づき', 'まとまりへの投票', '取組み', '課題', '引継ぎ']) {
      const record = about(words);
      expect(record?.why.ja, words).toBeTruthy();
      expect(record?.who.ja, words).toBeTruthy();
      expect(record?.howLong.ja, words).toMatch(/か月|日後まで/);
    }
    expect(JSON.stringify(records)).not.toMatch(/\{\{|records\./);
  });

  it.each([
    ['GET', '/api/editions', undefined],
    ['GET', '/api/voices/0199f5d2-0000-7000-8000-000000000001', undefined],
    ['POST', '/api/voices/0199f5d2-0000-7000-8000-000000000001/listening', { intervals: [], positionMs: 0 }],
    ['POST', '/api/session/renew', {}],
  ])('%s %s needs a sign-in', async (method, path, body) => {
    for (const headers of [{}, { authorization: 'Bearer x.y.z' }, { authorization: 'Basic abc' }]) {
      const answer = await call<Failure>(t, method, path, { headers, ...(body ? { body } : {}) });
      expect([answer.status, answer.body.error.code]).toEqual([401, 'signIn.required']);
    }
  });

  it.each([
    ['{}', {}],
    ['both ways at once', { link: 'x', personId: '0199f5d2-0000-7000-8000-000000000001' }],
    ['a link of another kind', { link: 5 }],
    ['a very long link', { link: 'x'.repeat(201) }],
  ])('signing in with %s is refused', async (_what, body) => {
    expect((await call(t, 'POST', '/api/session', { body })).status).toBe(400);
  });

  it('speaks the reader’s language in errors, and shows nothing of the inside', async () => {
    const japanese = await call<Failure>(t, 'GET', '/api/editions', { headers: { 'accept-language': 'ja' } });
    const english = await call<Failure>(t, 'GET', '/api/editions', {
      headers: { 'accept-language': 'en-GB,en' },
    });
    expect(japanese.body.error.message).toContain('サインイン');
    expect(english.body.error.message).toContain('sign-in has run out');
    const missing = await call<Failure>(t, 'GET', '/api/nowhere%00');
    expect(missing.status).toBe(404);
    expect(missing.body.error.code).toBe('notFound');
    const malformed = await fetch(`${t.url}/api/session`, {
      method: 'POST',
      body: '{"link": "秘密',
      headers: { 'content-type': 'application/json' },
    });
    expect(malformed.status).toBe(400);
    expect(await malformed.text()).not.toContain('秘密');
  });
});

describe('a session', () => {
  it('begins with a link of single use, also when two open it at the same time', async () => {
    const { t } = await openMonth();
    const { createSessionLink } = await import('../../../src/domain/people/index.ts');
    const link = await createSessionLink(t.ctx, t.people.enoki.id);
    const tries = await Promise.all(
      [1, 2, 3].map(() => call<Session>(t, 'POST', '/api/session', { body: { link } })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual([200, 401, 401]);
    const session = sessionSchema.parse(tries.find(({ status }) => status === 200)?.body);
    expect(session.person).toEqual({
      id: t.people.enoki.id,
      name: { ja: '榎木 達朗', en: 'Tatsuro Enoki' },
      locale: 'ja',
      roles: [],
    });
    expect(new Date(session.expiresAt).getTime() - t.clock.now().getTime()).toBe(15 * 60_000);
    // Only a hash is kept: a copy of the database opens nothing.
    expect(JSON.stringify(await t.ctx.db.sessionLink.findMany())).not.toContain(link);
  });

  it('runs out after fifteen minutes, and is renewed while the page is open', async () => {
    const { t, token } = await openMonth();
    t.clock.advance({ minutes: 10 });
    const renewed = await call<Session>(t, 'POST', '/api/session/renew', { token });
    expect(renewed.status).toBe(200);
    t.clock.advance({ minutes: 6 });
    expect((await call(t, 'GET', '/api/editions', { token })).status).toBe(401);
    expect((await call(t, 'GET', '/api/editions', { token: renewed.body.token })).status).toBe(200);
    expect((await call(t, 'POST', '/api/session/renew', { token })).status).toBe(401);
  });

  it('ends when one leaves the company', async () => {
    const { t, token } = await openMonth();
    await t.ctx.db.person.update({ where: { id: t.people.mizusawa.id }, data: { status: 'left' } });
    expect((await call(t, 'GET', '/api/editions', { token })).status).toBe(401);
    expect((await call(t, 'POST', '/api/session/renew', { token })).status).toBe(401);
  });

  it('of another installation is worth nothing here', async () => {
    const { t } = await openMonth();
    const other = await openMonth();
    expect((await call(t, 'GET', '/api/editions', { token: other.token })).status).toBe(401);
  });

  it('sets no cookie', async () => {
    const { t, token } = await openMonth();
    const answer = await call(t, 'GET', '/api/editions', { token });
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});

describe('the listening page', () => {
  const voicePath = (t: TestApp) => `/api/voices/${t.voices.noNews}`;

  it('has the words, the masks, the prompts, and where one left off', async () => {
    const { t, token } = await openMonth();
    const page = voicePageSchema.parse((await call(t, 'GET', voicePath(t), { token })).body);
    expect(page.sentences[0]?.text).toBe('お電話ありがとうございます、担当の【氏名】です。');
    expect(page.lineOfBusiness).toEqual({
      key: 'auto',
      label: { ja: '自動車保険', en: 'Motor insurance' },
    });
    expect(page.bleeps.length).toBeGreaterThan(0);
    expect(page.prompts).toHaveLength(3);
    expect(page.others).toEqual([{ id: t.voices.firstWords, quote: expect.any(String), heard: false }]);
    t.clock.advance({ seconds: 10 });
    const report = { intervals: [{ startMs: 0, endMs: 8_000 }], positionMs: 8_000 };
    const state = await call<ListeningState>(t, 'POST', `${voicePath(t)}/listening`, { token, body: report });
    expect(listeningStateSchema.parse(state.body)).toMatchObject({
      coverage: [{ startMs: 0, endMs: 8_000 }],
      heard: false,
    });
    const again = (await call<VoicePage>(t, 'GET', voicePath(t), { token })).body;
    expect(again).toMatchObject({ positionMs: 8_000, coverage: [{ startMs: 0, endMs: 8_000 }] });
    const editions = editionsSchema.parse((await call(t, 'GET', '/api/editions', { token })).body);
    expect(editions.editions).toHaveLength(1);
  });

  it.each([
    ['no intervals', { positionMs: 0 }],
    ['a negative time', { intervals: [{ startMs: -1, endMs: 1 }], positionMs: 0 }],
    ['a time that is no number', { intervals: [{ startMs: 'x', endMs: 1 }], positionMs: 0 }],
    ['too many intervals', { intervals: Array(201).fill({ startMs: 0, endMs: 1 }), positionMs: 0 }],
    ['who reads', { intervals: [], positionMs: 0, reading: true }],
    ['numbers beyond all reason', { intervals: [{ startMs: 0, endMs: 1e300 }], positionMs: 0 }],
  ])('refuses a report with %s', async (_what, body) => {
    const { t, token } = await openMonth();
    expect((await call(t, 'POST', `${voicePath(t)}/listening`, { token, body })).status).toBe(400);
  });

  it('knows no voice that is not open, and no id that is none', async () => {
    const { t, token } = await openMonth();
    for (const id of [t.voices.lunchBreak, '0199f5d2-0000-7000-8000-000000000001', 'x', "'%20OR%201=1--"]) {
      expect((await call(t, 'GET', `/api/voices/${id}`, { token })).status).toBe(404);
    }
  });

  it('answers 410 once the voice is withdrawn: page, reports, sound', async () => {
    const { t, token } = await openMonth();
    const { soundUrl } = (await call<VoicePage>(t, 'GET', voicePath(t), { token })).body;
    expect((await call(t, 'GET', soundUrl)).status).toBe(200);
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.noNews, reason: 'お申し出' });
    const page = await call<Failure>(t, 'GET', voicePath(t), { token });
    expect([page.status, page.body.error.code]).toEqual([410, 'voice.withdrawn']);
    const pulse = await call(t, 'POST', `${voicePath(t)}/listening`, {
      token,
      body: { intervals: [], positionMs: 0 },
    });
    expect(pulse.status).toBe(410);
    expect((await call(t, 'GET', soundUrl)).status).toBe(410);
    expect((await call(t, 'GET', soundUrl, { headers: { range: 'bytes=0-9' } })).status).toBe(410);
    const editions = editionsSchema.parse((await call(t, 'GET', '/api/editions', { token })).body);
    expect(editions.editions[0]?.voices[0]).toMatchObject({ withdrawn: true, quote: '' });
    expect(JSON.stringify(editions)).not.toContain('お申し出');
  });

  it('still plays after the month, and keeps nothing', async () => {
    const { t, editionId, token } = await openMonth();
    await closeEdition(t.as('asagi'), editionId);
    const page = await call<VoicePage>(t, 'GET', voicePath(t), { token });
    expect(page.body).toMatchObject({ coverage: [], positionMs: 0, edition: { state: 'closed' } });
    expect((await call(t, 'GET', page.body.soundUrl)).status).toBe(200);
  });
});

describe('the sound', () => {
  const open = async () => {
    const { t, token } = await openMonth();
    const { soundUrl } = (await call<VoicePage>(t, 'GET', `/api/voices/${t.voices.noNews}`, { token })).body;
    const get = (headers: Record<string, string> = {}, method = 'GET', path = soundUrl) =>
      fetch(`${t.url}${path}`, { method, headers });
    return { t, soundUrl, get };
  };

  it('comes whole, in parts, or as a head', async () => {
    const { get } = await open();
    const whole = await get();
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect(whole.status).toBe(200);
    expect(whole.headers.get('content-type')).toBe('audio/mpeg');
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    expect(whole.headers.get('cache-control')).toBe('no-store');
    expect(bytes.length).toBe(Number(whole.headers.get('content-length')));
    const part = await get({ range: 'bytes=100-199' });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 100-199/${bytes.length}`]);
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true);
    for (const version of ['"another"', 'W/"x"', 'Wed, 21 Oct 2026 07:28:00 GMT', `"${'a'.repeat(64)}"`]) {
      const answer = await get({ range: 'bytes=100-199', 'if-range': version });
      expect([answer.status, answer.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
    }
    const end = await get({ range: 'bytes=-10' });
    expect(Buffer.from(await end.arrayBuffer()).equals(bytes.subarray(-10))).toBe(true);
    const beyond = await get({ range: `bytes=${bytes.length}-` });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${bytes.length}`]);
    const head = await get({}, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes.length)]);
    expect(await head.text()).toBe('');
  });

  it('needs its signature, for its own voice, and not for long', async () => {
    const { t, soundUrl, get } = await open();
    const url = new URL(soundUrl, t.url);
    const without = async (change: (url: URL) => void) => {
      const forged = new URL(url);
      change(forged);
      return (await get({}, 'GET', `${forged.pathname}${forged.search}`)).status;
    };
    expect(await without((one) => one.searchParams.delete('signature'))).toBe(403);
    expect(await without((one) => one.searchParams.set('expires', '9999999999'))).toBe(403);
    expect(await without((one) => one.searchParams.set('signature', '声'))).toBe(403);
    expect(await without((one) => (one.pathname = `/sound/${t.voices.firstWords}`))).toBe(403);
    t.clock.advance({ minutes: 15, seconds: 1 });
    const late = await get();
    expect(late.status).toBe(403);
    expect(((await late.json()) as Failure).error.code).toBe('voice.soundLinkExpired');
  });
});
