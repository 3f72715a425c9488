import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { askProposer, forgetMessageDrafts } from '../../../src/domain/proposals/index.ts';
import { receiptSchema } from '../../../src/edges/http/contract/proposals.ts';
import {
  type ActivityBody,
  guest,
  inChannel,
  inGroupChat,
  personal,
  postActivity,
  pressesAction,
  pressesButton,
  says,
} from '../../support/activities.ts';
import { adaptiveCardSchema, buttonsOf, cardOf, inputsOf, visibleWords } from '../../support/adaptiveCard.ts';
import type { PersonName } from '../../support/company.ts';
import { openedEdition } from '../../support/editions.ts';
import { call, signIn } from '../../support/pagesClient.ts';
import { draft, moved, sent } from '../../support/proposals.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/testApp.ts';

const open = () => openTestApp({ listening: true });
const change = '事故の受付の電話の終わりに、次に連絡する日を必ずお伝えする。';

type Answer = { statusCode: number; type: string; value: Record<string, unknown> };
type Dialog = { task: { type: string; value: { url: string; title: string } & string } };

/** The card that answers what somebody wrote. */
async function cardFor(t: TestApp, activity: ActivityBody): Promise<unknown> {
  const before = t.stub.messages.length;
  expect((await postActivity(t, activity)).status).toBe(200);
  const answers = t.stub.messages.slice(before);
  expect(answers).toHaveLength(1);
  const card = cardOf(answers[0]?.activity);
  expect(adaptiveCardSchema.safeParse(card).error?.issues ?? []).toEqual([]);
  return card;
}

/** Writes to the bot in one's own chat, which exists. */
async function write(t: TestApp, who: PersonName, text: string): Promise<unknown> {
  await t.ctx.messenger.meet({ kind: 'person', entraObjectId: t.people[who].entraObjectId ?? '' });
  return cardFor(t, personal(t, t.people[who], says(text)));
}

async function press(t: TestApp, who: PersonName, data: object): Promise<Answer> {
  const answer = await postActivity(t, personal(t, t.people[who], pressesAction({ v: 1, ...data })));
  expect(answer.status).toBe(200);
  const body = answer.body as Answer;
  if (body.statusCode === 200)
    expect(adaptiveCardSchema.safeParse(body.value).error?.issues ?? []).toEqual([]);
  return body;
}

/** The data of the button that acts, as Teams sends it with what was put into the inputs. */
function dataOf(card: unknown, verb: string): { verb: string; subjectId: string } {
  const button = buttonsOf(card).find((one) => one.type === 'Action.Execute' && one.verb === verb);
  if (button?.type !== 'Action.Execute') throw new Error(`no button for ${verb}`);
  return button.data as { verb: string; subjectId: string };
}

const wordsIn = (card: unknown) => visibleWords(card).join('\n');
const chatOf = (t: TestApp, who: PersonName) =>
  t.stub
    .messagesOf(t.people[who].entraObjectId ?? '')
    .map(({ activity }) => wordsIn(cardOf(activity)))
    .join('\n');
const outgoing = (t: TestApp) => t.ctx.db.outgoingMessage.findMany();
/** Numbers of rows are too large for JSON. */
const rowText = (row: unknown) =>
  JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? String(value) : value));

