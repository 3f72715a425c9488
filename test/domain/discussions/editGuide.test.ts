import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { editGuide, listVoiceGuides, showVoiceGuide } from '../../../src/domain/discussions/index.ts';
import { withdrawVoice } from '../../../src/domain/voices/index.ts';
import type { PersonName } from '../../support/company.ts';
import { pageOf, waitingDiscussion } from '../../support/discussions.ts';
import { approvedEdition, openedEdition, plannedEdition } from '../../support/editions.ts';
import { guideOfNoNews, writeGuide } from '../../support/guides.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const open = () => openTestApp({ working: false });
const pageFor = (t: TestApp, voice: 'noNews' | 'firstWords' = 'noNews') =>
  showVoiceGuide(t.as('asagi'), t.voices[voice]);

describe('writing the guide of a voice', () => {
  it('puts it into the hands of leaders, at once', async () => {
    const t = await open();
    const discussionId = await waitingDiscussion(t);
    const before = (await pageOf(t, 'enoki', discussionId)).guide;
    await writeGuide(t);
    const { guide } = await pageOf(t, 'enoki', discussionId);
    expect(guide).toEqual(guideOfNoNews);
    expect(before.prompts).toHaveLength(3);
    expect(before.prompts).not.toContainEqual(guideOfNoNews.prompts[0]);
  });

  it.each(['asagi', 'niina'] satisfies PersonName[])('is for curators: %s may', async (who) => {
    const t = await open();
    await writeGuide(t, { who });
    expect((await pageFor(t)).edited).toMatchObject({ by: { ja: t.people[who].name } });
  });

  it.each(['kajiura', 'mizusawa', 'enoki', 'misono', 'kiryu', 'kitta', 'tsutsumi'] satisfies PersonName[])(
    '%s may neither write, nor list, nor look',
    async (who) => {
      const t = await open();
      const refused = expect.objectContaining({ code: 'forbidden' });
      await expect(writeGuide(t, { who })).rejects.toEqual(refused);
      await expect(listVoiceGuides(t.as(who))).rejects.toEqual(refused);
      await expect(showVoiceGuide(t.as(who), t.voices.noNews)).rejects.toEqual(refused);
      expect(await t.ctx.db.voiceGuide.count()).toBe(0);
    },
  );

  it('refuses voices that are withdrawn or that nobody knows', async () => {
    const t = await open();
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.noNews, reason: 'お申し出' });
    await expect(writeGuide(t)).rejects.toMatchObject({ code: 'voice.withdrawn' });
    await expect(pageFor(t)).rejects.toMatchObject({ code: 'voice.withdrawn' });
    await expect(
      editGuide(t.as('asagi'), { voiceId: randomUUID(), guide: guideOfNoNews, seenAt: null }),
    ).rejects.toMatchObject({ code: 'voice.notFound' });
    expect((await listVoiceGuides(t.as('asagi'))).map(({ voice }) => voice.id)).not.toContain(
      t.voices.noNews,
    );
  });

  it('refuses personal data, wherever it stands, and says which', async () => {
    const t = await open();
    const said = { ja: '汐見花子さまは、090-0000-1234 からお電話をくださいました。', en: 'She called.' };
    for (const change of [{ opening: said }, { listenFor: said }, { closing: said }, { prompts: [said] }]) {
      await expect(writeGuide(t, { change })).rejects.toMatchObject({
        code: 'discussion.personalData',
        values: { types: expect.stringMatching(/^(name, phone|phone, name)$/) },
      });
    }
    expect(await t.ctx.db.voiceGuide.count()).toBe(0);
    expect(t.log.text()).not.toMatch(/汐見花子|0000-1234/);
  });

  it('refuses what is incomplete or too long', async () => {
    const t = await open();
    const [prompt] = guideOfNoNews.prompts;
    if (!prompt) throw new Error('no prompt');
    for (const change of [
      { prompts: [] },
      { prompts: [prompt, prompt, prompt, prompt] },
      { closing: { ja: 'ありがとうございました。', en: '' } },
      { opening: { ja: 'あ'.repeat(601), en: 'Long.' } },
    ]) {
      await expect(writeGuide(t, { change })).rejects.toMatchObject({ code: 'guide.incomplete' });
    }
  });

  it('leaves in the 操作ログ who did it and what came from the library, and no words', async () => {
    const t = await open();
    await writeGuide(t);
    const [line] = await t.ctx.db.auditEntry.findMany({ where: { act: 'discussions.editGuide' } });
    expect(line).toMatchObject({
      actorId: t.people.asagi.id,
      subjectId: t.voices.noNews,
      detail: { prompts: 2, fromLibrary: ['while-waiting'] },
    });
  });
});

