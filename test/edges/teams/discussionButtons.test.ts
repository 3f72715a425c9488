import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  closeAction,
  goStep,
  listDiscussions,
  nudgeLeaders,
  revealInsights,
  startDiscussion,
  wrapUp,
} from '../../../src/domain/discussions/index.ts';
import { remindListeners } from '../../../src/domain/listening/index.ts';
import {
  guest,
  inChannel,
  personal,
  postActivity,
  pressesAction,
  pressesButton,
  says,
} from '../../support/activities.ts';
import { adaptiveCardSchema, buttonsOf, cardOf, visibleWords } from '../../support/adaptiveCard.ts';
import type { PersonName } from '../../support/company.ts';
import { discussionOf, queuedTo, waitingMonth, write } from '../../support/discussions.ts';
import { openTestApp, publicUrl, type TestApp } from '../../support/testApp.ts';

const open = () => openTestApp({ listening: true });
const at = (t: TestApp, moment: string) => t.clock.set(`${moment}:00+09:00`);

type Answer = { statusCode: number; type: string; value: Record<string, unknown> };
/** Presses a button that does something; the card, or the refusal, that comes back. */
async function press(t: TestApp, who: PersonName, data: object): Promise<Answer> {
  const answer = await postActivity(t, personal(t, t.people[who], pressesAction({ v: 1, ...data })));
  expect(answer.status).toBe(200);
  const body = answer.body as Answer;
  if (body.statusCode === 200)
    expect(adaptiveCardSchema.safeParse(body.value).error?.issues ?? []).toEqual([]);
  return body;
}
const wordsIn = (answer: Answer) => visibleWords(answer.value).join('\n');
const messagesOf = (t: TestApp, who: PersonName) => t.stub.messagesOf(t.people[who].entraObjectId ?? '');
const chatOf = (t: TestApp, who: PersonName) =>
  messagesOf(t, who)
    .flatMap(({ activity }) => visibleWords(cardOf(activity)))
    .join('\n');

/** 水沢 has been reminded on 8 December. */
async function nudged(t: TestApp) {
  const editionId = await waitingMonth(t, 'motor');
  await t.settled();
  at(t, '2026-12-08T10:05');
  await nudgeLeaders(t.ctx);
  await t.settled();
  return { editionId, discussionId: (await discussionOf(t, editionId, 'motor')).id };
}

