import { beforeAll, describe, expect, it } from 'vitest';
import { withdrawVoice } from '../../../src/domain/voices/index.ts';
import {
  type ActivityBody,
  guest,
  inChannel,
  inGroupChat,
  personal,
  postActivity,
  pressesButton,
  says,
} from '../../support/activities.ts';
import { cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import { withChats } from '../../support/chats.ts';
import type { PersonName } from '../../support/company.ts';
import { openedEdition } from '../../support/editions.ts';
import { call } from '../../support/pagesClient.ts';
import { openSharedTestApp, openTestApp, publicUrl, type TestApp } from '../../support/testApp.ts';

/** Motor claims, Minato and planning: who speaks here, and no more. */
const some = { audience: { departments: ['CL-AUTO1', 'SL-MINATO', 'HQ-PLAN'] } };

const open = () => openTestApp({ listening: true, working: false });
/** Jobs run, messages go out. */
const openWorking = () => openTestApp({ listening: true });
const entra = (t: TestApp, who: PersonName) => t.people[who].entraObjectId ?? '';

/** Says something in one's chat and gives the words of the answer. */
async function answerTo(t: TestApp, who: PersonName, text: string): Promise<string[]> {
  const before = t.stub.messages.length;
  const { status } = await postActivity(t, personal(t, t.people[who], says(text)));
  expect(status).toBe(200);
  return t.stub.messages.slice(before).flatMap((message) => visibleWords(cardOf(message.activity)));
}

/** The bot has been installed for somebody: their chat exists. */
async function install(t: TestApp, ...names: PersonName[]): Promise<void> {
  for (const who of names) {
    const placed = await postActivity(
      t,
      personal(t, t.people[who], { type: 'installationUpdate', action: 'add' }),
    );
    expect(placed.status).toBe(200);
  }
}

describe('writing to the bot', () => {
  it('gets help in Japanese or English, and the records', async () => {
    const t = await open();
    await withChats(t, 'mizusawa', 'hanh');
    expect((await answerTo(t, 'mizusawa', 'ヘルプ'))[0]).toBe(
      '聴きどきです。お声がけをありがとうございます。',
    );
    expect((await answerTo(t, 'hanh', 'help'))[0]).toBe('Thank you for your message. This is Kikidoki.');
    const records = await answerTo(t, 'mizusawa', 'この仕組みが記録すること');
    expect(records.at(-1)).toBe(`[この仕組みが記録すること](${publicUrl}/records?locale=ja)`);
    expect((await answerTo(t, 'hanh', 'What is recorded'))[0]).toBe('What this records');
  });

  it('in English gets English, whatever one’s own language; the Japanese help names the English words', async () => {
    const t = await openWorking();
    await withChats(t, 'mizusawa');
    await openedEdition(t, some);
    await t.settled();
    const help = await answerTo(t, 'mizusawa', 'ヘルプ');
    for (const word of ['voices', 'records', 'help']) expect(help.join()).toContain(`(${word})`);
    expect((await answerTo(t, 'mizusawa', 'help'))[0]).toBe('Thank you for your message. This is Kikidoki.');
    expect((await answerTo(t, 'mizusawa', 'records'))[0]).toBe('What this records');
    expect((await answerTo(t, 'mizusawa', 'voices'))[0]).toBe(
      'Listening to our customers ─ voices of December',
    );
    expect((await answerTo(t, 'mizusawa', 'good grief'))[0]).toBe(
      'Thank you. I could not tell what you need.',
    );
    expect((await answerTo(t, 'mizusawa', '🙂 ?'))[0]).toContain('ご用件を読み取れませんでした');
    const asked = inChannel(t, t.people.mizusawa, 'kikidoki-team', says('<at>聴きどき</at> voices'));
    const before = t.stub.messages.length;
    await postActivity(t, asked);
    const [answer] = t.stub.messages.slice(before);
    expect(visibleWords(cardOf(answer?.activity))[0]).toBe('Listening to our customers ─ voices of December');
  });

  it.each<[string, ActivityBody]>([
    ['no text and a mention of the bot', { text: undefined, entities: 'mention' }],
    ['a text of null and a mention of the bot', { text: null, entities: 'mention' }],
    ['entities of null', { text: 'ヘルプ', entities: null }],
    ['a mention without its text', { text: 'ヘルプ', entities: 'mention without text' }],
  ])('gets help for %s', async (_what, { text, entities }) => {
    const t = await open();
    await withChats(t, 'mizusawa');
    const words = entities === 'mention' ? { text: '<at>聴きどき</at>' } : {};
    const mention = { type: 'mention', mentioned: { id: `28:${t.appId}` }, ...words };
    const activity = personal(t, t.people.mizusawa, {
      type: 'message',
      text,
      entities: entities === null ? null : [mention],
    });
    expect((await postActivity(t, activity)).status).toBe(200);
    const [answer] = t.stub.messages.slice(-1).flatMap(({ activity }) => visibleWords(cardOf(activity)));
    expect(answer).toBe('聴きどきです。お声がけをありがとうございます。');
  });

  it.each([
    ['names a second', { 'retry-after': '1' }],
    ['names no time', {}],
  ])('gets its answer also when Teams throttles it once and %s', async (_what, headers) => {
    const t = await open();
    await withChats(t, 'mizusawa');
    t.stub.script(1, { status: 429, headers });
    const started = performance.now();
    expect((await answerTo(t, 'mizusawa', 'ヘルプ'))[0]).toBe(
      '聴きどきです。お声がけをありがとうございます。',
    );
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(t.log.text()).not.toContain('a reply was not delivered');
  });

  it('that Teams throttles for longer is not held up, and the loss is logged', async () => {
    const t = await open();
    await withChats(t, 'mizusawa');
    t.stub.script(1, { status: 429, headers: { 'retry-after': '30' } });
    const started = performance.now();
    expect(await answerTo(t, 'mizusawa', 'ヘルプ')).toEqual([]);
    expect(performance.now() - started).toBeLessThan(2_000);
    expect(t.log.text()).toContain('a reply was not delivered');
  });

  it('is answered once where nobody knows whether the first try arrived', async () => {
    const t = await open();
    await withChats(t, 'mizusawa');
    t.stub.script(1, { status: 502, delivered: true });
    await answerTo(t, 'mizusawa', 'ヘルプ');
    expect(t.stub.messages).toHaveLength(1);
  });

  it('never gets silence: anything else gets the card that helps', async () => {
    const t = await open();
    await withChats(t, 'mizusawa');
    for (const text of ['先月の件ですが', '👍', 'あ'.repeat(20_000)]) {
      expect((await answerTo(t, 'mizusawa', text))[0]).toBe(
        'ありがとうございます。ご用件を読み取れませんでした。',
      );
    }
    for (const text of ['<script>alert(1)</script>', 'x'.repeat(20_000)]) {
      expect((await answerTo(t, 'mizusawa', text))[0]).toBe('Thank you. I could not tell what you need.');
    }
    expect(t.log.text()).not.toContain('先月の件');
  });

  it('gets this month’s card, or a word that it is still to come', async () => {
    const t = await openWorking();
    await withChats(t, 'mizusawa', 'hanh', 'suwa');
    expect((await answerTo(t, 'mizusawa', '今月の声'))[0]).toBe('いま、お届けしている声はありません。');
    await openedEdition(t, some);
    await t.settled();
    expect(await answerTo(t, 'mizusawa', '今月の声')).toContain('期限 12月18日(金)');
    expect((await answerTo(t, 'hanh', 'This month’s voices'))[0]).toBe(
      'Listening to our customers ─ voices of December',
    );
    // Somebody on leave asked for it: nobody pushed it.
    expect(await answerTo(t, 'suwa', '今月の声')).toContain('期限 12月18日(金)');
  });

  it('gets no customer’s words by asking, so that none outlive a withdrawal', async () => {
    const t = await openWorking();
    await install(t, 'mizusawa');
    await openedEdition(t, some);
    await t.settled();
    await answerTo(t, 'mizusawa', '今月の声');
    await postActivity(t, inChannel(t, t.people.mizusawa, 'kikidoki-team', says('今月の声')));
    const showing = () =>
      t.stub.messages.filter((message) => JSON.stringify(message.activity).includes('忘れられて'));
    expect(showing().length).toBeGreaterThan(0);

    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.noNews, reason: 'お客さまからのお申し出' });
    await t.settled();
    expect(showing()).toEqual([]);
  });

  it('in a channel gets the channel’s card, in its thread, and the mention is not part of the words', async () => {
    const t = await openWorking();
    await openedEdition(t, some);
    await t.settled();
    const mention = {
      type: 'mention',
      mentioned: { id: `28:${t.appId}`, name: '聴きどき' },
      text: '<at>聴きどき</at>',
    };
    const asked = { ...says('<at>聴きどき</at> 今月の声'), entities: [mention] };
    const before = t.stub.messages.length;
    const { status } = await postActivity(t, inChannel(t, t.people.mizusawa, 'kikidoki-team', asked));
    expect(status).toBe(200);
    const [answer] = t.stub.messages.slice(before);
    expect(visibleWords(cardOf(answer?.activity))).toContain('どうぞ、ご一緒に聴いてみてください。');
    expect(t.stub.calls.at(-1)?.path).toContain(encodeURIComponent('kikidoki-team;messageid=1700000000000'));
  });

  it('as a guest gets a friendly refusal and is never created', async () => {
    const t = await open();
    const people = await t.ctx.db.person.count();
    for (const what of [says('今月の声'), says('ヘルプ'), { type: 'installationUpdate', action: 'add' }]) {
      const activity = { ...inGroupChat(t, guest, 'kikidoki-group-chat', what) };
      expect((await postActivity(t, activity)).status).toBe(200);
    }
    const words = t.stub
      .messagesIn('kikidoki-group-chat')
      .flatMap((one) => visibleWords(cardOf(one.activity)));
    expect(words).toContain('申し訳ありません。社員名簿でお名前を確認できませんでした。');
    expect(words.join()).not.toContain('忘れられて');
    expect(await t.ctx.db.person.count()).toBe(people);
    expect(await t.ctx.db.conversation.count({ where: { recipientKind: 'person' } })).toBe(0);
  });

  it('after leaving the company gets the same refusal', async () => {
    const t = await open();
    await withChats(t, 'momose');
    await t.ctx.db.person.update({ where: { id: t.people.momose.id }, data: { status: 'left' } });
    expect((await answerTo(t, 'momose', '今月の声'))[0]).toContain('社員名簿でお名前を確認できませんでした');
  });

  it('gets an apology when something of ours is broken', async () => {
    const t = await open();
    await withChats(t, 'mizusawa');
    await t.ctx.db.$executeRaw`ALTER TABLE edition RENAME TO edition_gone`;
    expect((await answerTo(t, 'mizusawa', '今月の声'))[0]).toBe(
      '申し訳ありません。うまくお応えできませんでした。',
    );
    await t.ctx.db.$executeRaw`ALTER TABLE edition_gone RENAME TO edition`;
  });
});

