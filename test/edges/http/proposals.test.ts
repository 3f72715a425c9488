import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ProposalAct,
  type ProposalPage,
  proposalPageSchema,
} from '../../../src/edges/http/contract/proposalPage.ts';
import {
  ownProposalsSchema,
  type ProposalToSend,
  proposalCheckSchema,
  receiptSchema,
} from '../../../src/edges/http/contract/proposals.ts';
import type { PersonName } from '../../support/company.ts';
import { call, signIn } from '../../support/pagesClient.ts';
import { draft } from '../../support/proposals.ts';
import { openSharedTestApp, type TestApp } from '../../support/testApp.ts';

describe('the routes of proposals', () => {
  let t: TestApp;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    stop = await openSharedTestApp((opened) => (t = opened), { listening: true });
  });
  afterAll(() => stop());

  async function client(who: PersonName) {
    const { token } = await signIn(t, who);
    return {
      send: (body: ProposalToSend) => call(t, 'POST', '/api/proposals', { token, body }),
      get: <T>(path: string) => call<T>(t, 'GET', path, { token }),
      post: (path: string, body: unknown) => call(t, 'POST', path, { token, body }),
      act: (id: string, act: ProposalAct) =>
        call<ProposalPage>(t, 'POST', `/api/proposals/${id}`, { token, body: act }),
    };
  }

  it('take a proposal from its receipt to the answer', async () => {
    const kajiura = await client('kajiura');
    const kitta = await client('kitta');
    const input = draft();
    const receipt = receiptSchema.parse((await kajiura.send(input)).body);
    expect(receipt.number).toMatch(/^K-2026-\d{5}$/);
    const id = receipt.proposalId;
    expect(
      (await kitta.act(id, { act: 'decide', from: 'received', to: 'checking', words: '', reviewOn: null }))
        .status,
    ).toBe(200);
    await kitta.act(id, { act: 'ask', words: 'どの窓口でしょうか。' });
    const asked = proposalPageSchema.parse((await kajiura.get(`/api/proposals/${id}`)).body);
    expect(asked.me).toMatchObject({ isProposer: true, question: 'どの窓口でしょうか。', mayEdit: false });
    expect(asked.work).toBeNull();
    const answered = await kajiura.act(id, { act: 'answer', words: '電話です。' });
    expect(answered.body.state).toBe('checking');
    const work = proposalPageSchema.parse((await kitta.get(`/api/proposals/${id}`)).body).work;
    expect(work?.moves).toEqual(['considering', 'declined']);
    const own = ownProposalsSchema.parse((await kajiura.get('/api/proposals/own')).body);
    expect(own.sent.map((one) => one.id)).toEqual([id]);
  });

  it('tell colleagues what was decided, and nothing of questions and answers', async () => {
    const kajiura = await client('kajiura');
    const kitta = await client('kitta');
    const sena = await client('sena');
    const id = receiptSchema.parse((await kajiura.send(draft())).body).proposalId;
    await kitta.act(id, { act: 'decide', from: 'received', to: 'checking', words: '', reviewOn: null });
    await kitta.act(id, { act: 'ask', words: '内緒のお尋ね' });
    await kajiura.act(id, { act: 'answer', words: '内緒のお答え' });
    await kitta.act(id, {
      act: 'decide',
      from: 'checking',
      to: 'declined',
      words: '費用の面で難しいためです。',
      reviewOn: null,
    });
    const { body } = await sena.get<ProposalPage>(`/api/proposals/${id}`);
    expect(JSON.stringify(body)).not.toContain('内緒');
    expect(body.steps.at(-1)?.words).toBe('費用の面で難しいためです。');
    expect(body.steps.every((step) => step.actor === null)).toBe(true);
    const supported = await sena.act(id, { act: 'support', comment: '' });
    expect(supported.body.me.supports).toBe(true);
  });

  it('say what looks like personal data before it is sent', async () => {
    const kajiura = await client('kajiura');
    const texts = ['折り返し先は090-1234-5678です', '証券番号AB12345678'];
    const { body } = await kajiura.post('/api/proposals/check', { texts });
    const { found } = proposalCheckSchema.parse(body);
    expect(found.map(({ text, mask, mustGo }) => [text, mask, mustGo])).toEqual([
      [0, '【電話番号】', false],
      [1, '【証券番号】', true],
    ]);
  });

  it('show nobody what does not exist, or was withdrawn by somebody else', async () => {
    const kajiura = await client('kajiura');
    const sena = await client('sena');
    const id = receiptSchema.parse((await kajiura.send(draft())).body).proposalId;
    await kajiura.act(id, { act: 'withdraw' });
    expect((await sena.get(`/api/proposals/${id}`)).status).toBe(404);
    expect((await kajiura.get(`/api/proposals/${id}`)).status).toBe(200);
    expect((await call(t, 'GET', `/api/proposals/${id}`)).status).toBe(401);
  });
});
