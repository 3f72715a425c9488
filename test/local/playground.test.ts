import { describe, expect, it } from 'vitest';
import { deliveryOf } from '../../src/cli/edition/delivery.ts';
import {
  listDiscussions,
  repostDiscussionsToPlayground,
  startDiscussion,
} from '../../src/domain/discussions/index.ts';
import { editionStatus, repostCardsToPlayground } from '../../src/domain/listening/index.ts';
import { withdrawVoice } from '../../src/domain/voices/index.ts';
import { castPlayground, reachableInPlayground } from '../../src/local/playground.ts';
import { personNumbers } from '../support/company.ts';
import { openedEdition } from '../support/editions.ts';
import { openTestApp, type TestApp } from '../support/testApp.ts';

/** Local mode with a Playground (the stub in its place) in which 水沢 sits. */
async function openLocal(playground = { playground: true }): Promise<TestApp> {
  let mizusawa: string | null = null;
  const t = await openTestApp({
    mode: 'local',
    // Every department's slot is past.
    now: '2026-12-01T14:00:00+09:00',
    parts: { reachable: reachableInPlayground(playground, () => mizusawa) },
  });
  mizusawa = t.people.mizusawa.entraObjectId;
  expect(t.people.mizusawa.employeeNo).toBe(personNumbers.mizusawa);
  return t;
}

const deliveryNow = async (t: TestApp, editionId: string) =>
  deliveryOf((await editionStatus(t.as('asagi'), editionId)).messages);

/** Her chat, two channels and a group chat. */
const places = 4;

describe('the status of an edition in local mode', () => {
  it('counts everybody once, however often the Playground’s cards are posted anew', async () => {
    const t = await openLocal();
    const editionId = await openedEdition(t);
    await t.settled();
    const before = await deliveryNow(t, editionId);
    expect(before).toMatchObject({ sent: places, waiting: 0, dropped: {}, failed: {} });
    for (const _again of [1, 2]) {
      await repostCardsToPlayground(t.ctx);
      await t.settled();
    }
    expect(await deliveryNow(t, editionId)).toEqual(before);
    const recipients = await t.ctx.db.outgoingMessage.groupBy({
      by: ['recipientId'],
      where: { subjectId: editionId, purpose: 'edition.card' },
    });
    const outcomes = [before.sent, ...Object.values(before.unreachable)];
    expect(outcomes.reduce((a, b) => a + b, 0)).toBe(before.total);
    expect(before.total).toBe(recipients.length);
  });
});

it('the cards of discussions are posted anew with the month’s', async () => {
  const t = await openLocal();
  const editionId = await openedEdition(t, { audience: { departments: ['CL-AUTO1'] } });
  const [choice] = await listDiscussions(t.as('enoki'), editionId);
  const discussionId = choice?.discussionId ?? '';
  await startDiscussion(t.as('enoki'), { discussionId, mode: 'short', isAsync: false, revealAt: null });
  await t.settled();
  const cards = () =>
    t.stub
      .messagesIn('kikidoki-team')
      .filter(({ activity }) => JSON.stringify(activity).includes('一人ひとりが考えています'));
  expect(cards()).toHaveLength(1);
  expect(JSON.stringify(cards())).toContain(`/discuss/${editionId}?department=${t.departments.motor.id}`);
  await repostDiscussionsToPlayground(t.ctx);
  await t.settled();
  expect(cards()).toHaveLength(2);
});

it('the Playground holds the people whom the sample’s README names', async () => {
  const t = await openTestApp({ mode: 'local', working: false });
  const cast = await castPlayground(t.ctx);
  expect(cast?.user.employeeNo).toBe('A0001');
  expect(cast?.others.map((person) => person.employeeNo)).toEqual([
    ...['A0002', 'A0003', 'A0004', 'A0005', 'A0045'],
  ]);
  expect(cast).toMatchObject({ teamName: { ja: '自動車保険金サービス第一課' }, channelName: 'みなと支店' });
});

describe('without the Playground', () => {
  it('its places are out of reach like everybody else, cards and updates alike: nothing is tried again', async () => {
    const t = await openLocal({ playground: false });
    const editionId = await openedEdition(t);
    await t.settled();
    const { total, sent, retrying, unreachable } = await deliveryNow(t, editionId);
    expect({ sent, retrying }).toEqual({ sent: 0, retrying: 0 });
    expect((unreachable.local ?? 0) + (unreachable.noTeams ?? 0) + (unreachable.noChannel ?? 0)).toBe(total);
    expect(t.stub.calls).toEqual([]);
  });

  it('a card that was there before is not updated in vain', async () => {
    const playground = { playground: true };
    const t = await openLocal(playground);
    const editionId = await openedEdition(t);
    await t.settled();
    playground.playground = false;
    t.stub.calls.splice(0);
    await withdrawVoice(t.as('asagi'), { voiceId: t.voices.noNews, reason: 'お申し出' });
    await t.settled();
    expect(t.stub.calls).toEqual([]);
    const updates = await t.ctx.db.outgoingMessage.findMany({
      where: { subjectId: editionId, act: 'update', recipientId: t.people.mizusawa.id },
    });
    expect(updates).toMatchObject([{ state: 'unreachable', reason: 'local' }]);
  });

  it('its places get their cards when it is there again', async () => {
    const playground = { playground: false };
    const t = await openLocal(playground);
    const editionId = await openedEdition(t);
    await t.settled();
    playground.playground = true;
    await repostCardsToPlayground(t.ctx);
    await t.settled();
    expect((await deliveryNow(t, editionId)).sent).toBe(places);
  });
});
