import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/platform/errors.ts';
import { collectedLog } from '../support/collectedLog.ts';

const words = '忘れられてしまったのかなと';

describe('the log', () => {
  it.each([
    ['a text', { text: words }],
    ['a quote in a voice', { voice: { quote: words } }],
    ['sentences two deep', { a: { b: { sentences: [words] } } }],
    ['an authorization', { headers: { authorization: words } }],
    ['a link', { link: words }],
    ['a body', { request: { body: { x: words } } }],
  ])('holds back %s', (_what, fields) => {
    const { log, text } = collectedLog();
    log.error(fields, 'something failed');
    expect(text()).not.toContain(words);
    expect(text()).toContain('something failed');
  });

  it('tells where an error came from, not what it quotes', () => {
    const { log, text } = collectedLog();
    log.error({ err: new SyntaxError(`Unexpected token in ${words}`) }, 'failed');
    log.error(
      { err: new AppError('voice.badTranscript', { where: words }, { cause: new Error(words) }) },
      'failed',
    );
    log.error({ err: words }, 'failed');
    expect(text()).not.toContain(words);
    expect(text()).toContain('log.test.ts');
    expect(text()).toContain('voice.badTranscript');
  });
});
