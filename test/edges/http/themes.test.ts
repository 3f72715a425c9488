import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sharedDiscussionSchema } from '../../../src/edges/http/contract/discussion.ts';
import {
  departmentsSchema,
  deskSchema,
  type InsightsPage,
  insightsPageSchema,
  type ReferralList,
  referralListSchema,
  referralPageSchema,
  themeListSchema,
  themePageSchema,
  topicPageSchema,
} from '../../../src/edges/http/contract/themes.ts';
import type { PersonName } from '../../support/company.ts';
import { call, signIn } from '../../support/pagesClient.ts';
import { openSharedTestApp, type TestApp } from '../../support/testApp.ts';
import { type InsightMonth, monthOfInsights, written } from '../../support/themes.ts';

describe('the routes of insights together, themes and hand-overs', () => {
  let t: TestApp;
  let month: InsightMonth;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    stop = await openSharedTestApp((opened) => (t = opened), { listening: true });
    month = await monthOfInsights(t);
  });
  afterAll(() => stop());

  const as = async (who: PersonName) => {
    const { token } = await signIn(t, who);
    return {
      token,
      get: <T>(path: string) => call<T>(t, 'GET', path, { token }),
      post: <T>(path: string, body: unknown) => call<T>(t, 'POST', path, { token, body }),
    };
  };

  it('answer as the contract says, and say nothing more', async () => {
    const asagi = await as('asagi');
    deskSchema.strict().parse((await asagi.get('/api/desk')).body);
    const { body } = await asagi.get<InsightsPage>('/api/insights?month=2026-12');
    const page = insightsPageSchema.strict().parse(body);
    expect(page.found).toBe(5);
    const topic = page.topics[0]?.id;
    topicPageSchema.parse(
      (await asagi.get(`/api/insights/topic?month=2026-12&topic=${topic}&skip=0&words=支払`)).body,
    );
    const id = randomUUID();
    const made = await asagi.post('/api/themes', {
      id,
      month: '2026-12',
      title: '見通し',
      from: { topicId: topic, month: '2026-12', search: { words: '支払' } },
    });
    themePageSchema.strict().parse(made.body);
    themeListSchema.strict().parse((await asagi.get('/api/themes')).body);
    departmentsSchema.parse((await asagi.get('/api/departments?words=火災')).body);
    const everything = JSON.stringify([body, made.body]);
    for (const hint of ['tokita', 'sena'] as const) expect(everything).not.toContain(t.people[hint].id);
    for (const word of ['authorId', 'anonymous', 'withheld', 'discussionId', 'writtenAt'])
      expect(everything).not.toContain(`"${word}"`);
  });

  it.each([
    ['GET', '/api/insights?kind=it', 400],
    ['GET', '/api/insights?voice=nothing', 400],
    ['GET', '/api/insights/topic?month=2026-12', 400],
    ['GET', '/api/insights/topic?month=2026-12&skip=-1', 400],
    ['GET', `/api/themes/${randomUUID()}`, 404],
    ['GET', '/api/themes/nothing', 404],
    ['POST', '/api/themes', 400],
    ['POST', `/api/insights/${randomUUID()}`, 400],
    ['GET', '/api/referrals', 403],
  ])('%s %s is refused with %i', async (method, path, status) => {
    const { token } = await as('asagi');
    const answer = await call(t, method, path, { token, ...(method === 'POST' ? { body: {} } : {}) });
    expect(answer.status).toBe(status);
  });

  it('hand over, and from then on nobody of the department hears of it, live pages included', async () => {
    const enoki = await as('enoki');
    const stopping = new AbortController();
    const live = await fetch(`${t.url}/api/discussions/${month.motor}/live`, {
      headers: { authorization: `Bearer ${enoki.token}` },
      signal: stopping.signal,
    });
    const events = eventsOf(live);
    expect(JSON.stringify((await events.next()).value)).toContain(written.sena);
    const act = { act: 'refer', insightId: month.ids.sena, office: 'complaint' };
    const after = await enoki.post(`/api/discussions/${month.motor}`, act);
    expect([after.status, JSON.stringify(after.body).includes(written.sena)]).toEqual([200, false]);
    expect(JSON.stringify((await events.next()).value)).not.toContain(written.sena);
    stopping.abort();

    const kitta = await as('kitta');
    const { body } = await kitta.get<ReferralList>('/api/referrals');
    referralListSchema.strict().parse(body);
    expect(JSON.stringify(body)).not.toContain(written.sena);
    const page = await kitta.get(`/api/referrals/${month.ids.sena}`);
    expect(referralPageSchema.strict().parse(page.body).felt).toBe(written.sena);
    const taken = await kitta.post<ReferralList>(`/api/referrals/${month.ids.sena}`, { act: 'take' });
    expect(taken.body.referrals[0]?.takenBy?.ja).toBe(t.people.kitta.name);
  });

  it('say in plain words that an office has no readers, and which have some', async () => {
    const asagi = await as('asagi');
    const path = `/api/insights/${month.ids.tokita}`;
    const answer = await asagi.post(path, { act: 'refer', office: 'whistleblowing' });
    expect(answer.status).toBe(409);
    expect(JSON.stringify(answer.body)).toContain('いま読める方がいない');
    expect(JSON.stringify(answer.body)).not.toContain('settings.json');
    expect((await asagi.get<InsightsPage>('/api/insights')).body.openOffices).toEqual(['complaint']);
  });
});

/** The events of a live stream, one by one. */
async function* eventsOf(answer: Response) {
  let text = '';
  for await (const chunk of answer.body ?? []) {
    text += Buffer.from(chunk).toString();
    const parts = text.split('\n\n');
    text = parts.pop() ?? '';
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1];
      if (data) yield sharedDiscussionSchema.parse(JSON.parse(data));
    }
  }
}
