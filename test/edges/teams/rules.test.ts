import { describe, expect, it } from 'vitest';
import { titleOf } from '../../../src/domain/proposals/draftTitle.rules.ts';
import { commandOf, isLatin } from '../../../src/edges/teams/commands.ts';
import { plainText } from '../../../src/edges/teams/messageText.rules.ts';
import { outcomeOfError, outcomeOfResponse } from '../../../src/edges/teams/outcome.ts';
import { proposalIn } from '../../../src/edges/teams/proposalWords.ts';

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
    ['提案', 'propose'],
    ['提案があります', 'propose'],
    ['提案があるのですが', 'propose'],
    ['提案したい', 'propose'],
    ['提案したいです。', 'propose'],
    ['改善提案', 'propose'],
    ['改善提案をする', 'propose'],
    ['改善提案をお願いします', 'propose'],
    ['ご提案です', 'propose'],
    ['アイデアがあります!', 'propose'],
    ['proposal', 'propose'],
    ['I have an idea', 'propose'],
    ['I’d like to make a proposal', 'propose'],
    ['New proposal, please', 'propose'],
    ['suggest an improvement', 'propose'],
    ['わたしの提案', 'ownProposals'],
    ['私の提案を見せてください', 'ownProposals'],
    ['自分が送った提案の一覧', 'ownProposals'],
    ['提案の状況', 'ownProposals'],
    ['提案はどうなりましたか?', 'ownProposals'],
    ['My proposals', 'ownProposals'],
    ['show me my ideas', 'ownProposals'],
    ['What became of my proposal?', 'ownProposals'],
    ['proposal status', 'ownProposals'],
    ['みんなの気づき', 'insights'],
    ['気づきの一覧を見せてください', 'insights'],
    ['show me all insights', 'insights'],
    ['課題', 'themes'],
    ['課題の一覧', 'themes'],
    ['themes', 'themes'],
    ['引継ぎ', 'referrals'],
    ['引き継ぎ', 'referrals'],
    ['Hand-overs', 'referrals'],
    ['参加状況', 'reports'],
    ['実施状況を知りたいです', 'reports'],
    ['participation', 'reports'],
    ['進行ガイド', 'guides'],
    ['ガイドを見たい', 'guides'],
    ['discussion guides', 'guides'],
    // What resembles a command and is none.
    ['気づき', null],
    ['課題が多いです', null],
    ['引継ぎが遅いという声がありました', null],
    ['insights are welcome', null],
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
    ['提案:受付のときに次の連絡日を伝える', '受付のときに次の連絡日を伝える'],
    ['提案: 受付のときに\n次の連絡日を伝える', '受付のときに\n次の連絡日を伝える'],
    ['提案　受付のときに次の連絡日を伝える。', '受付のときに次の連絡日を伝える。'],
    ['「提案:受付のときに次の連絡日を伝える」', '受付のときに次の連絡日を伝える'],
    ['提案があります。受付のときに次の連絡日を伝える', '受付のときに次の連絡日を伝える'],
    ['提案があるのですが、受付のときに次の連絡日を伝える', '受付のときに次の連絡日を伝える'],
    ['提案したいです。受付のときに次の連絡日を伝える', '受付のときに次の連絡日を伝える'],
    ['提案をしたいのですが、受付のときに次の連絡日を伝える', '受付のときに次の連絡日を伝える'],
    ['提案したいことがあります。受付のときに次の連絡日を伝える', '受付のときに次の連絡日を伝える'],
    ['改善提案です。受付のときに次の連絡日を伝える', '受付のときに次の連絡日を伝える'],
    ['アイデア:受付のときに次の連絡日を伝える', '受付のときに次の連絡日を伝える'],
    ['<at>聴きどき</at> 提案:次の連絡日を伝える', '次の連絡日を伝える'],
    ['提案受付のときに次の連絡日を伝える', '提案受付のときに次の連絡日を伝える'],
    ['受付のときに次の連絡日を伝えることを提案します。', '受付のときに次の連絡日を伝えることを提案します。'],
    ['Proposal: say on which day we call next', 'say on which day we call next'],
    ['proposal say on which day we call next', 'say on which day we call next'],
    ['Idea – say on which day we call next', 'say on which day we call next'],
    ['I have an idea: say on which day we call next', 'say on which day we call next'],
    ['My suggestion is to say on which day we call next', 'say on which day we call next'],
    ['I’d like to propose that we say when we call next', 'we say when we call next'],
    ['I suggest to say when we call next', 'say when we call next'],
    // Of proposals, but none.
    ['提案の書き方を教えてください', ''],
    ['提案は誰が読みますか?', ''],
    ['提案して', ''],
    ['改善提案をしてください。', ''],
    ['提案させてください', ''],
    // Of something else.
    ['提案書を明日までに送ってください', null],
    ['提案者はどなたですか', null],
    ['先月の提案会の件ですが', null],
    ['今月の声', null],
    ['ideal weather', null],
    ['I propose', null],
    ['', null],
    [undefined, null],
  ])('%j proposes %j', (text, words) => {
    expect(proposalIn(text)).toBe(words);
  });

  it.each([
    [
      '<p>ご連絡が&nbsp;遅れて<br>います。</p><p>&lt;b&gt; &amp;amp;</p>',
      'ご連絡が 遅れて\nいます。\n<b> &amp;',
    ],
    ['<div><at id="0">水沢</at>さん、<b>次の日</b>を</div>', '水沢さん、次の日を'],
    ['<ul><li>一つ</li><li>二つ</li></ul>', '・一つ\n・二つ'],
    [
      '<blockquote itemscope itemtype="http://schema.skype.com/Reply"><strong>梶浦 徹</strong><p>前の話</p></blockquote><p>お答え</p>',
      'お答え',
    ],
    ['よい<img alt="🙂" src="x">ですね', 'よい🙂ですね'],
    ['<script>alert(1)</script><style>p{}</style>ことば<attachment id="1"></attachment>', 'ことば'],
    ['&#128512;&#x3042;&#0;&bogus;', '😀あ&bogus;'],
    ['', ''],
  ])('of the message %j keeps the words', (html, words) => {
    expect(plainText(html)).toBe(words);
  });

  it('is read in a moment, however long it is', () => {
    const started = performance.now();
    expect(proposalIn(`提案${'。'.repeat(100_000)}`)).toBeNull();
    expect(proposalIn('あ'.repeat(100_000))).toBeNull();
    expect(proposalIn(`idea${' -'.repeat(50_000)}`)).toBeNull();
    expect(proposalIn('the '.repeat(25_000))).toBeNull();
    expect(plainText('<'.repeat(100_000))).toHaveLength(32_000);
    expect(plainText('<script>'.repeat(12_000))).toBe('');
    const replies = '<blockquote itemtype="http://schema.skype.com/Reply">'.repeat(2_000);
    expect(plainText(replies).length).toBeLessThan(60);
    expect(plainText('<img '.repeat(20_000))).toHaveLength(31_999);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it.each([
    [
      '受付の電話の終わりに、次に連絡する日を必ずお伝えします。ほかにもあります。',
      '受付の電話の終わりに、次に連絡する日を必ずお伝えします',
    ],
    ['一行目\n二行目', '一行目'],
    ['Say when we call. Always.', 'Say when we call'],
    ['あ'.repeat(60), `${'あ'.repeat(39)}…`],
    [`${'あ'.repeat(36)}【電話番号】へ`, `${'あ'.repeat(36)}…`],
    ['。', '。'],
  ])('%j has the title %j', (words, title) => {
    expect(titleOf(words)).toBe(title);
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
