import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withdrawVoice } from '../../../src/domain/voices/index.ts';
import type {
  DiscussionAct,
  DiscussionList,
  DiscussionPage,
  SharedDiscussion,
} from '../../../src/edges/http/contract/discussion.ts';
import {
  discussionListSchema,
  discussionPageSchema,
  sharedDiscussionSchema,
} from '../../../src/edges/http/contract/discussion.ts';
import { newId } from '../../../src/platform/ids.ts';
import type { PersonName } from '../../support/company.ts';
import { openedEdition } from '../../support/editions.ts';
import { call, signIn } from '../../support/pagesClient.ts';
import { openSharedTestApp, openTestApp, type TestApp } from '../../support/testApp.ts';

const insight = {
  voiceId: null,
  anonymous: false,
  why: '連絡がなかったからだと思います',
  feelings: ['anxious'],
  felt: '',
  change: '',
  atMs: 61_000,
};

async function client(t: TestApp, who: PersonName) {
  const { token } = await signIn(t, who);
  return {
    token,
    get: <T>(path: string) => call<T>(t, 'GET', path, { token }),
    act: (id: string, act: DiscussionAct) =>
      call<DiscussionPage>(t, 'POST', `/api/discussions/${id}`, { token, body: act }),
  };
}

describe('the discussion’s routes', () => {
  let t: TestApp;
  let id: string;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    stop = await openSharedTestApp((opened) => (t = opened), { listening: true });
    const editionId = await openedEdition(t);
    const enoki = await client(t, 'enoki');
    const { body } = await enoki.get<DiscussionList>(`/api/discussions?edition=${editionId}`);
    discussionListSchema.parse(body);
    id = body.discussions[0]?.id ?? '';
  });
  afterAll(() => stop());

  it('show the page as the contract says', async () => {
    const enoki = await client(t, 'enoki');
    const { status, body } = await enoki.get<DiscussionPage>(`/api/discussions/${id}`);
    expect(status).toBe(200);
    const page = discussionPageSchema.parse(body);
    expect(page.leading).not.toBeNull();
    expect(page.voices).toHaveLength(2);
    const kajiura = await client(t, 'kajiura');
    expect((await kajiura.get<DiscussionPage>(`/api/discussions/${id}`)).body.leading).toBeNull();
  });

  it('keep what can be kept of words that no database takes', async () => {
    const sena = await client(t, 'sena');
    const insightId = randomUUID();
    const words = { ...insight, why: '連絡\u0000が\ud800来ない' };
    const { status, body } = await sena.act(id, { act: 'writeInsight', insightId, insight: words });
    expect(status).toBe(200);
    expect(body.me.insights.find((one) => one.id === insightId)?.why).toBe('連絡が\ufffd来ない');
    await sena.act(id, { act: 'takeBackInsight', insightId });
  });

  it('are for the department alone', async () => {
    const shiomi = await client(t, 'shiomi');
    expect((await shiomi.get(`/api/discussions/${id}`)).status).toBe(403);
    expect((await shiomi.act(id, { act: 'checkIn' })).status).toBe(403);
    expect((await shiomi.get(`/api/discussions/${id}/live`)).status).toBe(403);
    expect((await call(t, 'GET', `/api/discussions/${id}`)).status).toBe(401);
  });

  it.each([
    ['no act', {}],
    ['an unknown act', { act: 'delete' }],
    [
      'a place that no recording has',
      { act: 'writeInsight', insightId: randomUUID(), insight: { ...insight, atMs: 2 ** 40 } },
    ],
    [
      'a feeling that is no feeling',
      { act: 'writeInsight', insightId: randomUUID(), insight: { ...insight, feelings: ['constructor'] } },
    ],
    [
      'an id that tells when it was made, for an insight',
      { act: 'writeInsight', insightId: newId(), insight },
    ],
    [
      'an id that tells when it was made, for a group',
      { act: 'makeGroup', groupId: newId(), title: '連絡', insightId: randomUUID() },
    ],
    [
      'an id that tells when it was made, for an action',
      {
        act: 'wrapUp',
        understood: '',
        participants: 5,
        heldOn: '2026-12-01',
        actions: [{ id: newId(), text: '連絡日をお伝えする', ownerId: null, dueOn: null }],
        seenReports: 0,
      },
    ],
    ['too long a text', { act: 'skip', reason: 'あ'.repeat(401) }],
    ['another field', { act: 'checkIn', personId: randomUUID() }],
    [
      'an insight of 4,001 characters',
      { act: 'writeInsight', insightId: randomUUID(), insight: { ...insight, why: 'あ'.repeat(4_001) } },
    ],
  ])('refuse %s', async (_what, body) => {
    const { token } = await client(t, 'enoki');
    expect((await call(t, 'POST', `/api/discussions/${id}`, { token, body })).status).toBe(400);
  });

  it('know no discussion by another id', async () => {
    const enoki = await client(t, 'enoki');
    expect((await enoki.get(`/api/discussions/${randomUUID()}`)).status).toBe(404);
    expect((await enoki.get('/api/discussions/nonsense')).status).toBe(404);
    expect((await enoki.get('/api/discussions')).status).toBe(404);
    expect((await enoki.get(`/api/discussions?edition=${randomUUID()}`)).status).toBe(404);
  });

  it('write an insight once, however often the page sends it', async () => {
    const kajiura = await client(t, 'kajiura');
    const insightId = randomUUID();
    const write = { act: 'writeInsight', insightId, insight } as const;
    const answers = await Promise.all([1, 2, 3].map(() => kajiura.act(id, write)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const { body } = await kajiura.get<DiscussionPage>(`/api/discussions/${id}`);
    expect(body.me.insights.map((one) => one.id)).toEqual([insightId]);
    expect(body.shared.state).toBe('reflecting');
  });
});

