import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Detection, type MaskLabels, maskTexts, unmask } from '../../../src/domain/privacy/index.ts';
import { translator } from '../../../src/platform/i18n/i18n.ts';

const labels = translator('ja')('privacy.mask', { returnObjects: true }) as unknown as MaskLabels;

const nameAt = (text: string, name: string) => ({
  type: 'name' as const,
  start: text.indexOf(name),
  end: text.indexOf(name) + name.length,
  reason: 'nameByTitle',
  confidence: 1,
});
const named = (text: string, ...names: string[]): Detection => ({
  findings: names.map((name) => nameAt(text, name)),
  health: [],
});

describe('masks', () => {
  it('stand where the words stood', () => {
    const text = '汐見さま、首が痛いとのことですね。';
    const [masked] = maskTexts(
      [text],
      [{ ...named(text, '汐見'), health: [{ start: 5, end: 8, kind: 'injury' }] }],
      labels,
    );
    expect(masked?.text).toBe('【氏名】さま、【傷病】いとのことですね。');
  });

  it('have a letter for each person, the same in every sentence', () => {
    const texts = ['水沢と申します。', '汐見花子さまですね、水沢が承ります。', '汐見さまはお留守です。'];
    const masked = maskTexts(
      texts,
      [
        named(texts[0] ?? '', '水沢'),
        named(texts[1] ?? '', '汐見花子', '水沢'),
        named(texts[2] ?? '', '汐見'),
      ],
      labels,
    );
    expect(masked.map((one) => one.text)).toEqual([
      '【氏名A】と申します。',
      '【氏名B】さまですね、【氏名A】が承ります。',
      '【氏名B】さまはお留守です。',
    ]);
  });

  it('tell two people of one given name apart, and know old forms of kanji', () => {
    const texts = ['田中一郎です。', '一郎さん、田中さん。', '鈴木一郎です。', '髙橋さん、高橋さん。'];
    const masked = maskTexts(
      texts,
      [
        named(texts[0] ?? '', '田中一郎'),
        named(texts[1] ?? '', '一郎', '田中'),
        named(texts[2] ?? '', '鈴木一郎'),
        named(texts[3] ?? '', '髙橋', '高橋'),
      ],
      labels,
    );
    expect(masked.map((one) => one.text)).toEqual([
      '【氏名A】です。',
      '【氏名A】さん、【氏名A】さん。',
      '【氏名B】です。',
      '【氏名C】さん、【氏名C】さん。',
    ]);
  });

  it('take no letter that is there already', () => {
    const text = '【氏名A】さんから汐見さんへ';
    expect(maskTexts([text], [named(text, '汐見')], labels)[0]?.text).toBe(
      '【氏名A】さんから【氏名B】さんへ',
    );
  });

  it('leave nothing in clear of places that overlap', () => {
    const text = '番号は26-K-009912です。';
    const place = (start: number, end: number) => ({
      ...nameAt(text, ''),
      type: 'claim_no' as const,
      start,
      end,
    });
    const [masked] = maskTexts([text], [{ findings: [place(3, 7), place(5, 14)], health: [] }], labels);
    expect(masked?.text).toBe('番号は【受付番号】です。');
  });

  it('do not cover what is grave: such a text is held', () => {
    const text = '妊娠六か月です。';
    const [masked] = maskTexts(
      [text],
      [{ findings: [], health: [{ start: 0, end: 2, kind: 'pregnancy' }] }],
      labels,
    );
    expect(masked).toEqual({ text, masks: [] });
  });

  it('can all be undone, in any order', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { maxLength: 5 });
    fc.assert(
      fc.property(fc.string({ minLength: 40, maxLength: 60, unit: 'grapheme' }), places, (text, starts) => {
        const findings = starts.map((at) => ({
          ...nameAt(text, ''),
          start: at * 4,
          end: at * 4 + 3,
        }));
        let [masked] = maskTexts([text], [{ findings, health: [] }], labels);
        while (masked && masked.masks.length > 0) masked = unmask(masked, masked.masks.length >> 1);
        expect(masked?.text).toBe(text);
      }),
    );
  });
});