describe('「提案」 in one’s own chat', () => {
  it('starts a short form; sent three times it is one proposal, and the receipt comes', async () => {
    const t = await open();
    const form = await write(t, 'kajiura', '提案');
    expect(wordsIn(form)).toContain('ひと言からお聞かせください。');
    expect(inputsOf(form)).toEqual({ change: '', today: '', effect: '', anonymous: 'false' });
    const data = {
      ...dataOf(form, 'proposal.send'),
      change,
      today: '',
      effect: 'ご不安が小さくなる',
      anonymous: 'false',
    };
    const answers = await Promise.all([1, 2, 3].map(() => press(t, 'kajiura', data)));
    for (const answer of answers) expect(wordsIn(answer.value)).toContain('受付番号は K-2026-00001 です。');
    const [proposal, ...others] = await t.ctx.db.proposal.findMany();
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({
      change,
      effect: 'ご不安が小さくなる',
      title: '事故の受付の電話の終わりに、次に連絡する日を必ずお伝えする',
      source: 'chat',
      proposerId: t.people.kajiura.id,
      departmentId: t.departments.motor.id,
    });
    await t.settled();
    expect(chatOf(t, 'kajiura')).toContain('改善提案 K-2026-00001 を受け付けました');
    expect((await outgoing(t)).filter(({ purpose }) => purpose === 'proposal.card')).toHaveLength(1);
    expect(t.log.text()).not.toContain('次に連絡する日');
    expect(rowText(await outgoing(t))).not.toContain('次に連絡する日');
  });

  it('is asked again where nothing was written, and keeps what was', async () => {
    const t = await open();
    const data = dataOf(await write(t, 'kajiura', '提案したい'), 'proposal.send');
    const answer = await press(t, 'kajiura', {
      ...data,
      change: ' ',
      today: 'お待たせしている',
      anonymous: 'true',
    });
    expect(wordsIn(answer.value)).toContain('「どうなるとよいですか」を、ひと言でもお書きください。');
    expect(inputsOf(answer.value)).toMatchObject({
      change: '',
      today: 'お待たせしている',
      anonymous: 'true',
    });
    expect(dataOf(answer.value, 'proposal.send').subjectId).toBe(data.subjectId);
    expect(await t.ctx.db.proposal.count()).toBe(0);
  });

  it('asks before it masks; a policy’s number goes whatever one decides', async () => {
    const t = await open();
    const data = dataOf(await write(t, 'kajiura', '提案'), 'proposal.send');
    const written = `${change}先日のお客さまは 090-1234-5678 で、証券番号 AB12345678 でした。`;
    const asked = await press(t, 'kajiura', { ...data, change: written });
    expect(wordsIn(asked.value)).toContain('個人情報と思われる記載があります。');
    expect(wordsIn(asked.value)).toMatch(/【電話番号】.*に置き換えて送信します。よろしいですか。/);
    expect(inputsOf(asked.value).change).toContain('【電話番号】');
    expect(inputsOf(asked.value).change).toContain('【証券番号】');
    // No card of ours carries it.
    expect(JSON.stringify(asked)).not.toMatch(/1234-5678|AB12345678/);
    expect(await t.ctx.db.proposal.count()).toBe(0);
    const again = dataOf(asked.value, 'proposal.send');
    expect(again.subjectId).toBe(data.subjectId);
    const done = await press(t, 'kajiura', { ...again, ...inputsOf(asked.value) });
    expect(wordsIn(done.value)).toContain('K-2026-00001');
    expect((await t.ctx.db.proposal.findFirstOrThrow()).change).toBe(inputsOf(asked.value).change);

    const kept = await press(t, 'kajiura', {
      ...data,
      subjectId: randomUUID(),
      change: written,
      keep: 'true',
    });
    expect(wordsIn(kept.value)).toContain('【証券番号】に置き換えてお送りしました。');
    const last = await t.ctx.db.proposal.findFirstOrThrow({ where: { serial: 2 } });
    expect(last.change).toContain('090-1234-5678');
    expect(last.change).not.toContain('AB12345678');
    expect(t.log.text()).not.toMatch(/1234-5678|AB12345678/);
  });

  it('becomes a draft to confirm from a sentence, masked, in the language of the words', async () => {
    const t = await open();
    const card = await write(t, 'kajiura', `提案:${change}連絡先は 090-1234-5678 です。`);
    expect(inputsOf(card).change).toBe(`${change}連絡先は 【電話番号】 です。`);
    expect(wordsIn(card)).toContain('お手数ですが削除してください。');
    const english = await write(t, 'kajiura', 'I have an idea: say when we call next');
    expect(inputsOf(english).change).toBe('say when we call next');
    expect(wordsIn(english)).toContain('Here is what you wrote.');
    const long = await write(t, 'kajiura', `提案: ${'あ'.repeat(3_000)}`);
    expect(inputsOf(long).change).toHaveLength(2_000);
    expect(wordsIn(long)).toContain('はじめの2000字を写しました');
    expect(inputsOf(await write(t, 'kajiura', '提案: \u0000あ\ud800')).change).toBe('あ\ufffd');
    expect(await t.ctx.db.proposal.count()).toBe(0);
  });

  it('sends another proposal from the same card as another one, never loses it', async () => {
    const t = await open();
    const data = { ...dataOf(await write(t, 'kajiura', '提案'), 'proposal.send'), change };
    await press(t, 'kajiura', data);
    const other = await press(t, 'kajiura', { ...data, change: 'ほかの提案です。' });
    expect(wordsIn(other.value)).toContain('このカードからは、改善提案 K-2026-00001 をお受けしています。');
    expect(inputsOf(other.value).change).toBe('ほかの提案です。');
    expect(await t.ctx.db.proposal.count()).toBe(1);
    const next = dataOf(other.value, 'proposal.send');
    const done = await press(t, 'kajiura', { ...next, ...inputsOf(other.value) });
    expect(wordsIn(done.value)).toContain('K-2026-00002');
  });

  it('anonymously leaves nobody beside the proposal, and is listed in one’s own chat alone', async () => {
    const t = await open();
    const data = { ...dataOf(await write(t, 'kajiura', '提案'), 'proposal.send'), change, anonymous: 'true' };
    const done = await press(t, 'kajiura', data);
    expect(wordsIn(done.value)).toContain('匿名でお受けしました。');
    await t.settled();
    expect(chatOf(t, 'kajiura')).toContain('改善提案 K-2026-00001 を受け付けました');
    const { id } = await t.ctx.db.proposal.findFirstOrThrow();
    const rows = [
      await outgoing(t),
      await t.ctx.db.auditEntry.findMany(),
      await t.ctx.db.proposal.findMany(),
    ].flat();
    const beside = rows.map(rowText).filter((row) => row.includes(id) && row.includes(t.people.kajiura.id));
    expect(beside).toEqual([]);
    expect(t.log.text()).not.toContain(t.people.kajiura.id);
    expect(t.log.text()).not.toContain(id);

    const own = await write(t, 'kajiura', 'わたしの提案');
    expect(wordsIn(own)).toContain('K-2026-00001 ・ 受付');
    expect(wordsIn(own)).toContain('匿名');
    expect(wordsIn(await write(t, 'sena', 'わたしの提案'))).toContain('まだありません。');
    const shared = await cardFor(t, inChannel(t, t.people.kajiura, 'kikidoki-team', says('わたしの提案')));
    expect(wordsIn(shared)).not.toContain('K-2026');
  });

  it('of somebody else is nobody’s to send or to answer', async () => {
    const t = await open();
    const data = { ...dataOf(await write(t, 'kajiura', '提案'), 'proposal.send'), change };
    await press(t, 'kajiura', data);
    for (const forged of [data, { ...data, change: 'ほかのことば' }]) {
      const refused = await press(t, 'sena', forged);
      expect(refused).toMatchObject({ statusCode: 400, value: { code: 'proposal.notProposer' } });
      expect(JSON.stringify(refused)).not.toContain('K-2026');
    }
    const stranger = await postActivity(t, inGroupChat(t, guest, 'kikidoki-group-chat', pressesAction(data)));
    expect(stranger.body).toMatchObject({ statusCode: 400, value: { code: 'stranger' } });
    expect(await t.ctx.db.proposal.count()).toBe(1);
  });

  it.each([
    ['words that are none', { change: 17 }],
    ['far too many words', { change: 'あ'.repeat(5_000) }],
    ['an answer that the toggle does not have', { anonymous: 'perhaps' }],
    ['a subject that is no id', { subjectId: 'x' }],
  ])('refuses %s', async (_what, wrong) => {
    const t = await openTestApp({ listening: true, working: false });
    const data = { verb: 'proposal.send', subjectId: randomUUID(), change, ...wrong };
    expect(await press(t, 'kajiura', data)).toMatchObject({ statusCode: 400, value: { code: 'cardGone' } });
    expect(await t.ctx.db.proposal.count()).toBe(0);
  });
});

