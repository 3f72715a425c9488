import { expect, it } from 'vitest';
import { editProposal, sendProposal, withdrawProposal } from '../../../src/domain/proposals/index.ts';
import { withdrawVoice } from '../../../src/domain/voices/index.ts';
import { openedEdition } from '../../support/editions.ts';
import { draft, moved, nextContact, noFacts, sent } from '../../support/proposals.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const open = () => openTestApp({ working: false });
const rowOf = (t: TestApp, id: string) => t.ctx.db.proposal.findUniqueOrThrow({ where: { id } });

it('a proposal gets its number, its day of answer and its receipt at once; sent twice it is one', async () => {
  const t = await open();
  const input = draft({ facts: { process: 'claims', coProposerIds: [t.people.sena.id] } });
  const receipts = await Promise.all([1, 2, 3].map(() => sendProposal(t.as('kajiura'), input)));
  const again = await sendProposal(t.as('kajiura'), input);
  expect(again).toMatchObject({ number: 'K-2026-00001', answerDueOn: '2026-12-29' });
  expect(receipts.map(({ number }) => number)).toEqual(Array(3).fill('K-2026-00001'));
  expect(await t.ctx.db.proposal.count()).toBe(1);
  const messages = await t.ctx.db.outgoingMessage.findMany({ orderBy: { seq: 'asc' } });
  expect(messages.map((one) => [one.purpose, one.recipientId, one.alert])).toEqual([
    ['proposal.card', t.people.kajiura.id, false],
    ['proposal.decision', t.people.sena.id, false],
  ]);
  const next = await sendProposal(t.as('sena'), draft());
  expect(next.number).toBe('K-2026-00002');
});

it('numbers begin anew with the fiscal year, in April', async () => {
  const t = await open();
  await sent(t.as('kajiura'));
  t.clock.set('2027-03-31T10:00:00+09:00');
  expect((await sendProposal(t.as('kajiura'), draft())).number).toBe('K-2026-00002');
  t.clock.set('2027-04-01T10:00:00+09:00');
  expect((await sendProposal(t.as('kajiura'), draft())).number).toBe('K-2027-00001');
});

it('personal data goes; what its writer keeps stays, except for numbers of policies', async () => {
  const t = await open();
  const words = {
    today: '証券番号AB12345678の件で、090-1234-5678へ折り返すまでに三日かかりました。',
    effect: '担当の田中様にもお伝えできます。',
  };
  const first = await sendProposal(t.as('kajiura'), draft({ words }));
  expect([...first.masked].sort()).toEqual(['name', 'phone', 'policy_no']);
  expect((await rowOf(t, first.proposalId)).today).toBe(
    '証券番号【証券番号】の件で、【電話番号】へ折り返すまでに三日かかりました。',
  );
  const kept = ['090-1234-5678', 'AB12345678'];
  const second = await sendProposal(t.as('kajiura'), draft({ words, kept }));
  expect((await rowOf(t, second.proposalId)).today).toBe(
    '証券番号【証券番号】の件で、090-1234-5678へ折り返すまでに三日かかりました。',
  );
});

it('may say for whom it is, without their telephone number', async () => {
  const t = await open();
  const facts = { origin: 'agency', originName: 'みどり代理店の田中様 090-1234-5678' } as const;
  const { proposalId } = await sendProposal(t.as('kajiura'), draft({ facts }));
  expect((await rowOf(t, proposalId)).originName).toBe('みどり代理店の田中様 【電話番号】');
});

it('is changed and withdrawn by who sent it, while nobody has begun with it', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'));
  const edit = {
    proposalId,
    words: { ...nextContact, title: '連絡の日をお伝えする' },
    facts: noFacts,
    kept: [],
  };
  await expect(editProposal(t.as('sena'), edit)).rejects.toMatchObject({ code: 'proposal.notProposer' });
  await expect(withdrawProposal(t.as('sena'), proposalId)).rejects.toMatchObject({
    code: 'proposal.notProposer',
  });
  await editProposal(t.as('kajiura'), edit);
  expect((await rowOf(t, proposalId)).title).toBe('連絡の日をお伝えする');
  await moved(t.as('kitta'), proposalId, 'checking');
  await expect(editProposal(t.as('kajiura'), edit)).rejects.toMatchObject({ code: 'proposal.badState' });
  await expect(withdrawProposal(t.as('kajiura'), proposalId)).rejects.toMatchObject({
    code: 'proposal.badState',
  });
  const other = await sent(t.as('kajiura'));
  await withdrawProposal(t.as('kajiura'), other);
  await withdrawProposal(t.as('kajiura'), other);
  expect((await rowOf(t, other)).state).toBe('withdrawn');
});

it.each([
  ['no title', { words: { title: ' ' } }, 'proposal.empty'],
  ['nothing to change', { words: { change: '' } }, 'proposal.empty'],
  ['an unknown process', { facts: { process: 'moon' } }, 'proposal.unknownKey'],
  ['a voice that is not there', { voiceId: '00000000-0000-4000-8000-000000000000' }, 'voice.notFound'],
])('is refused with %s', async (_, more, code) => {
  const t = await open();
  await expect(sendProposal(t.as('kajiura'), draft(more))).rejects.toMatchObject({ code });
  expect(await t.ctx.db.proposal.count()).toBe(0);
});

it('starts from a voice that reached people, also when it was withdrawn since, and from no other', async () => {
  const t = await open();
  const voiceId = t.voices.noNews;
  const from = (id: string) => sendProposal(t.as('kajiura'), draft({ source: 'voice', voiceId: id }));
  await expect(from(voiceId)).rejects.toMatchObject({ code: 'voice.notFound' });
  await openedEdition(t);
  await from(voiceId);
  await withdrawVoice(t.as('asagi'), { voiceId, reason: 'お客さまのお申し出' });
  await from(voiceId);
  await expect(from(t.voices.fourthTime)).rejects.toMatchObject({ code: 'voice.notFound' });
});

it('does not name oneself, or somebody who left, as proposing with one', async () => {
  const t = await open();
  const withPeople = (...coProposerIds: string[]) =>
    sendProposal(t.as('kajiura'), draft({ facts: { coProposerIds } }));
  await expect(withPeople(t.people.kajiura.id)).rejects.toMatchObject({ code: 'proposal.personUnknown' });
  await t.ctx.db.person.update({ where: { id: t.people.momose.id }, data: { status: 'left' } });
  await expect(withPeople(t.people.momose.id)).rejects.toMatchObject({ code: 'proposal.personUnknown' });
});
