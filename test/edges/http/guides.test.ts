import { describe, expect, it } from 'vitest';
import { withdrawVoice } from '../../../src/domain/voices/index.ts';
import {
  type GuidePage,
  guidePageSchema,
  type VoiceGuide,
  voiceGuidesSchema,
} from '../../../src/edges/http/contract/guides.ts';
import type { VoicePage } from '../../../src/edges/http/contract.ts';
import { openedEdition } from '../../support/editions.ts';
import { guideOfNoNews } from '../../support/guides.ts';
import { call, signIn } from '../../support/pagesClient.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

type Failure = { error: { code: string; message: string } };

async function openMonth(): Promise<{ t: TestApp; token: string; address: string }> {
  const t = await openTestApp({ listening: true, working: false });
  await openedEdition(t, { audience: { departments: ['CL-AUTO1'] } });
  const { token } = await signIn(t, 'asagi');
  return { t, token, address: `/api/guides/${t.voices.noNews}` };
}

describe('the pages for guides', () => {
  it('list the voices, show one with its library, and save', async () => {
    const { t, token, address } = await openMonth();
    const list = await call<{ guides: VoiceGuide[] }>(t, 'GET', '/api/guides', { token });
    expect(voiceGuidesSchema.parse(list.body).guides).toHaveLength(6);
    expect(list.body.guides[0]).toMatchObject({
      voice: { id: t.voices.noNews, kind: { key: 'complaint' } },
      month: { month: '2026-12', state: 'open', leads: true },
    });
    const page = guidePageSchema.parse((await call(t, 'GET', address, { token })).body);
    expect(page.library).toHaveLength(30);
    expect(page.kinds.map(({ key }) => key)).toEqual(Object.keys(t.ctx.settings.kinds));
    expect(page.guide).toEqual(page.standard);

    const body = { guide: guideOfNoNews, seenAt: null };
    const saved = await call<GuidePage>(t, 'POST', address, { token, body });
    expect(saved.status).toBe(200);
    expect(guidePageSchema.parse(saved.body)).toMatchObject({ source: 'written', guide: guideOfNoNews });
    expect(saved.body.library.find(({ key }) => key === 'while-waiting')?.uses).toBe(1);
    // The same press once more, as after a lost answer.
    expect((await call(t, 'POST', address, { token, body })).status).toBe(200);
  });

  it('tell everybody who listens what their workplace will be asked', async () => {
    const { t, token, address } = await openMonth();
    await call(t, 'POST', address, { token, body: { guide: guideOfNoNews, seenAt: null } });
    const listener = await signIn(t, 'mizusawa');
    for (const voice of [t.voices.noNews, t.voices.firstWords]) {
      const page = await call<VoicePage>(t, 'GET', `/api/voices/${voice}`, { token: listener.token });
      expect(page.body.prompts).toEqual(guideOfNoNews.prompts);
    }
  });

  it('are for curators, whose session says that they are', async () => {
    const { t, address } = await openMonth();
    expect((await signIn(t, 'asagi')).person.roles).toEqual(['curator']);
    for (const who of ['mizusawa', 'kiryu'] as const) {
      const { token, person } = await signIn(t, who);
      expect(person.roles).not.toContain('curator');
      const answers = await Promise.all([
        call<Failure>(t, 'GET', '/api/guides', { token }),
        call<Failure>(t, 'GET', address, { token }),
        call<Failure>(t, 'POST', address, { token, body: { guide: guideOfNoNews, seenAt: null } }),
      ]);
      for (const { status, body } of answers) {
        expect([status, body.error.code]).toEqual([403, 'forbidden']);
      }
    }
    expect((await call(t, 'GET', address)).status).toBe(401);
  });

  it('say what is wrong in the language of the page', async () => {
    const { t, token, address } = await openMonth();
    const save = (body: unknown, language = 'ja') =>
      call<Failure>(t, 'POST', address, { token, body, headers: { 'accept-language': language } });
    const personal = {
      ...guideOfNoNews,
      closing: { ja: '090-0000-1234 におかけください。', en: 'Please call.' },
    };
    const refused = await save({ guide: personal, seenAt: null });
    expect([refused.status, refused.body.error.code]).toEqual([400, 'discussion.personalData']);
    expect(refused.body.error.message).toContain('電話番号');
    expect(refused.body.error.message).not.toContain('0000');
    expect((await save({ guide: personal, seenAt: null }, 'en')).body.error.message).toContain('phone');

    const incomplete = await save({ guide: { ...guideOfNoNews, prompts: [] }, seenAt: null });
    expect([incomplete.status, incomplete.body.error.code]).toEqual([400, 'guide.incomplete']);
    expect(incomplete.body.error.message).toContain('1〜3件');
    expect((await save({ guide: guideOfNoNews })).status).toBe(400);

    await save({ guide: guideOfNoNews, seenAt: null });
    const other = { ...guideOfNoNews, closing: { ja: 'お疲れさまでした。', en: 'Well done.' } };
    expect((await save({ guide: other, seenAt: null })).status).toBe(409);
  });

  it('answer 404 where there is no voice, and 410 where it was withdrawn', async () => {
    const { t, token, address } = await openMonth();
    expect((await call(t, 'GET', '/api/guides/nonsense', { token })).status).toBe(404);
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.noNews, reason: 'お申し出' });
    expect((await call(t, 'GET', address, { token })).status).toBe(410);
    const body = { guide: guideOfNoNews, seenAt: null };
    expect((await call(t, 'POST', address, { token, body })).status).toBe(410);
  });
});