describe('other activities', () => {
  let t: TestApp;
  beforeAll(async () => {
    const close = await openSharedTestApp((opened) => (t = opened), { listening: true, working: false });
    await withChats(t, 'mizusawa');
    return close;
  });

  it.each([
    ['typing', { type: 'typing' }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['a read receipt', { type: 'event', name: 'application/vnd.microsoft.readReceipt', value: {} }],
    ['an unknown type', { type: 'somethingNew' }],
    ['a message without text', { type: 'message' }],
    [
      'a message with an attachment only',
      { type: 'message', attachments: [{ contentType: 'image/png', contentUrl: 'https://a.example/a.png' }] },
    ],
    ['an unknown invoke', { type: 'invoke', name: 'composeExtension/query', value: { parameters: [] } }],
    ['an invoke without a value', { type: 'invoke', name: 'task/fetch' }],
  ] as [string, ActivityBody][])('%s are answered with 2xx', async (_what, what) => {
    const { status } = await postActivity(t, personal(t, t.people.mizusawa, what));
    expect(status).toBeLessThan(300);
  });
});

describe('a button', () => {
  type Dialog = { task: { type: string; value: { url: string; title: string } & string } };
  const press = async (t: TestApp, who: PersonName, data: unknown) => {
    const answer = await postActivity(t, personal(t, t.people[who], pressesButton(data)));
    expect(answer.status).toBe(200);
    return (answer.body as Dialog).task;
  };
  const listen = (t: TestApp) => ({ verb: 'voice.listen', subjectId: t.voices.noNews, v: 1 });
  const linkOf = (url: string) => new URL(url).hash.replace('#link=', '');

  it('opens the page as a dialog, with a link of single use that runs out', async () => {
    const t = await open();
    await openedEdition(t, some);
    const task = await press(t, 'mizusawa', listen(t));
    const url = new URL(task.value.url);
    expect(task).toMatchObject({ type: 'continue', value: { title: 'お客さまの声を聴く' } });
    expect(`${url.origin}${url.pathname}`).toBe(`${publicUrl}/listen/${t.voices.noNews}`);
    expect(url.searchParams.get('locale')).toBe('ja');
    // The link itself is in no place that a proxy's log sees.
    expect(url.search).not.toContain(linkOf(task.value.url));
    const session = (link: string) =>
      call<{ person: { id: string } }>(t, 'POST', '/api/session', { body: { link } });
    const first = await session(linkOf(task.value.url));
    expect(first).toMatchObject({ status: 200, body: { person: { id: t.people.mizusawa.id } } });
    expect((await session(linkOf(task.value.url))).status).toBe(401);
    const late = await press(t, 'mizusawa', listen(t));
    t.clock.advance({ minutes: 5, seconds: 1 });
    expect((await session(linkOf(late.value.url))).status).toBe(401);
    expect(t.log.text()).not.toContain(linkOf(late.value.url));
  });

  it('reads first where one asks to read, in one’s own language', async () => {
    const t = await open();
    await openedEdition(t, some);
    const task = await press(t, 'hanh', { ...listen(t), verb: 'voice.read' });
    const url = new URL(task.value.url);
    expect(url.searchParams.get('mode')).toBe('read');
    expect(url.searchParams.get('locale')).toBe('en');
  });

  it('signs in who pressed, whoever else the data names', async () => {
    const t = await open();
    await openedEdition(t, some);
    const forged = { ...listen(t), personId: t.people.asagi.id, from: { aadObjectId: entra(t, 'asagi') } };
    const task = await press(t, 'mizusawa', forged);
    const session = await call<{ person: { id: string } }>(t, 'POST', '/api/session', {
      body: { link: linkOf(task.value.url) },
    });
    expect(session.body.person.id).toBe(t.people.mizusawa.id);
  });

  it.each([
    ['of an old version', { v: 0 }],
    ['with an unknown verb', { verb: 'voice.delete' }],
    ['without a subject', { subjectId: undefined }],
    ['with a subject that is no id', { subjectId: "' OR 1=1 --" }],
  ])('%s says friendly that it is out of date', async (_how, change) => {
    const t = await open();
    await openedEdition(t, some);
    const task = await press(t, 'mizusawa', { ...listen(t), ...change });
    expect(task.type).toBe('message');
    expect(task.value).toContain('このボタンは古くなっています');
  });

  it('of a voice that is withdrawn, unknown or not open yet says so', async () => {
    const t = await open();
    const unknown = await press(t, 'mizusawa', {
      ...listen(t),
      subjectId: '0199f5d2-0000-7000-8000-000000000001',
    });
    expect(unknown).toMatchObject({
      type: 'message',
      value: expect.stringContaining('その声は見つかりませんでした'),
    });
    expect((await press(t, 'mizusawa', listen(t))).type).toBe('message');
    await openedEdition(t, some);
    const { withdrawVoice } = await import('../../../src/domain/voices/index.ts');
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.noNews, reason: 'お申し出' });
    expect((await press(t, 'hanh', listen(t))).value).toContain('withdrawn');
  });

  it('pressed by a guest opens nothing', async () => {
    const t = await open();
    await openedEdition(t, some);
    const answer = await postActivity(t, inChannel(t, guest, 'kikidoki-team', pressesButton(listen(t))));
    expect(answer).toMatchObject({ status: 200, body: { task: { type: 'message' } } });
    expect(await t.ctx.db.sessionLink.count()).toBe(0);
  });

  it('pressed twice, because Teams repeats, gives two links that work', async () => {
    const t = await open();
    await openedEdition(t, some);
    const [one, two] = await Promise.all([press(t, 'mizusawa', listen(t)), press(t, 'mizusawa', listen(t))]);
    for (const task of [one, two]) {
      const link = linkOf(task?.value.url ?? '');
      expect((await call(t, 'POST', '/api/session', { body: { link } })).status).toBe(200);
    }
  });
});

