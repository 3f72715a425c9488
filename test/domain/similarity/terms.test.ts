import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { termsOf, vocabularyOf } from '../../../src/domain/similarity/index.ts';
import synonyms from '../../../src/domain/similarity/lists/synonyms.json' with { type: 'json' };

/** What a text speaks of, without themes and single kanji. */
function spokenOf(text: string): string[] {
  return termsOf(text)
    .terms.filter(({ kind }) => kind === 'meaning' || kind === 'word')
    .map(({ key }) => key);
}

describe('what a text speaks of', () => {
  it.each([
    ['支払いが遅い', 'お支払いが遅れて'],
    ['支払いが遅い', '振込が遅かった'],
    ['待たされる', 'お待たせしました'],
    ['時間がかかる', '時間もかかった'],
    ['字が読みにくい', '文字が読めない'],
    ['ＷＥＢの手続き', 'webの手続き'],
    ['ｽﾏﾎの画面', 'スマホの画面'],
    ['折り返しがない', '折返しがない'],
    ['担当の人', '担当者'],
    ['証券が届く', '保険証券が届く'],
  ])('is the same in %s and %s', (one, other) => {
    expect(spokenOf(other)).toEqual(spokenOf(one));
  });

  it.each([
    ['代表', '=図'],
    ['オンライン', '=チャット'],
    ['気づけたらよかった', '=けが'],
    ['父兄会', '=家族'],
    ['online', '=チャット'],
  ])('does not see in %s a part of a word as %s', (text, key) => {
    expect(spokenOf(text)).not.toContain(key);
  });

  it('knows the theme of a synonym, and unlisted words as they stand', () => {
    const { terms, shown } = termsOf('控除証明書と味噌汁');
    expect(terms.map(({ key }) => key)).toEqual(expect.arrayContaining(['=証明書', '#書類', '味噌汁']));
    const soup = terms.find(({ key }) => key === '味噌汁');
    expect(shown.slice(soup?.start, soup?.end)).toBe('味噌汁');
  });

  it('says nothing of words that only hold a sentence together', () => {
    expect(spokenOf('お客さまのためにこのことを考えたいと思います。')).toEqual([]);
    expect(spokenOf('What we should think about')).toEqual([]);
  });

  it('does not take a mask for the subject', () => {
    expect(spokenOf('【氏名】さまの【電話番号】へ返金')).toEqual(['=返戻金']);
  });

  it('bears any text, and its places are in what it shows', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 });
    fc.assert(
      fc.property(
        fc.oneof(
          units.map((all) => String.fromCharCode(...all)),
          fc.string({ unit: 'grapheme' }),
        ),
        (text) => {
          const { terms, shown } = termsOf(text);
          expect(shown.isWellFormed()).toBe(true);
          expect(new Set(terms.map(({ key }) => key)).size).toBe(terms.length);
          for (const { start, end, weight } of terms) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(shown.length);
            expect(weight).toBeGreaterThan(0);
            expect(weight).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('reads the beginning of what is very long', () => {
    expect(termsOf('支払い。'.repeat(100_000)).shown.length).toBeLessThanOrEqual(4_000);
  });
});

describe('the lists of synonyms', () => {
  it('hold at least 200 sets, and no word twice', () => {
    const sets = synonyms.flatMap((theme) => theme.sets);
    expect(sets.length).toBeGreaterThanOrEqual(200);
    const words = sets.flat().map((word) => word.normalize('NFKC').toLowerCase());
    expect(words.filter((word, place) => words.indexOf(word) !== place)).toEqual([]);
    expect(sets.filter(({ length }) => length < 2)).toEqual([]);
    expect(new Set(synonyms.map(({ theme }) => theme)).size).toBe(synonyms.length);
  });

  it('find every word of themselves', () => {
    for (const { sets } of synonyms) {
      for (const set of sets) {
        for (const word of set)
          expect([word, spokenOf(word)]).toEqual([word, expect.arrayContaining([`=${set[0]}`])]);
      }
    }
  });

  it('may be others', () => {
    const vocabulary = vocabularyOf([{ theme: '食堂', sets: [['昼食', 'ランチ']] }], {
      silent: ['行列'],
      quiet: [],
    });
    expect(termsOf('ランチの行列', vocabulary).terms.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['=昼食', '#食堂']),
    );
    expect(termsOf('ランチの行列', vocabulary).terms.map(({ key }) => key)).not.toContain('行列');
  });
});