describe('where others read along', () => {
  it.each(['提案', `提案:${change}`, 'idea: say when we call next'])(
    '「%s」 is taken elsewhere',
    async (text) => {
      const t = await openTestApp({ listening: true, working: false });
      const shared = [
        inChannel(t, t.people.kajiura, 'kikidoki-team', says(text)),
        inGroupChat(t, t.people.kajiura, 'kikidoki-group-chat', says(text)),
      ];
      for (const activity of shared) {
        const card = await cardFor(t, activity);
        expect(inputsOf(card)).toEqual({});
        expect(wordsIn(card)).toMatch(/個人チャット|your own chat/);
        expect(wordsIn(card)).not.toContain('次に連絡する日');
        const [button] = buttonsOf(card);
        expect(button?.type === 'Action.Submit' && button.data).toMatchObject({ verb: 'proposal.new' });
      }
    },
  );
});

describe('a question to the proposer', () => {
  async function asked(t: TestApp, anonymous: boolean) {
    await write(t, 'kajiura', 'ヘルプ');
    const proposalId = await sent(t.as('kajiura'), { anonymous });
    await moved(t.as('kitta'), proposalId, 'checking');
    await askProposer(t.as('kitta'), { proposalId, words: 'いつのことでしょうか。' });
    await t.settled();
    const card = t.stub
      .messagesOf(t.people.kajiura.entraObjectId ?? '')
      .map(({ activity }) => cardOf(activity))
      .find((one) => 'answer' in inputsOf(one));
    expect(adaptiveCardSchema.safeParse(card).error?.issues ?? []).toEqual([]);
    return { proposalId, data: dataOf(card, 'proposal.answer') };
  }

  it.each([false, true])('is answered on its card, once (anonymous: %s)', async (anonymous) => {
    const t = await open();
    const { proposalId, data } = await asked(t, anonymous);
    const answers = await Promise.all(
      [1, 2, 3].map(() => press(t, 'kajiura', { ...data, answer: '先月、090-1234-5678 からです。' })),
    );
    for (const { value } of answers) {
      expect(wordsIn(value)).toContain('お答えをありがとうございます。');
      expect(inputsOf(value)).toEqual({});
    }
    const question = await t.ctx.db.proposalQuestion.findFirstOrThrow();
    expect(question.answer).toBe('先月、【電話番号】 からです。');
    const steps = await t.ctx.db.proposalStep.findMany({ where: { proposalId, kind: 'answered' } });
    expect(steps).toHaveLength(1);
    expect((await t.ctx.db.proposal.findFirstOrThrow()).state).toBe('checking');
    expect(await press(t, 'kajiura', { ...data, answer: 'ほかの答え' })).toMatchObject({
      statusCode: 400,
      value: { code: 'proposal.badState' },
    });
    // The answer to an earlier question is none to a later one.
    await askProposer(t.as('kitta'), { proposalId, words: 'どちらの窓口でしょうか。' });
    expect((await press(t, 'kajiura', { ...data, answer: 'ほかの答え' })).statusCode).toBe(400);
    expect(await t.ctx.db.proposalQuestion.count({ where: { answeredAt: null } })).toBe(1);
    await t.settled();
    expect(t.log.text()).not.toMatch(/先月|いつのこと/);
    if (anonymous) expect(t.log.text()).not.toContain(t.people.kajiura.id);
    expect(rowText(await outgoing(t))).not.toMatch(/先月|いつのこと/);
  });

  it('needs words, and who was asked', async () => {
    const t = await open();
    const { data } = await asked(t, false);
    const empty = await press(t, 'kajiura', { ...data, answer: '  ' });
    expect(empty.value).toMatchObject({
      code: 'proposal.answerMissing',
      message: 'お答えを、ひと言でもお書きください。',
    });
    const foreign = await press(t, 'sena', { ...data, answer: 'わたしの答え' });
    expect(foreign.value).toMatchObject({ code: 'proposal.notProposer' });
    const unknown = await press(t, 'kajiura', { ...data, subjectId: randomUUID(), answer: 'はい' });
    expect(unknown.value).toMatchObject({ code: 'proposal.notFound' });
    expect((await t.ctx.db.proposalQuestion.findFirstOrThrow()).answeredAt).toBeNull();
  });
});