describe('installing the app', () => {
  it('while an edition is open brings its card at once, and only once', async () => {
    const t = await openWorking();
    t.stub.uninstall(entra(t, 'mizusawa'));
    await openedEdition(t, some);
    await t.settled();
    expect(t.stub.messagesOf(entra(t, 'mizusawa'))).toEqual([]);
    t.stub.install(entra(t, 'mizusawa'));
    await withChats(t, 'mizusawa');
    await install(t, 'mizusawa');
    await t.settled();
    const editions = () =>
      t.stub
        .messagesOf(entra(t, 'mizusawa'))
        .filter((one) => JSON.stringify(one.activity).includes('忘れられて'));
    expect(editions()).toHaveLength(1);
    await install(t, 'mizusawa');
    await answerTo(t, 'mizusawa', 'ヘルプ');
    await t.settled();
    expect(editions()).toHaveLength(1);
  });

  it('welcomes, and speaks to strangers as to strangers', async () => {
    const t = await openWorking();
    await withChats(t, 'mizusawa');
    await install(t, 'mizusawa');
    await t.settled();
    expect(visibleWords(cardOf(t.stub.messages[0]?.activity))[0]).toBe('はじめまして。聴きどきです。');
  });

  it('brings a newcomer of the company the card, whom nobody counted at the opening', async () => {
    const t = await openWorking();
    await t.ctx.db.person.update({ where: { id: t.people.momose.id }, data: { status: 'on_leave' } });
    await openedEdition(t, some);
    await t.settled();
    await t.ctx.db.person.update({ where: { id: t.people.momose.id }, data: { status: 'active' } });
    await withChats(t, 'momose');
    await install(t, 'momose');
    await t.settled();
    expect(
      t.stub.messagesOf(entra(t, 'momose')).filter((one) => JSON.stringify(one).includes('忘れられて')),
    ).toHaveLength(1);
  });

  it('brings nothing to people on leave and 対象外', async () => {
    const t = await openWorking();
    await openedEdition(t, some);
    await t.settled();
    await withChats(t, 'suwa', 'shimizu');
    await install(t, 'suwa', 'shimizu');
    await t.settled();
    for (const who of ['suwa', 'shimizu'] as const) {
      expect(JSON.stringify(t.stub.messagesOf(entra(t, who)))).not.toContain('忘れられて');
    }
  });

  it('into a team meets all its channels that are departments', async () => {
    const t = await openWorking();
    t.stub.loseConversation('19:hq-plan@thread.tacv2');
    await openedEdition(t, some);
    await t.settled();
    t.stub.setTeam('19:team@thread.tacv2', [
      'kikidoki-team',
      '19:hq-plan@thread.tacv2',
      '19:lunch@thread.tacv2',
    ]);
    const added = { type: 'conversationUpdate', membersAdded: [{ id: `28:${t.appId}` }] };
    const { status } = await postActivity(t, inChannel(t, t.people.mizusawa, 'kikidoki-team', added));
    expect(status).toBe(200);
    const met = await t.ctx.db.conversation.findMany({
      where: { recipientKind: 'department', lostReason: null },
    });
    expect(met.map((row) => row.recipientId)).toContain(t.departments.plan.id);
  });

  it('undone stops messages until it is installed again', async () => {
    const t = await openWorking();
    await openedEdition(t, some);
    await t.settled();
    await postActivity(t, personal(t, t.people.mizusawa, { type: 'installationUpdate', action: 'remove' }));
    const lost = () => t.ctx.db.conversation.findFirst({ where: { recipientId: t.people.mizusawa.id } });
    expect((await lost())?.lostReason).toBe('notInstalled');
    await install(t, 'mizusawa');
    expect((await lost())?.lostReason).toBeNull();
  });
});
