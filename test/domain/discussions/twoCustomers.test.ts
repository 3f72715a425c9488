import { describe, expect, it } from 'vitest';
import { groupMonth, readInsights, revealInsights } from '../../../src/domain/discussions/index.ts';
import { pageOf, reflectingDiscussion, write } from '../../support/discussions.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

/** 自動車保険金サービス第一課 wrote about the complaint, about the praise, and about both; alike in words. */
async function talkedOfTwo(t: TestApp): Promise<string> {
  const discussionId = await reflectingDiscussion(t);
  const complaint = { voiceId: t.voices.noNews };
  const praise = { voiceId: t.voices.firstWords };
  const words = { feelings: ['anxious'] };
  await write(t.as('mizusawa'), discussionId, {
    ...complaint,
    ...words,
    why: '連絡がなく不安だったからです。',
  });
  await write(t.as('kajiura'), discussionId, {
    ...complaint,
    ...words,
    why: '連絡がないことが不安でした。',
  });
  await write(t.as('sena'), discussionId, { ...praise, ...words, why: '連絡がなく不安だったからです。' });
  await write(t.as('tokita'), discussionId, { ...praise, ...words, why: '連絡がないことが不安でした。' });
  await write(t.as('hanh'), discussionId, { why: '連絡がなく不安だったからです。', feelings: ['sad'] });
  await revealInsights(t.as('enoki'), discussionId);
  return discussionId;
}

describe('a month with two customers', () => {
  it('groups what was said about each of them by itself, however alike the words', async () => {
    const t = await openTestApp({ working: false });
    const { shared } = await pageOf(t, 'sena', await talkedOfTwo(t));
    const about = shared.groups.map((group) => [
      ...new Set(group.insights.map((insight) => insight.voiceId)),
    ]);
    // In the order of the voices; what is about both stands at the end.
    expect(about).toEqual([[t.voices.noNews], [t.voices.firstWords], [null]]);
    expect(shared.groups[0]?.insights).toHaveLength(2);
  });

  it('counts feelings customer by customer', async () => {
    const t = await openTestApp({ working: false });
    const { shared } = await pageOf(t, 'sena', await talkedOfTwo(t));
    expect(shared.feelings.map(({ voiceId, counts }) => [voiceId, ...counts])).toEqual([
      [t.voices.noNews, ['anxious', 2]],
      [t.voices.firstWords, ['anxious', 2]],
      [null, ['sad', 1]],
    ]);
  });

  it('puts what is written later to the rest of its own voice', async () => {
    const t = await openTestApp({ working: false });
    const discussionId = await talkedOfTwo(t);
    const late = {
      a: await write(t.as('komine'), discussionId, { voiceId: t.voices.noNews, why: '待たせたから' }),
      b: await write(t.as('kajiura'), discussionId, { voiceId: t.voices.firstWords, why: '温かかったから' }),
      c: await write(t.as('sena'), discussionId, { voiceId: t.voices.noNews, why: '忘れられたから' }),
    };
    const { shared } = await pageOf(t, 'sena', discussionId);
    const groupOf = (id: string) => shared.groups.find((one) => one.insights.some((it) => it.id === id))?.id;
    expect(groupOf(late.a)).toBe(groupOf(late.c));
    expect(groupOf(late.a)).not.toBe(groupOf(late.b));
  });

  it('keeps praise and complaint apart where the whole company is read', async () => {
    const t = await openTestApp({ working: false });
    await talkedOfTwo(t);
    await groupMonth(t.ctx, '2026-12');
    const { topics } = await readInsights(t.as('asagi'), '2026-12', {});
    const sizes = new Map(topics.map(({ topic, insights }) => [topic?.kind, insights.length]));
    expect(sizes).toEqual(
      new Map([
        ['complaint', 2],
        ['praise', 2],
        [null, 1],
      ]),
    );
    for (const { topic, insights } of topics) {
      const kinds = insights.map(({ voiceId }) =>
        voiceId === null ? null : voiceId === t.voices.noNews ? 'complaint' : 'praise',
      );
      expect(new Set(kinds)).toEqual(new Set([topic?.kind]));
    }
  });
});
