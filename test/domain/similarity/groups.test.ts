import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  groupBySimilarity,
  groupManyBySimilarity,
  type SimilarityGroup,
  type TextToGroup,
  vocabularyOf,
} from '../../../src/domain/similarity/index.ts';
import { discussionsOf } from './figures.ts';

const insights = discussionsOf('written').flat();

function withIds(texts: readonly string[]): TextToGroup[] {
  return texts.map((text, place) => ({ id: `id-${place}`, text }));
}

/** Groups without regard to their order and that of their members. */
function asSets(groups: readonly SimilarityGroup[]): string[] {
  return groups.map(({ ids, title }) => `${title}: ${ids.toSorted().join(' ')}`).toSorted();
}

/** What people write, and what they do not. */
const anyText = fc.oneof(
  fc.constantFrom(...insights.map(({ text }) => text)),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  // Any units, with halves of characters.
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '',
    ' ',
    '。',
    'あ',
    '遅',
    '電',
    'a',
    '👍',
    '👨‍👩‍👧‍👦',
    '\ud83d',
    '\ude00遅い',
    '待'.repeat(4_000),
  ),
);

describe('groups of texts', () => {
  it('gathers what is about the same, the largest first, with a title of its words', () => {
    const groups = groupBySimilarity(
      withIds([
        '文字が小さくて読めない',
        '支払いが遅い',
        '字をもっと大きく',
        '振込まで時間がかかりすぎる',
        'お年寄りには文字の大きさがつらい',
        '社員食堂の味噌汁がおいしい',
      ]),
    );
    expect(groups.map(({ ids }) => ids)).toEqual([['id-0', 'id-2', 'id-4'], ['id-1', 'id-3'], ['id-5']]);
    expect(groups[0]?.title).toContain('文字の大きさ');
    expect(groups[1]?.title).toContain('支払い');
    expect(groups[2]?.title).toBeNull();
  });

  it('loses no text and doubles none', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 40 }),
        fc.constantFrom('apart', 'together'),
        (texts, remainder) => {
          const groups = groupBySimilarity(withIds(texts), { remainder });
          const ids = groups.flatMap((group) => group.ids);
          expect(ids.toSorted()).toEqual(
            withIds(texts)
              .map(({ id }) => id)
              .toSorted(),
          );
          expect(groups.every((group) => group.ids.length > 0)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('makes the same groups whatever order the texts come in', () => {
    const some = fc.uniqueArray(fc.constantFrom(...insights.map(({ text }) => text)), {
      minLength: 2,
      maxLength: 30,
    });
    fc.assert(
      fc.property(
        some.chain((texts) =>
          fc.tuple(
            fc.constant(withIds(texts)),
            fc.shuffledSubarray(withIds(texts), { minLength: texts.length }),
          ),
        ),
        ([texts, shuffled]) => {
          expect(asSets(groupBySimilarity(shuffled))).toEqual(asSets(groupBySimilarity(texts)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('has the largest first and those without a title last; titles differ and are short', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 40 }), (texts) => {
        const groups = groupBySimilarity(withIds(texts));
        const named = groups.filter(({ title }) => title !== null);
        expect(groups.slice(0, named.length)).toEqual(named);
        const sizes = named.map(({ ids }) => ids.length);
        expect(sizes).toEqual(sizes.toSorted((one, other) => other - one));
        const titles = named.map(({ title }) => title ?? '');
        expect(new Set(titles).size).toBe(titles.length);
        for (const title of titles) {
          expect([...new Intl.Segmenter('ja').segment(title)].length).toBeLessThanOrEqual(24);
          expect(title.isWellFormed()).toBe(true);
          expect(title.trim()).not.toBe('');
        }
      }),
      { numRuns: 100 },
    );
  });

  it('puts equal texts together', () => {
    fc.assert(
      fc.property(fc.constantFrom(...insights.map(({ text }) => text)), (text) => {
        const groups = groupBySimilarity(withIds([text, text, '社員食堂の味噌汁がおいしい']));
        expect(groups[0]?.ids).toEqual(expect.arrayContaining(['id-0', 'id-1']));
      }),
      { numRuns: 30 },
    );
  });

  it('has at most as many groups as the caller wants, and one remainder if asked', () => {
    const texts = withIds(insights.slice(0, 60).map(({ text }) => text));
    const groups = groupBySimilarity(texts, { mostGroups: 3, remainder: 'together' });
    expect(groups.filter(({ title }) => title !== null).length).toBeLessThanOrEqual(3);
    expect(groups.filter(({ title }) => title === null).length).toBeLessThanOrEqual(1);
    expect(groups.flatMap(({ ids }) => ids)).toHaveLength(60);
  });

  it('uses the lists of an administrator', () => {
    const vocabulary = vocabularyOf([{ theme: '食堂', sets: [['昼食', 'ランチ', '日替わり']] }]);
    const texts = withIds(['ランチの行列', '日替わりが売り切れ', '駐輪場が暗い', '玄関の段差']);
    expect(groupBySimilarity(texts, { vocabulary })[0]).toEqual({ ids: ['id-0', 'id-1'], title: '昼食' });
  });

  it('speaks English to those who write English', () => {
    const groups = groupBySimilarity(
      withIds([
        'She was on hold for twenty minutes',
        'The font on the renewal notice is too small',
        'Nobody should be on hold that long',
        'Larger font on the notice, please',
      ]),
    );
    expect(groups.map(({ ids }) => ids.join(' ')).toSorted()).toEqual(['id-0 id-2', 'id-1 id-3']);
    expect(groups.map(({ title }) => title).join()).toMatch(/^[\x20-\x7e・]+$/);
  });
});

describe('groups of a whole company’s texts', () => {
  /** Each insight in several wordings. */
  const endings = [
    '',
    'と思います',
    '。大切なことだと感じました',
    '。皆で考えたい',
    '。うちの課でも同じです',
  ];
  const many = withIds(endings.flatMap((ending) => insights.map(({ text }) => text + ending)));

  it('makes the same groups whatever order the texts come in, and keeps wordings together', async () => {
    const groups = await groupManyBySimilarity(many);
    expect(asSets(await groupManyBySimilarity(many.toReversed()))).toEqual(asSets(groups));
    expect(groups.filter(({ title }) => title !== null).length).toBeLessThanOrEqual(30);
    expect(groups.flatMap(({ ids }) => ids).toSorted()).toEqual(many.map(({ id }) => id).toSorted());
    const groupOf = new Map(groups.flatMap(({ ids }, group) => ids.map((id) => [id, group])));
    const together = insights.filter(
      (_, place) => groupOf.get(`id-${place}`) === groupOf.get(`id-${place + insights.length}`),
    );
    expect(together.length / insights.length).toBeGreaterThan(0.85);
  });

  it('agrees with the grouping of few at once', async () => {
    const few = many.slice(0, 100);
    expect(await groupManyBySimilarity(few)).toEqual(groupBySimilarity(few));
  });

  it('lets others have their turn, and is near-linear', { timeout: 120_000 }, async () => {
    const texts = Array.from({ length: 10_000 }, (_, place) => ({
      id: String(place),
      text: `${insights[place % insights.length]?.text} ${insights[(place * 7) % insights.length]?.text}`,
    }));
    let turns = 0;
    const started = performance.now();
    await groupManyBySimilarity(texts, {}, async () => {
      turns += 1;
    });
    expect(turns).toBeGreaterThan(10);
    // It takes about a second; each with each would take minutes.
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it('stops when its turn does not come back', async () => {
    const stop = () => Promise.reject(new Error('stopped'));
    await expect(
      groupManyBySimilarity(withIds(Array(20_000).fill('支払いが遅い')), {}, stop),
    ).rejects.toThrow('stopped');
  });

  it('bears nothing but the same text, and nothing but empty ones', async () => {
    const same = await groupManyBySimilarity(withIds(Array(1_000).fill('支払いが遅い')));
    expect(same).toHaveLength(1);
    const empty = await groupManyBySimilarity(withIds(Array(1_000).fill('')), { remainder: 'together' });
    expect(empty).toEqual([{ ids: expect.any(Array), title: null }]);
  });
});
