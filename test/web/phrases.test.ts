import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/web/i18n/phrases.rules.ts';

const cut = (text: string) => sentencesOf(text).map((phrases) => phrases.join('|'));

describe('words to read aloud', () => {
  it('begin a line with each sentence, and break between phrases', () => {
    expect(
      cut('声を届けてくださったお客さまと、今日話してくださった皆さんに感謝します。ありがとうございました。'),
    ).toEqual([
      '声を|届けてくださった|お客さまと、|今日話してくださった|皆さんに|感謝します。',
      'ありがとうございました。',
    ]);
    expect(cut('誰がよくなかったのかではなく、お客さまに何が起きていたのかを考えましょう。')).toEqual([
      '誰がよくなかったのかではなく、|お客さまに|何が|起きていたのかを|考えましょう。',
    ]);
  });

  it('never part お from what it honours', () => {
    expect(cut('まずは一人で、お客さまのお気持ちを考えて書いてみましょう。')).toEqual([
      'まずは|一人で、|お客さまの|お気持ちを|考えて|書いてみましょう。',
    ]);
  });

  it('leave what somebody said in one piece with what follows it', () => {
    expect(cut('「心細かったですね。」の一言が届いたのは、なぜでしょう。')).toEqual([
      '「心細かったですね。」の|一言が|届いたのは、|なぜでしょう。',
    ]);
  });

  it('lose and gain nothing', () => {
    const library = readFileSync(
      new URL('../../src/domain/discussions/lists/promptLibrary.json', import.meta.url),
      'utf8',
    );
    for (const [, text = ''] of library.matchAll(/"ja": "([^"]+)"/g)) {
      expect(sentencesOf(text).flat().join('')).toBe(text);
    }
    expect(sentencesOf('')).toEqual([]);
  });
});
