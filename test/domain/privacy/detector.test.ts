import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Detect, loadDetect, openDetector } from '../../../src/domain/privacy/index.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';

const lists = defaultSettings().privacy;
let detect: Detect;
beforeAll(() => {
  detect = loadDetect(lists);
});

describe('the detector', () => {
  it('finds the same in its worker as without, and shares it with all who ask', async () => {
    const detector = openDetector(lists);
    onTestFinished(() => detector.close());
    const texts = ['汐見さま、090-0000-1234 ですね。', 'ありがとうございます。', '首が痛いです。'];
    const both = await Promise.all([detector.detect(texts), detector.detect(['水沢です。'])]);
    expect(both).toEqual([texts.map(detect), [detect('水沢です。')]]);
  });

  it('turns away whoever waits when it is closed, and does not keep the process', async () => {
    const detector = openDetector(lists);
    const waiting = detector.detect(['汐見さま']);
    await detector.close();
    await expect(waiting).rejects.toThrow('stopped');
  });

  it('goes on after a question that broke it', async () => {
    const detector = openDetector(lists);
    onTestFinished(() => detector.close());
    await expect(detector.detect([undefined as unknown as string])).rejects.toThrow();
    expect(await detector.detect(['水沢です。'])).toEqual([detect('水沢です。')]);
  });

  it('keeps what a mask leaves, and drops only what is wholly the company’s own', () => {
    const own = loadDetect({
      ...lists,
      companies: ['あさなぎ損害保険'],
      products: ['GK'],
      neverFlag: ['ひまわり'],
    });
    const found = (text: string) => own(text).findings.map(({ start, end }) => text.slice(start, end));
    expect(found('証券番号はGK-2210447です。')).toEqual(['GK-2210447']);
    expect(found('東京都港区芝1-2-3ひまわりコーポ203号室に住んでいます。').join('')).toContain('1-2-3');
    expect(found('東京都港区芝【場所】3-4-5に送ってください。').join('')).toContain('3-4-5');
    expect(found('ひまわりさんというご案内です。')).toEqual([]);
  });

  it('finds a number with characters in it that nobody sees', () => {
    const text = '電話は090\u200b-0000\u200b-1234です';
    const [finding] = detect(text).findings;
    expect(text.slice(finding?.start, finding?.end)).toBe('090\u200b-0000\u200b-1234');
  });

  it('ends no finding outside the text', () => {
    for (const text of ['佐藤\udb40', '電話090-1234-5678\udb40']) {
      for (const { end } of detect(text).findings) expect(end).toBeLessThanOrEqual(text.length);
    }
  });

  it('gives places in the text as it was written', () => {
    const text = '😀髙梨さま、ＴＥＬは０９０－００００－１２３４です。';
    expect(detect(text).findings.map(({ start, end }) => text.slice(start, end))).toEqual([
      '髙梨',
      '０９０－００００－１２３４',
    ]);
  });

  it('reads whatever comes', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({
        unit: fc.constantFrom(
          '〇',
          'の',
          '、',
          'さ',
          'ん',
          '【',
          '】',
          '\ud83d',
          '\udc00',
          '\u0000',
          'ー',
          '-',
          '0',
          '9',
          '髙',
          'ア',
          '・',
          '\n',
          ' ',
        ),
        maxLength: 80,
      }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const { findings, health } = detect(text);
        for (const { start, end } of [...findings, ...health]) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '〇',
    'の',
    'あ',
    'さん',
    'ア・',
    '【',
    '0-',
    '田中',
    'https://a.example/?id=',
    '\ud83d',
    'a@',
    '東京都',
  ])(
    'takes no longer for a hundred thousand %s than it should',
    (piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      const start = performance.now();
      detect(text);
      // A text of ordinary words of this length takes two seconds on a slow machine.
      expect(performance.now() - start).toBeLessThan(20_000);
    },
    60_000,
  );

  it('reads a megabyte', () => {
    const text = 'お電話ありがとうございます、担当の水沢です。台風で屋根の瓦が飛びました。\n'.repeat(26_000);
    expect(text.length).toBeGreaterThan(950_000);
    expect(detect(text).findings).toHaveLength(26_000);
  }, 120_000);
});

describe('npm run pii:detect', () => {
  it('answers JSON lines', () => {
    const input = [
      '{"id":"a","text":"担当の水沢です。090-0000-1234"}',
      '{"id":2,"text":""}',
      'no json',
      '{"id":"c","text":"妊娠しています。"}',
    ].join('\n');
    const run = spawnSync('npm', ['run', '-s', 'pii:detect'], {
      input,
      encoding: 'utf8',
      cwd: join(import.meta.dirname, '../../..'),
    });
    expect(
      run.stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        id: 'a',
        spans: [
          { start: 3, end: 5, type: 'name' },
          { start: 8, end: 21, type: 'phone' },
        ],
        health: false,
      },
      { id: 2, spans: [], health: false },
      { id: 'c', spans: [], health: true },
    ]);
    expect(run.stderr).toContain('JSON');
  }, 60_000);
});