describe('「改善提案をする」', () => {
  const dialog = async (t: TestApp, activity: ActivityBody) => {
    const answer = await postActivity(t, activity);
    expect(answer.status).toBe(200);
    return (answer.body as Dialog).task;
  };
  const button = (subjectId: string) => pressesButton({ verb: 'proposal.new', subjectId, v: 1 });

  it('opens the form with the voice, or empty where it was pressed on anything else', async () => {
    const t = await openTestApp({ listening: true, working: false });
    const editionId = await openedEdition(t, { audience: { departments: ['CL-AUTO1'] } });
    const { noNews } = t.voices;
    for (const [subjectId, query] of [
      [noNews, { voice: noNews }],
      [editionId, {}],
      [randomUUID(), {}],
      ['00000000-0000-0000-0000-000000000000', {}],
    ] as const) {
      const task = await dialog(t, personal(t, t.people.hanh, button(subjectId)));
      const url = new URL(task.value.url);
      expect(task.value.title).toBe('Propose an improvement');
      expect(`${url.origin}${url.pathname}`).toBe(`${publicUrl}/propose`);
      expect(Object.fromEntries(url.searchParams)).toEqual({ in: 'teams', locale: 'en', ...query });
      expect(url.hash).toMatch(/^#link=/);
    }
  });

  it('opens it also where the voice was withdrawn, without the voice', async () => {
    const t = await openTestApp({ listening: true, working: false });
    await t.ctx.db.voice.update({ where: { id: t.voices.noNews }, data: { state: 'withdrawn' } });
    const task = await dialog(t, inChannel(t, t.people.sena, 'kikidoki-team', button(t.voices.noNews)));
    expect(new URL(task.value.url).searchParams.has('voice')).toBe(false);
  });

  it('opens the improvements', async () => {
    const t = await openTestApp({ listening: true, working: false });
    const examples = pressesButton({ verb: 'examples.open', subjectId: randomUUID(), v: 1 });
    const task = await dialog(t, personal(t, t.people.sena, examples));
    expect(new URL(task.value.url).pathname).toBe('/examples');
    expect(task.value.title).toBe('改善事例');
  });
});

describe('「このメッセージから提案」', () => {
  const words = '<p>先月のお客さまです。<br>山手 太郎さま、090-1234-5678</p>';
  const command = (messagePayload?: object): ActivityBody => ({
    type: 'invoke',
    name: 'composeExtension/fetchTask',
    value: { commandId: 'propose', commandContext: messagePayload ? 'message' : 'compose', messagePayload },
  });
  const message = {
    id: '1700000000000',
    from: { user: { id: 'bbbbbbbb-1111-4222-8333-444444444444', displayName: '書いた 花子' } },
    body: { contentType: 'html', content: words },
  };
  /** A chat of two colleagues, in which the bot is not. */
  const theirChat = (t: TestApp, who: PersonName, what: ActivityBody): ActivityBody => ({
    ...personal(t, t.people[who], what),
    conversation: { conversationType: 'personal', tenantId: 'x', id: '19:two-people@unq.gbl.spaces' },
  });
  async function opened(t: TestApp, activity: ActivityBody): Promise<URL> {
    const answer = await postActivity(t, activity);
    expect(answer.status).toBe(200);
    return new URL((answer.body as Dialog).task.value.url);
  }
  const taken = async (t: TestApp, who: PersonName, id: string | null) =>
    call<{ words: string }>(t, 'GET', `/api/proposals/drafts/${id}`, { token: (await signIn(t, who)).token });

  it('hands the message’s words to the form of who asked, on the server, without who wrote them', async () => {
    const t = await openTestApp({ listening: true, working: false });
    const url = await opened(t, theirChat(t, 'sena', command(message)));
    expect(url.pathname).toBe('/propose');
    expect(url.hash).toMatch(/^#link=/);
    const draftId = url.searchParams.get('draft');
    expect(decodeURIComponent(url.href)).not.toContain('先月');
    const own = await taken(t, 'sena', draftId);
    expect(own.body).toEqual({ words: '先月のお客さまです。\n山手 太郎さま、090-1234-5678' });
    expect((await taken(t, 'sena', draftId)).body).toEqual(own.body);
    expect(await taken(t, 'momose', draftId)).toMatchObject({ status: 404 });
    expect(await taken(t, 'sena', randomUUID())).toMatchObject({ status: 404 });
    expect((await call(t, 'GET', `/api/proposals/drafts/${draftId}`)).status).toBe(401);
    const [row] = await t.ctx.db.messageDraft.findMany();
    expect(Buffer.from(row?.sealed ?? []).toString('utf8')).not.toContain('先月');
    expect(JSON.stringify(row)).not.toContain(t.people.sena.id);
    expect(row?.tag).not.toBe(t.ctx.seal.tag(t.people.sena.id));
    expect(t.log.text()).not.toMatch(/先月|1234-5678|書いた/);
    // The chat of two colleagues is not where the bot meets anybody.
    expect(await t.ctx.db.conversation.count()).toBe(0);
  });

  it('keeps them for half an hour', async () => {
    const t = await open();
    const draftId = (await opened(t, theirChat(t, 'sena', command(message)))).searchParams.get('draft');
    t.clock.advance({ minutes: 30 });
    expect(await taken(t, 'sena', draftId)).toMatchObject({ status: 404 });
    await forgetMessageDrafts(t.ctx);
    expect(await t.ctx.db.messageDraft.count()).toBe(0);
  });

  it.each<[string, object | undefined]>([
    ['the box where one writes', undefined],
    [
      'a message without words',
      { body: { contentType: 'html', content: '<attachment id="1"></attachment>' } },
    ],
    ['a message without a body', { body: null }],
  ])('opens the empty form from %s', async (_what, payload) => {
    const t = await openTestApp({ listening: true, working: false });
    const url = await opened(t, theirChat(t, 'sena', command(payload)));
    expect(url.pathname).toBe('/propose');
    expect(url.searchParams.has('draft')).toBe(false);
    expect(await t.ctx.db.messageDraft.count()).toBe(0);
  });

  it('says so to guests, and where the command is unknown', async () => {
    const t = await openTestApp({ listening: true, working: false });
    const toGuest = await postActivity(t, inGroupChat(t, guest, 'kikidoki-group-chat', command(message)));
    expect(toGuest.body).toMatchObject({ task: { type: 'message' } });
    const unknown = { ...command(message), value: { commandId: 'other' } };
    const answer = await postActivity(t, theirChat(t, 'sena', unknown));
    expect(answer.body).toMatchObject({ task: { type: 'message' } });
    expect(await t.ctx.db.messageDraft.count()).toBe(0);
  });

  it('sends what the form then sends as a proposal from a message', async () => {
    const t = await openTestApp({ listening: true, working: false });
    const { token } = await signIn(t, 'sena');
    const answer = await call(t, 'POST', '/api/proposals', { token, body: draft({ source: 'message' }) });
    expect(receiptSchema.parse(answer.body).number).toBe('K-2026-00001');
  });
});
