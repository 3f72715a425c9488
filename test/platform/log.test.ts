import { describe, expect, it, vi } from 'vitest';
import { AppError } from '../../src/platform/errors.ts';
import { sparse } from '../../src/platform/log.ts';
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

describe('a sparse log', () => {
  it('writes one line of a kind in some seconds, and how many it left out', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { log, lines } = collectedLog();
    const quiet = sparse(log);
    const refused = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    for (let n = 0; n < 100; n += 1) quiet.error({ err: refused }, 'queue error');
    quiet.error({ err: new TypeError('y') }, 'queue error');
    quiet.warn({}, 'another line');
    expect(lines).toHaveLength(3);
    vi.advanceTimersByTime(6_000);
    quiet.error({ err: refused }, 'queue error');
    expect(lines.at(-1)).toContain('"omitted":99');
    vi.useRealTimers();
  });
});