describe('two curators', () => {
  it('do not undo each other unseen', async () => {
    const t = await open();
    await writeGuide(t);
    const { edited } = await pageFor(t);
    const change = { closing: { ja: 'ありがとうございました。', en: 'Thank you.' } };
    await expect(writeGuide(t, { who: 'niina', change })).rejects.toMatchObject({
      code: 'guide.changedMeanwhile',
    });
    await writeGuide(t, { who: 'niina', change, seenAt: edited?.at ?? null });
    expect((await pageFor(t)).guide.closing).toEqual(change.closing);
  });

  it('who save at once: one of them, and the other is told', async () => {
    const t = await open();
    const both = await Promise.allSettled([
      writeGuide(t, { change: { closing: { ja: 'ありがとうございました。', en: 'Thank you.' } } }),
      writeGuide(t, { who: 'niina', change: { closing: { ja: 'お疲れさまでした。', en: 'Well done.' } } }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('save the same twice, and it is saved once', async () => {
    const t = await open();
    await writeGuide(t);
    await writeGuide(t);
    expect(await t.ctx.db.auditEntry.count({ where: { act: 'discussions.editGuide' } })).toBe(1);
  });
});

describe('the voices that curators write guides for', () => {
  it('begin with those of the open month, then the coming one, then those of no month', async () => {
    const t = await open();
    await openedEdition(t);
    await approvedEdition(t, { month: '2027-01', voices: ['oneWord'] });
    await plannedEdition(t, { month: '2027-02', voices: ['lunchBreak'] });
    await writeGuide(t);
    const guides = await listVoiceGuides(t.as('asagi'));
    const { noNews, firstWords, oneWord, lunchBreak } = t.voices;
    expect(guides.slice(0, 4).map(({ voice }) => voice.id)).toEqual([
      noNews,
      firstWords,
      oneWord,
      lunchBreak,
    ]);
    expect(guides).toHaveLength(6);
    expect(guides[0]).toMatchObject({ source: 'written', month: { state: 'open', leads: true } });
    expect(guides[1]).toMatchObject({ source: 'library', month: { state: 'open', leads: false } });
    expect(guides[4]).toMatchObject({ source: 'library', month: null, edited: null });
  });

  it('say where the month has prompts of its own', async () => {
    const t = await open();
    const prompts = [{ ja: '何が起きていたのでしょうか。', en: 'What was happening?' }];
    await openedEdition(t, { prompts });
    const page = await pageFor(t);
    expect(page).toMatchObject({ source: 'edition', guide: { prompts }, edited: null });
    await writeGuide(t);
    expect(await pageFor(t)).toMatchObject({
      source: 'written',
      guide: { prompts: guideOfNoNews.prompts },
      standard: { prompts },
    });
  });

  it('pass the lead on when the first voice of the month is withdrawn', async () => {
    const t = await open();
    await openedEdition(t);
    expect((await pageFor(t, 'firstWords')).month?.leads).toBe(false);
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.noNews, reason: 'お申し出' });
    expect((await pageFor(t, 'firstWords')).month?.leads).toBe(true);
  });
});

it('counts in how many guides each prompt of the library stands', async () => {
  const t = await open();
  const uses = async () =>
    new Map((await pageFor(t)).library.map(({ prompt, uses: count }) => [prompt.key, count]));
  expect([...(await uses()).values()].every((count) => count === 0)).toBe(true);
  const [waiting] = guideOfNoNews.prompts;
  if (!waiting) throw new Error('no prompt');
  await writeGuide(t, { change: { prompts: [waiting, waiting] } });
  await writeGuide(t, { voice: 'fourthTime' });
  expect((await uses()).get('while-waiting')).toBe(2);
  expect((await uses()).get('one-sentence')).toBe(0);
  expect(await uses()).toHaveProperty('size', 30);
});
