import { describe, expect, it } from 'vitest';
import { commandOf, isLatin } from '../../../src/edges/teams/commands.ts';
import { outcomeOfError, outcomeOfResponse } from '../../../src/edges/teams/outcome.ts';

const now = new Date('2026-12-01T00:30:00Z');

describe('an answer of Teams means', () => {
  const meaning = (status: number, code = '', headers: Record<string, string> = {}) =>
    outcomeOfResponse(status, headers, code ? { error: { code } } : {}, now);

  it.each([
    [429, 'TooManyRequests', { kind: 'throttled', retryAfterMs: null }],
    [412, 'PreconditionFailed', { kind: 'throttled', retryAfterMs: null }],
    [401, '', { kind: 'unauthorised' }],
    [403, 'ConversationBlockedByUser', { kind: 'unreachable', reason: 'blocked' }],
    [403, 'BotNotInConversationRoster', { kind: 'unreachable', reason: 'notInstalled' }],
    [403, 'BotDisabledByAdmin', { kind: 'unreachable', reason: 'disabledByAdmin' }],
    [403, '', { kind: 'unreachable', reason: 'blocked' }],
    [404, 'ConversationNotFound', { kind: 'conversationGone' }],
    [413, 'MessageSizeTooBig', { kind: 'failed', reason: 'MessageSizeTooBig' }],
    [400, 'BadSyntax', { kind: 'failed', reason: 'BadSyntax' }],
    [400, 'お客さまの言葉', { kind: 'failed', reason: 'http400' }],
    [500, '', { kind: 'unknown', reason: 'http500' }],
    [502, '', { kind: 'unknown', reason: 'http502' }],
    [504, '', { kind: 'unknown', reason: 'http504' }],
  ])('%i %s', (status, code, outcome) => {
    expect(meaning(status, code)).toEqual(outcome);
  });

  it('sent, with the id to update it by', () => {
    expect(outcomeOfResponse(201, {}, { id: '17' }, now)).toEqual({ kind: 'sent', activityId: '17' });
    expect(outcomeOfResponse(201, {}, { id: '19:a;messageid=17', activityId: '17' }, now)).toEqual({
      kind: 'sent',
      activityId: '17',
    });
    expect(outcomeOfResponse(200, {}, {}, now)).toEqual({ kind: 'sent', activityId: null });
  });

  it.each([
    ['3', 3_000],
    ['0', 0],
    ['Tue, 01 Dec 2026 00:30:20 GMT', 20_000],
    ['Tue, 01 Dec 2026 00:29:00 GMT', 0],
    ['soon', null],
  ])('wait, when Retry-After is %s', (header, retryAfterMs) => {
    expect(meaning(429, '', { 'retry-after': header })).toEqual({ kind: 'throttled', retryAfterMs });
  });
});

describe('a failed call means', () => {
  const error = (code: string) => Object.assign(new Error(code), { code });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    'surely not delivered: %s',
    (code) => {
      expect(outcomeOfError(error(code))).toEqual({ kind: 'notDelivered', reason: code });
    },
  );

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'EPIPE'])(
    'perhaps delivered: %s',
    (code) => {
      expect(outcomeOfError(error(code))).toEqual({ kind: 'unknown', reason: code });
    },
  );

  it('looks into causes and into attempts at several addresses', () => {
    expect(outcomeOfError(new Error('x', { cause: error('ECONNREFUSED') })).kind).toBe('notDelivered');
    expect(outcomeOfError(new AggregateError([error('ECONNREFUSED')])).kind).toBe('notDelivered');
    expect(outcomeOfError('what')).toEqual({ kind: 'unknown', reason: 'network' });
  });
});

describe('what people write', () => {
  it.each([
    ['ヘルプ', 'help'],
    ['ﾍﾙﾌﾟ', 'help'],
    ['  Help! ', 'help'],
    ['？', 'help'],
    ['', 'help'],
    [undefined, 'help'],
    ['今月の声', 'voices'],
    ['「今月の声」。', 'voices'],
    ['This month’s voices', 'voices'],
    ["this month's voices", 'voices'],
    ['この仕組みが記録すること', 'records'],
    ['What is recorded', 'records'],
    ['プライバシー', 'records'],
    ['<b>今月の声</b>', 'voices'],
    ['今月の声を聴きたい', 'voices'],
    ['今月の声は?', 'voices'],
    ['今月の声をお願いします', 'voices'],
    ['今月のお客様の声を読みたいです', 'voices'],
    ['声を聴く', 'voices'],
    ['聴きたいです。', 'voices'],
    ['this month', 'voices'],
    ['Show me this month’s voices, please.', 'voices'],
    ['I want to listen', 'voices'],
    ['ヘルプをください', 'help'],
    ['使い方を教えてください。', 'help'],
    ['何ができますか?', 'help'],
    ['How does this work?', 'help'],
    ['何が記録されますか', 'records'],
    ['記録することを教えて', 'records'],
    ['records', 'records'],
    ['What do you record?', 'records'],
    ['担当している取組み', 'actions'],
    ['担当している取り組みを見せてください', 'actions'],
    ['私の取組み', 'actions'],
    ['自分が担当している取組みの一覧', 'actions'],
    ['取組み', 'actions'],
    ['My actions', 'actions'],
    ['show me my open actions, please', 'actions'],
    ['リマインド', 'reminders'],
    ['リマインドの設定', 'reminders'],
    ['リマインダーを止めてください', 'reminders'],
    ['リマインドを受け取りたいです', 'reminders'],
    ['Reminders', 'reminders'],
    ['stop reminders', 'reminders'],
    ['turn off reminders please', 'reminders'],
    // What resembles a command and is none.
    ['担当者は誰ですか', null],
    ['取組みの期限を延ばせますか', null],
    ['リマインドが来ませんでした', null],
    ['actions speak louder than words', null],
    ['今月の声は誰が選びましたか', null],
    ['先月の声', null],
    ['声が小さいです', null],
    ['記録を消してください', null],
    ['helpless', null],
    ['I listened yesterday', null],
    ['使い方が難しいと声がありました', null],
    ['先月の苦情について相談したいのですが', null],
    [`ヘルプ${'ください'.repeat(10_000)}`, null],
    ['__proto__', null],
    ['constructor', null],
    ['x'.repeat(50_000), null],
  ])('%j is the command %s', (text, command) => {
    expect(commandOf(text)).toBe(command);
  });

  it.each([
    ['help', true],
    ['Ｖｏｉｃｅｓ！', true],
    ['<at>聴きどき</at> café?', true],
    ['ヘルプ help', false],
    ['ー', false],
    ['？', false],
    ['123', false],
    ['', false],
    ['Справка', false],
  ])('%j is written in Latin letters alone: %s', (text, isLatinAlone) => {
    expect(isLatin(text)).toBe(isLatinAlone);
  });
});
