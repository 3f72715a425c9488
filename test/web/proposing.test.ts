import { expect, it } from 'vitest';
import { beginningOf } from '../../src/web/proposals/beginning.rules.ts';
import { bodyOf, factsOf, isBegun, newDraft, withWords } from '../../src/web/proposals/draft.rules.ts';
import { placesOf } from '../../src/web/proposals/found.rules.ts';

const id = 'b7a1c1de-6f0e-4a34-9d6a-0d5b3a3a9b11';
const nothing = { words: '', source: 'page' } as const;
const empty = () => newDraft(id, { voice: null, taken: null }, nothing);

it('the title follows what is written until somebody writes their own', () => {
  const written = withWords(empty(), { change: '次に連絡する日をお伝えする。お待たせしないため。' });
  expect(written.words.title).toBe('次に連絡する日をお伝えする');
  const own = withWords(written, { title: '連絡日' });
  expect(withWords(own, { change: '別のこと' }).words.title).toBe('連絡日');
  const cleared = withWords(own, { title: '' });
  expect(withWords(cleared, { change: '別のこと' }).words.title).toBe('別のこと');
  expect(bodyOf(cleared, []).words.title).toBe('次に連絡する日をお伝えする');
});

it('a draft begins where somebody was: in a voice, at a suggestion, with a message', () => {
  const voice = { id, quote: '', atMs: 23_000 };
  expect(newDraft(id, { voice, taken: null }, nothing).place).toEqual({
    source: 'voice',
    sourceId: null,
    voiceId: id,
    atMs: 23_000,
  });
  const place = { source: 'insight', sourceId: id, voiceId: null, atMs: null } as const;
  const taken = newDraft(id, { voice: null, taken: { place, words: '気づき', group: '' } }, nothing);
  expect(taken).toMatchObject({ place, words: { change: '気づき', title: '気づき' } });
  expect(isBegun(taken, taken)).toBe(false);
  expect(isBegun(withWords(taken, { effect: 'よくなる' }), taken)).toBe(true);
  const message = newDraft(id, { voice: null, taken: null }, { words: '書類を減らす', source: 'message' });
  expect(message).toMatchObject({ place: { source: 'message' }, words: { change: '書類を減らす' } });
  expect(beginningOf(new URLSearchParams({ voice: '1', at: '2', suggestion: '3' }))).toBe('suggestion.3');
  expect(beginningOf(new URLSearchParams({ in: 'teams' }))).toBe('page');
});

it('an anonymous proposal names nobody beside who sends it', () => {
  const named = { ...empty(), coProposers: [{ id, name: { ja: '梶浦', en: 'Kajiura' } }] };
  expect(factsOf(named).coProposerIds).toEqual([id]);
  expect(factsOf({ ...named, anonymous: true }).coProposerIds).toEqual([]);
  expect(factsOf({ ...empty(), originName: 'みなと代理店' }).originName).toBe('');
});

it('words that stand twice are asked about once, where more of them is seen', () => {
  const type = { ja: '電話番号', en: 'phone' };
  const found = (text: number, start: number, end: number, mustGo = false) => ({
    text,
    start,
    end,
    type,
    mask: '【電話番号】',
    mustGo,
  });
  const texts = ['090-1234-5678へ', '', '折り返しは090-1234-5678へお願いしますとのことでした', ''];
  expect(placesOf([found(0, 0, 13), found(2, 5, 18, true)], texts)).toEqual([
    {
      words: '090-1234-5678',
      mask: '【電話番号】',
      mustGo: true,
      before: '折り返しは',
      after: 'へお願いしますとのことでした',
    },
  ]);
});
