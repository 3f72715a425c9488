import { expect, it } from 'vitest';
import {
  approveExample,
  exportExamples,
  joinThanks,
  listExamples,
  openProposalPage,
  supportProposal,
  writeExample,
} from '../../../src/domain/proposals/index.ts';
import { moved, rowOf, sent, told } from '../../support/proposals.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

const open = () => openTestApp({ working: false });
const words = {
  title: '次に連絡する日を、最初の電話でお伝えするようになりました',
  before: 'いつ連絡が来るのか分からないまま、お待ちいただいていました。',
  after: '受付の電話の終わりに、次のご連絡の日をお伝えしています。',
};

async function done(t: TestApp, anonymous = false): Promise<string> {
  const proposalId = await sent(t.as('kajiura'), { anonymous });
  await supportProposal(t.as('sena'), { proposalId, comment: '' });
  await moved(t.as('kitta'), proposalId, 'checking', 'considering', 'adopted', 'in_progress', 'done');
  return proposalId;
}

it('an example is written by one, approved by another, and then everybody reads it', async () => {
  const t = await open();
  const proposalId = await done(t);
  const approve = (reach: 'internal' | 'public') => approveExample(t.as('kiryu'), { proposalId, reach });
  await expect(approve('internal')).rejects.toMatchObject({ code: 'proposal.exampleMissing' });
  await writeExample(t.as('kitta'), { proposalId, ...words });
  expect((await listExamples(t.as('momose'), { skip: 0 })).total).toBe(0);
  await expect(approve('public')).rejects.toMatchObject({ code: 'proposal.badState' });
  const before = (await told(t, 'proposal.step')).length;
  await approve('internal');
  await approve('internal');
  expect((await rowOf(t, proposalId)).state).toBe('published');
  expect((await told(t, 'proposal.step')).slice(before)).toEqual(['kajiura']);
  const { examples } = await listExamples(t.as('momose'), { skip: 0 });
  expect(examples).toMatchObject([{ proposalId, ...words, isPublic: false, thanked: [] }]);
  await approve('public');
  expect((await listExamples(t.as('momose'), { skip: 0 })).examples[0]?.isPublic).toBe(true);
});

it('changed words wait for approval again; who wrote them does not approve them', async () => {
  const t = await open();
  await t.ctx.db.grant.create({ data: { personId: t.people.kitta.id, role: 'approver' } });
  const proposalId = await done(t);
  await writeExample(t.as('kitta'), { proposalId, ...words });
  await expect(approveExample(t.as('kitta'), { proposalId, reach: 'internal' })).rejects.toMatchObject({
    code: 'proposal.samePerson',
  });
  await approveExample(t.as('kiryu'), { proposalId, reach: 'internal' });
  await writeExample(t.as('kitta'), {
    proposalId,
    ...words,
    after: 'お伝えする日を書いた紙もお渡しします。',
  });
  expect((await listExamples(t.as('momose'), { skip: 0 })).total).toBe(0);
  const before = (await told(t, 'proposal.step')).length;
  await approveExample(t.as('kiryu'), { proposalId, reach: 'internal' });
  expect((await listExamples(t.as('momose'), { skip: 0 })).total).toBe(1);
  // The news is old.
  expect((await told(t, 'proposal.step')).length).toBe(before);
});

it('is thanked by name who likes to be; never who sent it anonymously', async () => {
  const t = await open();
  const proposalId = await done(t, true);
  const join = (who: 'kajiura' | 'sena' | 'momose', named = true) =>
    joinThanks(t.as(who), { proposalId, named });
  await expect(join('sena')).rejects.toMatchObject({ code: 'proposal.exampleMissing' });
  await writeExample(t.as('kitta'), { proposalId, ...words });
  await approveExample(t.as('kiryu'), { proposalId, reach: 'internal' });
  const choiceOf = async (who: 'kajiura' | 'sena') =>
    (await openProposalPage(t.as(who), proposalId)).me.thanks;
  expect(await choiceOf('sena')).toEqual({ isOffered: true, isNamed: false });
  expect(await choiceOf('kajiura')).toEqual({ isOffered: false, isNamed: false });
  await join('sena');
  await join('sena');
  await expect(join('kajiura')).rejects.toMatchObject({ code: 'proposal.notProposer' });
  await expect(join('momose')).rejects.toMatchObject({ code: 'proposal.notProposer' });
  const named = async () =>
    (await listExamples(t.as('momose'), { skip: 0 })).examples[0]?.thanked.map(({ name }) => name);
  expect(await named()).toEqual(['瀬名 みのり']);
  await join('sena', false);
  expect(await named()).toEqual([]);
});

it('only what is done becomes an example, and only whole', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'));
  await expect(writeExample(t.as('kitta'), { proposalId, ...words })).rejects.toMatchObject({
    code: 'proposal.badState',
  });
  await expect(writeExample(t.as('kitta'), { proposalId, ...words, after: ' ' })).rejects.toMatchObject({
    code: 'proposal.exampleIncomplete',
  });
});

it('what was approved for the public goes into a file, without anybody’s name; what was approved for colleagues does not', async () => {
  const t = await open();
  const proposalId = await done(t);
  await writeExample(t.as('kitta'), { proposalId, ...words });
  await approveExample(t.as('kiryu'), { proposalId, reach: 'internal' });
  await joinThanks(t.as('kajiura'), { proposalId, named: true });
  const file = () => exportExamples(t.as('asagi'), { format: 'csv' });
  expect(await file()).toEqual([]);
  expect((await listExamples(t.as('asagi'), { skip: 0 })).inFile).toBe(0);
  await approveExample(t.as('kiryu'), { proposalId, reach: 'public' });
  const found = await file();
  expect(found).toEqual([
    { ...words, lineOfBusiness: null, process: null, voiceKind: null, approvedOn: '2026-12-01' },
  ]);
  expect(JSON.stringify(found)).not.toMatch(/K-2026|梶浦/);
  expect((await listExamples(t.as('asagi'), { skip: 0 })).inFile).toBe(1);
  expect((await listExamples(t.as('momose'), { skip: 0 })).inFile).toBe(0);
  expect(await t.ctx.db.auditEntry.count({ where: { act: 'proposals.exportExamples' } })).toBe(2);
  // Written over, it has to be approved again before it is in a file.
  await writeExample(t.as('kitta'), { proposalId, ...words, after: '紙もお渡しします。' });
  expect(await file()).toEqual([]);
});
