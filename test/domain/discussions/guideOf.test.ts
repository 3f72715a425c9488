import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  type GuideInput,
  guideFrom,
  guideInputSchema,
  samePrompts,
  writtenGuide,
} from '../../../src/domain/discussions/guide.rules.ts';
import { guideOf } from '../../../src/domain/discussions/guideOf.ts';
import { guideWordsOf, libraryPrompts } from '../../../src/domain/discussions/promptLibrary.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';
import { openTestApp } from '../../support/testApp.ts';

const both = (ja: string) => ({ ja, en: 'In English.' });
const guide: GuideInput = {
  opening: both('お集まりいただき、ありがとうございます。'),
  prompts: [both('お客さまは、何を気にかけていらしたのでしょうか。')],
  listenFor: both('黙っている方にも目を向けてみてください。'),
  closing: both('ありがとうございました。'),
};
const planned = [both('三週間のあいだ、お客さまには何が見えていたのでしょうか。')];

describe('a guide', () => {
  it('has one to three prompts, in both languages, short enough to read aloud', () => {
    const taken = (change: Partial<GuideInput>) =>
      guideInputSchema.safeParse({ ...guide, ...change }).success;
    expect(taken({})).toBe(true);
    expect(taken({ prompts: [] })).toBe(false);
    expect(taken({ prompts: Array(3).fill(both('何でしょうか。')) })).toBe(true);
    expect(taken({ prompts: Array(4).fill(both('何でしょうか。')) })).toBe(false);
    expect(taken({ closing: { ja: 'ありがとうございました。', en: ' ' } })).toBe(false);
    expect(taken({ prompts: [both('あ'.repeat(201))] })).toBe(false);
    expect(taken({ opening: both('あ'.repeat(601)) })).toBe(false);
  });

  it('remembers which prompts came from the library, also with the English tuned', () => {
    const [first] = libraryPrompts;
    if (!first) throw new Error('the library is empty');
    const written = writtenGuide({
      ...guide,
      prompts: [first.text, both(first.text.ja), both(`${first.text.ja}ほかには、いかがですか。`)],
    });
    expect(written.prompts.map(({ libraryKey }) => libraryKey)).toEqual([first.key, first.key, undefined]);
  });

  it("is the curator's before the month's, and the month's before the library's", () => {
    const written = writtenGuide(guide);
    const parts = { kind: 'complaint', written, planned, month: '2026-12' };
    expect(guideFrom(parts)).toMatchObject({ source: 'written', prompts: guide.prompts });
    expect(guideFrom({ ...parts, written: null })).toMatchObject({
      source: 'edition',
      prompts: planned,
      opening: guideWordsOf('complaint').opening,
    });
    const own = guideFrom({ ...parts, written: null, planned: null });
    expect(own.source).toBe('library');
    expect(own.prompts).toHaveLength(3);
  });

  it('tells lists of prompts apart by their words', () => {
    expect(samePrompts(planned, [...planned])).toBe(true);
    expect(samePrompts(planned, [])).toBe(false);
    expect(samePrompts(planned, [{ ja: planned[0]?.ja ?? '', en: 'Otherwise.' }])).toBe(false);
  });
});

describe('the guide of a discussion', () => {
  it('takes the library where nobody chose prompts, and the plan where somebody did', async () => {
    const t = await openTestApp({ working: false });
    const voice = { id: t.voices.noNews, kind: 'complaint' };
    const shipped = { month: '2026-12', prompts: defaultSettings().edition.prompts };
    const fromLibrary = await guideOf(t.ctx, voice, shipped);
    expect(fromLibrary.prompts).toHaveLength(3);
    expect(fromLibrary.prompts).not.toEqual(shipped.prompts);
    expect(fromLibrary.opening).toEqual(guideWordsOf('complaint').opening);
    expect(await guideOf(t.ctx, voice, { month: '2026-12', prompts: planned })).toMatchObject({
      prompts: planned,
    });
  });

  it('keeps the prompts of the month where every voice was withdrawn', async () => {
    const t = await openTestApp({ working: false });
    const shipped = { month: '2026-12', prompts: defaultSettings().edition.prompts };
    expect((await guideOf(t.ctx, null, shipped)).prompts).toEqual(shipped.prompts);
  });

  it('has words for a voice that nobody knows', async () => {
    const t = await openTestApp({ working: false });
    const unknown = await guideOf(
      t.ctx,
      { id: randomUUID(), kind: 'suggestion' },
      { month: '2026-12', prompts: defaultSettings().edition.prompts },
    );
    expect(unknown.closing.en).not.toBe('');
  });
});
