import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { suggestProposal } from '../../../src/domain/discussions/index.ts';
import { type ProposalPage, proposalPageSchema } from '../../../src/edges/http/contract/proposalPage.ts';
import {
  peopleListSchema,
  proposalFormSchema,
  receiptSchema,
  similarListSchema,
} from '../../../src/edges/http/contract/proposals.ts';
import { takenUpListSchema } from '../../../src/edges/http/contract/proposing.ts';
import { departmentsSchema } from '../../../src/edges/http/contract/themes.ts';
import type { PersonName } from '../../support/company.ts';
import { pageOf, revealedDiscussion } from '../../support/discussions.ts';
import { call, signIn } from '../../support/pagesClient.ts';
import { jpeg, png, secret } from '../../support/pictures.ts';
import { draft } from '../../support/proposals.ts';
import { openSharedTestApp, type TestApp } from '../../support/testApp.ts';

describe('the routes around sending a proposal', () => {
  let t: TestApp;
  let stop: () => Promise<void>;
  let discussionId: string;
  beforeAll(async () => {
    stop = await openSharedTestApp((opened) => (t = opened), {
      listening: true,
      settings: { proposal: { attachmentMegabytes: 1 } },
    });
    discussionId = await revealedDiscussion(t);
  });
  afterAll(() => stop());

  async function client(who: PersonName) {
    const { token } = await signIn(t, who);
    const authorization = `Bearer ${token}`;
    return {
      get: <T>(path: string) => call<T>(t, 'GET', path, { token }),
      post: (path: string, body: unknown) => call(t, 'POST', path, { token, body }),
      del: (path: string) => call<ProposalPage>(t, 'DELETE', path, { token }),
      put: async (path: string, content: Uint8Array, name = 'screen.png') => {
        const headers = { authorization, 'x-file-name': encodeURIComponent(name) };
        const body = new Blob([new Uint8Array(content)]);
        const answer = await fetch(`${t.url}${path}`, { method: 'PUT', headers, body });
        return { status: answer.status, body: (await answer.json()) as ProposalPage };
      },
      file: (path: string) => fetch(`${t.url}${path}`, { headers: { authorization } }),
    };
  }
  const sentBy = async (one: Awaited<ReturnType<typeof client>>) =>
    receiptSchema.parse((await one.post('/api/proposals', draft())).body).proposalId;

  it('offer what the form needs, with the second that moved somebody', async () => {
    const sena = await client('sena');
    const path = `/api/proposals/form?voice=${t.voices.noNews}&at=23000`;
    const form = proposalFormSchema.parse((await sena.get(path)).body);
    expect(form.voice).toMatchObject({ id: t.voices.noNews, atMs: 23_000 });
    expect(form.offices.map(({ key }) => key)).toEqual(['complaint', 'misconduct', 'whistleblowing']);
    expect(form).toMatchObject({ attachments: 5, attachmentMegabytes: 1, taken: null });
    const bent = await sena.get('/api/proposals/form?voice=nothing&at=-1');
    expect(proposalFormSchema.parse(bent.body).voice).toBeNull();
    expect((await call(t, 'GET', '/api/proposals/form')).status).toBe(401);
  });

  it('take up what a discussion suggested, for its members alone', async () => {
    const { shared } = await pageOf(t, 'enoki', discussionId);
    const insight = shared.groups.flatMap(({ insights }) => insights).find(({ change }) => change !== '');
    const source = { source: 'insight', sourceId: insight?.id ?? '' } as const;
    await suggestProposal(t.as('enoki'), { discussionId, ...source, suggested: true });
    const sena = await client('sena');
    const list = await sena.get(`/api/discussions/${discussionId}/proposals`);
    const [suggestion] = takenUpListSchema.parse(list.body).suggestions;
    const form = await sena.get(`/api/proposals/form?suggestion=${suggestion?.id}`);
    const { taken } = proposalFormSchema.parse(form.body);
    expect(taken?.words).toBe('最初の電話で、次の連絡の日をお伝えします。');
    if (!taken) throw new Error('nothing was taken up');
    await sena.post('/api/proposals', { ...draft(), ...taken.place });
    const after = await sena.get(`/api/discussions/${discussionId}/proposals`);
    expect(takenUpListSchema.parse(after.body).suggestions[0]?.proposal?.number).toMatch(/^K-/);
    const momose = await client('momose');
    expect((await momose.get(`/api/discussions/${discussionId}/proposals`)).status).toBe(403);
    expect((await momose.get(`/api/proposals/form?suggestion=${suggestion?.id}`)).status).toBe(403);
    expect((await sena.get(`/api/proposals/form?suggestion=${randomUUID()}`)).status).toBe(404);
  });

  it('find colleagues and departments', async () => {
    const sena = await client('sena');
    const { people } = peopleListSchema.parse((await sena.get('/api/people?words=梶浦')).body);
    expect(people.map(({ id }) => id)).toEqual([t.people.kajiura.id]);
    const { departments } = departmentsSchema.parse((await sena.get('/api/departments?words=火災')).body);
    expect(departments.map(({ id }) => id)).toContain(t.departments.property.id);
    expect((await call(t, 'GET', '/api/people?words=梶浦')).status).toBe(401);
  });

  it('show what is like it while somebody types', async () => {
    const sena = await client('sena');
    const id = await sentBy(await client('kajiura'));
    const body = { title: '', body: '事故の受付のあと、次に連絡する日を必ずお伝えしたい' };
    const { similar } = similarListSchema.parse((await sena.post('/api/proposals/similar', body)).body);
    expect(similar.map((one) => one.id)).toContain(id);
    expect((await call(t, 'POST', '/api/proposals/similar', { body })).status).toBe(401);
    expect((await sena.post('/api/proposals/similar', { title: 1 })).status).toBe(400);
  });

  it('take pictures in and give them out as files, never as pages of ours', async () => {
    const kajiura = await client('kajiura');
    const sena = await client('sena');
    const id = await sentBy(kajiura);
    const path = `/api/proposals/${id}/attachments/${randomUUID()}`;
    expect((await sena.put(path, png())).status).toBe(403);
    const put = await kajiura.put(path, jpeg(), '画面の 写真(1).jpeg');
    const [attachment] = proposalPageSchema.parse(put.body).attachments;
    expect(attachment).toMatchObject({ name: '画面の 写真(1).jpg', type: 'image/jpeg', url: path });
    const file = await sena.file(path);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('画面の 写真')}%281%29.jpg`,
    });
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.length).toBe(attachment?.bytes);
    expect(bytes.includes(secret)).toBe(false);
    expect((await fetch(`${t.url}${path}`)).status).toBe(401);
    expect((await kajiura.del(path)).body.attachments).toEqual([]);
    expect((await sena.file(path)).status).toBe(404);
  });

  it('have a limit of their own for files, and keep the small one for everything else', async () => {
    const kajiura = await client('kajiura');
    const id = await sentBy(kajiura);
    const path = `/api/proposals/${id}/attachments/${randomUUID()}`;
    const padded = Buffer.concat([png(), Buffer.alloc(900 * 1024)]);
    expect((await kajiura.put(path, padded)).status).toBe(200);
    expect((await kajiura.put(path, Buffer.alloc(1024 * 1024 + 1))).status).toBe(413);
    expect((await kajiura.put(path, Buffer.from('<svg/>'))).status).toBe(400);
    expect((await kajiura.put(`/api/proposals/${id}`, padded)).status).not.toBe(200);
    const large = { ...draft(), kept: ['x'.repeat(300 * 1024)] };
    expect((await kajiura.post('/api/proposals', large)).status).toBe(413);
  });
});
