import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { showDesk } from '../../../src/domain/discussions/index.ts';
import {
  attachFile,
  countReferredProposals,
  decideProposal,
  listReferredProposals,
  mergeProposals,
  noteOnProposal,
  openProposalPage,
  openReferredAttachment,
  passOnReferredProposal,
  proposalBoard,
  proposalList,
  readReferredProposal,
  referProposal,
  takeReferredProposal,
} from '../../../src/domain/proposals/index.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';
import { png } from '../../support/pictures.ts';
import { everything, moved, sent, told } from '../../support/proposals.ts';
import { openTestApp, type TestApp } from '../../support/testApp.ts';

/** 苦情 is read by triagers, 不適切な行為 by 御園. */
const settings = () => {
  const own = defaultSettings();
  return {
    ...own,
    officeReaders: { ...own.officeReaders, misconduct: { roles: [], people: ['A0033', 'A0002'] } },
  };
};
const open = () => openTestApp({ working: false, settings: settings() });
const refer = (t: TestApp, proposalId: string, office: string) =>
  referProposal(t.as('kitta'), { proposalId, office });

it('what is misconduct goes to its office, which alone reads it from then on; its proposer is told', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'), { anonymous: true });
  await refer(t, proposalId, 'misconduct');
  await refer(t, proposalId, 'misconduct');
  expect(await told(t, 'proposal.step')).toEqual(['kajiura']);
  expect((await told(t, 'referral.waiting')).sort()).toEqual(['enoki', 'misono']);
  // Gone for the quality department.
  const gone = { code: 'proposal.notFound' };
  await expect(openProposalPage(t.as('kitta'), proposalId)).rejects.toMatchObject(gone);
  await expect(noteOnProposal(t.as('kitta'), { proposalId, words: 'メモ' })).rejects.toMatchObject(gone);
  const press = { proposalId, from: 'received', to: 'checking', words: '', reviewOn: null } as const;
  await expect(decideProposal(t.as('kitta'), press)).rejects.toMatchObject(gone);
  const list = await proposalList(t.as('kitta'), everything, { sort: 'received', skip: 0, take: 50 });
  expect(list).toEqual({ items: [], total: 0 });
  const board = await proposalBoard(t.as('kitta'), everything);
  expect(board.ended.map(({ state }) => state)).not.toContain('referred');
  expect((await openProposalPage(t.as('kajiura'), proposalId)).proposal.state).toBe('referred');
  // There for 御園, without a name.
  expect(await countReferredProposals(t.as('misono'))).toBe(1);
  const page = await readReferredProposal(t.as('misono'), proposalId);
  expect(page).toMatchObject({ proposer: null, department: null });
  expect(JSON.stringify(page)).not.toContain(t.people.kajiura.id);
  await expect(readReferredProposal(t.as('kitta'), proposalId)).rejects.toMatchObject({
    code: 'referral.notFound',
  });
  await takeReferredProposal(t.as('misono'), proposalId);
  expect((await listReferredProposals(t.as('misono')))[0]?.takenBy?.ja).toBe('御園 恒彦');
  const lines = await t.ctx.db.auditEntry.findMany({ where: { act: 'proposals.readReferral' } });
  expect(lines).toHaveLength(1);
  // The insights' own count stays what it was.
  expect((await showDesk(t.as('misono'))).referrals).toBe(0);
});

it('a picture goes along: its office opens it, which is logged; nobody else does', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'), { anonymous: true });
  const attachmentId = randomUUID();
  const file = { proposalId, attachmentId, name: '画面.png', content: png() };
  await attachFile(t.as('kajiura'), file);
  await refer(t, proposalId, 'misconduct');
  expect((await readReferredProposal(t.as('misono'), proposalId)).attachments).toMatchObject([
    { id: attachmentId },
  ]);
  const opened = await openReferredAttachment(t.as('misono'), { proposalId, attachmentId });
  expect(opened.media.bytes).toBeGreaterThan(0);
  const refused = (who: 'kitta' | 'asagi') => openReferredAttachment(t.as(who), { proposalId, attachmentId });
  await expect(refused('kitta')).rejects.toMatchObject({ code: 'referral.notFound' });
  await expect(refused('asagi')).rejects.toMatchObject({ code: 'referral.notReader' });
  await expect(
    openReferredAttachment(t.as('misono'), { proposalId, attachmentId: randomUUID() }),
  ).rejects.toMatchObject({ code: 'proposal.attachmentGone' });
  const lines = await t.ctx.db.auditEntry.findMany({ where: { act: 'proposals.openReferredAttachment' } });
  expect(lines.map(({ actorId }) => actorId)).toContain(t.people.misono.id);
});

it('a colleague of who sent it under their name does not read it', async () => {
  const t = await open();
  const proposalId = await sent(t.as('kajiura'));
  await refer(t, proposalId, 'misconduct');
  expect(await listReferredProposals(t.as('enoki'))).toEqual([]);
  await expect(readReferredProposal(t.as('enoki'), proposalId)).rejects.toMatchObject({
    code: 'referral.notFound',
  });
  expect((await readReferredProposal(t.as('misono'), proposalId)).proposer?.ja).toBe('梶浦 拓真');
  await passOnReferredProposal(t.as('misono'), { proposalId, office: 'complaint' });
  expect(await listReferredProposals(t.as('misono'))).toEqual([]);
  expect(await countReferredProposals(t.as('kitta'))).toBe(1);
});

it('goes only where somebody reads, and not with others inside', async () => {
  const t = await open();
  const [first, second] = [await sent(t.as('kajiura')), await sent(t.as('sena'))];
  await expect(refer(t, first, 'whistleblowing')).rejects.toMatchObject({ code: 'referral.noReader' });
  await expect(refer(t, first, 'moon')).rejects.toMatchObject({ code: 'proposal.unknownKey' });
  await moved(t.as('kitta'), second, 'checking');
  await mergeProposals(t.as('kitta'), { proposalId: second, intoId: first });
  await expect(refer(t, first, 'complaint')).rejects.toMatchObject({ code: 'proposal.hasMerged' });
  await expect(listReferredProposals(t.as('sena'))).rejects.toMatchObject({ code: 'referral.notReader' });
});
