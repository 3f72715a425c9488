import { expect, it } from 'vitest';
import {
  editProposal,
  similarProposals,
  supportProposal,
  withdrawProposal,
} from '../../../src/domain/proposals/index.ts';
import { moved, nextContact, noFacts, sent } from '../../support/proposals.ts';
import { openTestApp } from '../../support/testApp.ts';

const parking = {
  title: '駐車場の案内図を書類に添える',
  today: '修理工場の場所が分かりにくいそうです。',
  change: '案内図を同封します。',
  effect: '',
};
const written = { title: '', body: '事故の電話で、次にいつ連絡するかをお客さまに伝えるようにしたい' };

it('what others proposed before comes up while one types, with what became of it', async () => {
  const t = await openTestApp({ working: false });
  const proposalId = await sent(t.as('kajiura'));
  await sent(t.as('sena'), { words: parking });
  await moved(t.as('kitta'), proposalId, 'checking', 'declined');
  await supportProposal(t.as('tokita'), { proposalId, comment: '' });
  const [first] = await similarProposals(t.as('tokita'), written);
  expect(first).toMatchObject({
    proposal: { id: proposalId, state: 'declined' },
    answer: 'declinedのお知らせ',
    supporters: 1,
    supported: true,
  });
  // One's own is known to oneself.
  const own = await similarProposals(t.as('kajiura'), written);
  expect(own.map(({ proposal }) => proposal.id)).not.toContain(proposalId);
});

it('also of what was sent, changed or withdrawn since', async () => {
  const t = await openTestApp({ working: false });
  expect(await similarProposals(t.as('tokita'), written)).toEqual([]);
  const proposalId = await sent(t.as('kajiura'), { words: parking });
  expect(await similarProposals(t.as('tokita'), written)).toEqual([]);
  await editProposal(t.as('kajiura'), { proposalId, words: nextContact, facts: noFacts, kept: [] });
  expect(await similarProposals(t.as('tokita'), written)).toHaveLength(1);
  await withdrawProposal(t.as('kajiura'), proposalId);
  expect(await similarProposals(t.as('tokita'), written)).toEqual([]);
  const anonymous = await sent(t.as('kajiura'), { anonymous: true });
  const [found] = await similarProposals(t.as('tokita'), written);
  expect(found?.proposal).toMatchObject({ id: anonymous, proposerId: null });
  expect(await similarProposals(t.as('kajiura'), written)).toEqual([]);
});

it('asks who is there', async () => {
  const t = await openTestApp({ working: false });
  await expect(similarProposals(t.ctx, written)).rejects.toMatchObject({ code: 'signIn.required' });
});