describe('the button of a discussion', () => {
  type Dialog = { task: { type: string; value: { url: string; title: string } & string } };
  const openFrom = async (t: TestApp, activity: object) => {
    const answer = await postActivity(t, activity);
    expect(answer.status).toBe(200);
    return (answer.body as Dialog).task;
  };
  const button = (editionId: string) =>
    pressesButton({ verb: 'discussion.open', subjectId: editionId, v: 1 });

  it('opens the page as a dialog, for the department in whose channel it was pressed', async () => {
    const t = await open();
    const editionId = await waitingMonth(t, 'motor');
    const task = await openFrom(t, inChannel(t, t.people.sena, 'kikidoki-team', button(editionId)));
    const url = new URL(task.value.url);
    expect(task.value.title).toBe('職場で話し合う');
    expect(`${url.origin}${url.pathname}`).toBe(`${publicUrl}/discuss/${editionId}`);
    expect(url.searchParams.get('department')).toBe(t.departments.motor.id);
    expect(url.hash).toMatch(/^#link=/);
  });

  it('opens one’s own departments in one’s own chat, and for a visitor of the channel', async () => {
    const t = await open();
    const editionId = await waitingMonth(t, 'motor');
    const own = await openFrom(t, personal(t, t.people.sena, button(editionId)));
    expect(new URL(own.value.url).searchParams.has('department')).toBe(false);
    const visitor = await openFrom(t, inChannel(t, t.people.momose, 'kikidoki-team', button(editionId)));
    expect(new URL(visitor.value.url).searchParams.has('department')).toBe(false);
  });

  it('of a reminder opens the department that it is about', async () => {
    const t = await open();
    const { discussionId } = await nudged(t);
    const lead = pressesButton({ verb: 'discussion.lead', subjectId: discussionId, v: 1 });
    const task = await openFrom(t, personal(t, t.people.mizusawa, lead));
    expect(new URL(task.value.url).searchParams.get('department')).toBe(t.departments.motor.id);
  });

  it('says so where there is no such discussion', async () => {
    const t = await open();
    const task = await openFrom(t, personal(t, t.people.sena, button(randomUUID())));
    expect(task.type).toBe('message');
    expect(task.value).toContain('この話し合いは見つかりませんでした');
  });
});

describe('a reminder to a leader', () => {
  it('takes a day, once however often Teams repeats the press, and says so in place', async () => {
    const t = await open();
    const { editionId, discussionId } = await nudged(t);
    const [sent] = messagesOf(t, 'mizusawa').slice(-1);
    const plan = { verb: 'nudge.plan', subjectId: discussionId, plannedOn: '2026-12-10' };
    const answers = await Promise.all([1, 2, 3].map(() => press(t, 'mizusawa', plan)));
    for (const answer of answers) expect(wordsIn(answer)).toContain('12月10日(木)に行うとのこと');
    await t.settled();
    const now = messagesOf(t, 'mizusawa').find((message) => message.id === sent?.id);
    expect(visibleWords(cardOf(now?.activity)).join()).toContain('12月10日(木)に行うとのこと');
    expect(now?.versions).toHaveLength(2);
    at(t, '2026-12-10T10:05');
    await nudgeLeaders(t.ctx);
    expect(await queuedTo(t, 'discussion.nudge')).toHaveLength(1);
    expect((await discussionOf(t, editionId, 'motor')).plannedOn).toEqual(new Date('2026-12-10'));
  });

  it('is put off for a week', async () => {
    const t = await open();
    const { discussionId } = await nudged(t);
    const answer = await press(t, 'mizusawa', { verb: 'nudge.snooze', subjectId: discussionId });
    expect(wordsIn(answer)).toContain('次のご案内は、12月15日(火)以降にお送りします。');
  });

  it('refuses kindly: who does not lead, a day that is past, nobody we know, an old card', async () => {
    const t = await open();
    const { discussionId } = await nudged(t);
    const plan = { verb: 'nudge.plan', subjectId: discussionId, plannedOn: '2026-12-10' };
    const refused = await press(t, 'sena', plan);
    expect(refused).toMatchObject({
      statusCode: 400,
      type: 'application/vnd.microsoft.error',
      value: { code: 'discussion.notLeader' },
    });
    expect((await press(t, 'mizusawa', { ...plan, plannedOn: '2026-12-01' })).value.code).toBe(
      'discussion.badDay',
    );
    expect((await press(t, 'mizusawa', { ...plan, plannedOn: 'いつか' })).value.code).toBe('cardGone');
    expect((await press(t, 'mizusawa', { ...plan, v: 0 })).value.code).toBe('cardGone');
    const stranger = await postActivity(
      t,
      inChannel(t, guest, 'kikidoki-team', pressesAction({ v: 1, ...plan })),
    );
    expect(stranger.body).toMatchObject({ statusCode: 400, value: { code: 'stranger' } });
  });

  it('that is there says thanks once the discussion was reported', async () => {
    const t = await open();
    const { discussionId } = await nudged(t);
    await wrapUp(t.as('enoki'), {
      discussionId,
      understood: '次の連絡の日をお伝えします。',
      participants: 9,
      heldOn: '2026-12-08',
      actions: [],
    });
    await t.settled();
    expect(chatOf(t, 'mizusawa')).toContain('実施報告を受け付けました。');
    expect(chatOf(t, 'mizusawa')).not.toContain('5分で行う');
  });
});

describe('one’s own actions', () => {
  /** 榎 reports on 8 December; 瀬名 has taken something on. */
  async function withAction(t: TestApp): Promise<string> {
    const editionId = await waitingMonth(t, 'motor');
    await t.settled();
    at(t, '2026-12-08T10:05');
    const id = randomUUID();
    await wrapUp(t.as('enoki'), {
      discussionId: (await discussionOf(t, editionId, 'motor')).id,
      understood: '次の連絡の日をお伝えします。',
      participants: 9,
      heldOn: '2026-12-08',
      actions: [{ id, text: '次回連絡日を伝える', ownerId: t.people.sena.id, dueOn: '2026-12-25' }],
    });
    await t.settled();
    return id;
  }

  it('are listed in one’s chat and closed with one press', async () => {
    const t = await open();
    const id = await withAction(t);
    await postActivity(t, personal(t, t.people.sena, says('担当している取組み')));
    const [list] = messagesOf(t, 'sena').slice(-1);
    expect(visibleWords(cardOf(list?.activity))).toContain('次回連絡日を伝える');
    const [done] = buttonsOf(cardOf(list?.activity));
    if (done?.type !== 'Action.Execute') throw new Error('a button to close it is expected');
    expect(wordsIn(await press(t, 'sena', done.data))).toContain('✓ 12月8日(火)に完了');
    expect(wordsIn(await press(t, 'sena', done.data))).toContain('すべて完了しました。');
    expect(wordsIn(await press(t, 'sena', { verb: 'action.reopen', subjectId: id }))).toContain(
      '12月25日(金)まで',
    );
    await postActivity(t, personal(t, t.people.tokita, says('my actions')));
    expect(chatOf(t, 'tokita')).toContain('You have no open actions');
  });

  it('are told and closed in the message that gave them, and nobody else can', async () => {
    const t = await open();
    const id = await withAction(t);
    const given = { verb: 'given.done', subjectId: id };
    expect((await press(t, 'tokita', given)).value.code).toBe('discussion.notOwner');
    expect(wordsIn(await press(t, 'sena', given))).toContain('✓ 12月8日(火)に完了');
    await t.settled();
    expect(chatOf(t, 'sena')).toContain('✓ 12月8日(火)に完了');
  });

  it('are not shown in a channel', async () => {
    const t = await open();
    await withAction(t);
    const before = t.stub.messages.length;
    await postActivity(t, inChannel(t, t.people.sena, 'kikidoki-team', says('担当している取組み')));
    const words = t.stub.messages.slice(before).flatMap(({ activity }) => visibleWords(cardOf(activity)));
    expect(words.join()).toContain('個人チャットで同じことば');
    expect(words.join()).not.toContain('次回連絡日を伝える');
  });

  it('are judged by who did them', async () => {
    const t = await open();
    const id = await withAction(t);
    expect((await press(t, 'sena', { verb: 'effect.yes', subjectId: id })).value.code).toBe(
      'discussion.unknownKey',
    );
    await closeAction(t.as('sena'), { actionId: id, done: true });
    expect(wordsIn(await press(t, 'sena', { verb: 'effect.yes', subjectId: id }))).toContain(
      '「役に立った」と承りました。',
    );
  });
});

describe('reminders', () => {
  it('are switched off on the reminder itself and on again in the chat', async () => {
    const t = await open();
    const editionId = await waitingMonth(t, 'minato');
    await t.settled();
    at(t, '2026-12-15T10:05');
    await remindListeners(t.ctx);
    await t.settled();
    expect(chatOf(t, 'momose')).toContain('リマインドを受け取らない');
    const off = await press(t, 'momose', { verb: 'reminders.off', subjectId: editionId });
    expect(wordsIn(off)).toContain('リマインドをお送りしない設定です');
    await t.settled();
    expect(chatOf(t, 'momose')).toContain('リマインドをお送りしないようにしました。');
    await postActivity(t, personal(t, t.people.momose, says('リマインド')));
    const [choice] = messagesOf(t, 'momose').slice(-1);
    const [on] = buttonsOf(cardOf(choice?.activity));
    if (on?.type !== 'Action.Execute') throw new Error('a button to switch them on is expected');
    // Whoever presses chooses for themselves.
    await press(t, 'shiomi', on.data);
    expect(await t.ctx.db.reminderChoice.findMany({ orderBy: { wanted: 'asc' } })).toEqual([
      { personId: t.people.momose.id, wanted: false },
      { personId: t.people.shiomi.id, wanted: true },
    ]);
    expect(wordsIn(await press(t, 'momose', on.data))).toContain('リマインドをお送りする設定です');
  });
});

describe('the card in the channel', () => {
  const card = (t: TestApp) =>
    t.stub
      .messagesIn('kikidoki-team')
      .filter((one) => JSON.stringify(one.versions[0]).includes('discussion.open'))
      .at(-1);
  const start = { mode: 'full', isAsync: false, revealAt: null } as const;

  it('follows two leaders who press at once, in place, within Teams’ limits for one conversation', async () => {
    const t = await open();
    const editionId = await waitingMonth(t, 'motor');
    await t.settled();
    const { id: discussionId } = await discussionOf(t, editionId, 'motor');
    await Promise.all([
      startDiscussion(t.as('enoki'), { discussionId, ...start }),
      startDiscussion(t.as('mizusawa'), { discussionId, ...start }),
    ]);
    await t.settled();
    const posted = t.stub.messagesIn('kikidoki-team').length;
    await write(t.as('sena'), discussionId, { why: 'ご不安だったと思います。' });
    await t.settled();
    expect(visibleWords(cardOf(card(t)?.activity)).join()).toContain('気づきが届き始めています。');
    await revealInsights(t.as('enoki'), discussionId);
    for (let press = 0; press < 20; press += 1) {
      const to = press % 2 === 0 ? 'next' : 'back';
      const from = press % 2 === 0 ? 1 : 2;
      await Promise.all([
        goStep(t.as('enoki'), { discussionId, from, to }),
        goStep(t.as('mizusawa'), { discussionId, from, to }),
      ]);
    }
    await goStep(t.as('enoki'), { discussionId, from: 1, to: 'next' });
    t.clock.advance({ seconds: 4 });
    await t.settled();
    expect(t.stub.calls.filter((call) => call.status === 429)).toEqual([]);
    expect(t.stub.messagesIn('kikidoki-team')).toHaveLength(posted);
    expect(visibleWords(cardOf(card(t)?.activity)).join()).toContain('ステップ 3 / 6');
    // Forty-odd presses, and the card changed a few times.
    expect(card(t)?.versions.length).toBeLessThan(8);
  });

  it('that cannot be posted ends there: the page goes on, and it comes when the app is back', async () => {
    const t = await open();
    const editionId = await waitingMonth(t, 'motor');
    await t.settled();
    t.stub.loseConversation('kikidoki-team');
    const { id: discussionId } = await discussionOf(t, editionId, 'motor');
    await startDiscussion(t.as('enoki'), { discussionId, ...start });
    await t.settled();
    for (let minute = 0; minute < 30; minute += 1) t.clock.advance({ minutes: 10 });
    await t.settled();
    const sent = await t.ctx.db.outgoingMessage.findFirst({
      where: { purpose: 'discussion.card', act: 'send' },
    });
    expect(sent?.state).toBe('unreachable');
    expect(sent?.attempts).toBeLessThan(4);
    await write(t.as('sena'), discussionId, { why: 'ご不安だったと思います。' });
    const [choice] = await listDiscussions(t.as('sena'), editionId);
    expect(choice?.state).toBe('reflecting');
    t.stub.restoreConversation('kikidoki-team');
    await postActivity(
      t,
      inChannel(t, t.people.sena, 'kikidoki-team', { type: 'installationUpdate', action: 'add' }),
    );
    await t.settled();
    expect(visibleWords(cardOf(card(t)?.activity)).join()).toContain('一人ひとりが考えています');
  });

  it('goes to its department’s channel and to nobody else', async () => {
    const t = await open();
    const editionId = await waitingMonth(t, 'motor', 'minato');
    await t.settled();
    const before = t.stub.messages.length;
    const { id: discussionId } = await discussionOf(t, editionId, 'motor');
    await startDiscussion(t.as('enoki'), { discussionId, ...start });
    await t.settled();
    const places = t.stub.messages.slice(before).map((one) => one.conversationId.split(';')[0]);
    expect(places).toEqual(['kikidoki-team']);
  });
});
