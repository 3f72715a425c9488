import { describe, expect, it } from 'vitest';
import { reasonText } from '../../src/cli/edition/statusView.ts';
import en from '../../src/platform/i18n/en.json' with { type: 'json' };
import { translator } from '../../src/platform/i18n/i18n.ts';
import ja from '../../src/platform/i18n/ja.json' with { type: 'json' };

describe('the reason of an outcome', () => {
  const t = translator('en');

  it.each([
    ['recalled', 'voice withdrawn'],
    ['on_leave', 'on leave'],
    ['crash', 'server crashed'],
    ['ECONNREFUSED', 'network failure ECONNREFUSED'],
    ['UND_ERR_CONNECT_TIMEOUT', 'network failure UND_ERR_CONNECT_TIMEOUT'],
    ['http502', 'Teams answered 502'],
    ['EACCES', 'EACCES'],
    ['MessageSizeTooBig', 'MessageSizeTooBig'],
  ])('%s is said as “%s”', (reason, words) => {
    expect(reasonText(t, reason)).toBe(words);
  });

  it('has words in both languages', () => {
    expect(Object.keys(en.cli.reason)).toEqual(Object.keys(ja.cli.reason));
  });
});