/** Reads events until `isEnough`. */
async function events(
  t: TestApp,
  path: string,
  token: string,
  isEnough: (shared: SharedDiscussion) => boolean,
) {
  const stopping = new AbortController();
  const answer = await fetch(`${t.url}${path}`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stopping.signal,
  });
  expect(answer.headers.get('content-type')).toContain('text/event-stream');
  const seen: SharedDiscussion[] = [];
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString();
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data) seen.push(sharedDiscussionSchema.parse(JSON.parse(data)));
    }
    const last = seen.at(-1);
    if (last && isEnough(last)) break;
  }
  stopping.abort();
  return seen;
}

describe('the live stream', () => {
  it('tells everybody of the department what happens, at whatever replica', async () => {
    const t = await openTestApp({ listening: true });
    const other = await openTestApp({ listening: true, beside: t });
    const editionId = await openedEdition(t);
    const enoki = await client(t, 'enoki');
    const { body } = await enoki.get<DiscussionList>(`/api/discussions?edition=${editionId}`);
    const id = body.discussions[0]?.id ?? '';
    const sena = await client(other, 'sena');
    const following = events(
      other,
      `/api/discussions/${id}/live`,
      sena.token,
      ({ state }) => state === 'revealed',
    );
    await enoki.act(id, { act: 'start', mode: 'full', isAsync: false, revealAt: null });
    const kajiura = await client(t, 'kajiura');
    await kajiura.act(id, { act: 'writeInsight', insightId: randomUUID(), insight });
    await enoki.act(id, { act: 'reveal' });
    const seen = await following;
    expect(seen[0]?.state).toBe('waiting');
    const last = seen.at(-1);
    expect(last?.groups.flatMap((group) => group.insights.map((one) => one.why))).toEqual([insight.why]);
    expect(last?.feelings[0]?.feelings.map(({ key, count }) => [key, count])).toEqual([['anxious', 1]]);
    // Nothing of it before the reveal.
    const before = seen.filter(({ state }) => state !== 'revealed');
    expect(JSON.stringify(before)).not.toContain(insight.why);
  });

  it('goes on telling nobody who has left the department', async () => {
    const t = await openTestApp({ listening: true });
    const editionId = await openedEdition(t);
    const enoki = await client(t, 'enoki');
    const { body } = await enoki.get<DiscussionList>(`/api/discussions?edition=${editionId}`);
    const id = body.discussions[0]?.id ?? '';
    const sena = await client(t, 'sena');
    const controller = new AbortController();
    const stream = await fetch(`${t.url}/api/discussions/${id}/live`, {
      headers: { authorization: `Bearer ${sena.token}` },
      signal: controller.signal,
    });
    const reading = stream.text();
    await t.ctx.db.post.deleteMany({ where: { personId: t.people.sena.id } });
    await enoki.act(id, { act: 'start', mode: 'full', isAsync: false, revealAt: null });
    // The stream ends by itself, without what happened since.
    expect(await reading).not.toContain('"state":"reflecting"');
    expect((await sena.get(`/api/discussions/${id}/live`)).status).toBe(403);
  });

  it('tells at once that insights come in, and when a voice is withdrawn: its words go from open pages', async () => {
    const t = await openTestApp({ listening: true });
    const editionId = await openedEdition(t);
    const enoki = await client(t, 'enoki');
    const { body } = await enoki.get<DiscussionList>(`/api/discussions?edition=${editionId}`);
    const id = body.discussions[0]?.id ?? '';
    const path = `/api/discussions/${id}`;
    await enoki.act(id, { act: 'start', mode: 'full', isAsync: false, revealAt: null });
    const sena = await client(t, 'sena');
    const coming = events(t, `${path}/live`, sena.token, ({ insightsComing }) => insightsComing);
    const kajiura = await client(t, 'kajiura');
    await kajiura.act(id, { act: 'writeInsight', insightId: randomUUID(), insight });
    expect((await coming).at(-1)?.groups).toEqual([]);
    const recalled = events(t, `${path}/live`, sena.token, ({ voiceIds }) => voiceIds.length === 1);
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.noNews, reason: 'お客さまのお申し出' });
    const last = (await recalled).at(-1);
    expect(last?.voiceIds).not.toContain(t.voices.noNews);
    const page = (await sena.get<DiscussionPage>(path)).body;
    expect(page.voices.map(({ id }) => id)).toEqual(last?.voiceIds);
  });
});
