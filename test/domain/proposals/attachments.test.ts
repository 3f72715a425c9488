import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  attachFile,
  openAttachment,
  openProposalPage,
  removeAttachment,
  withdrawProposal,
} from '../../../src/domain/proposals/index.ts';
import { jpeg, pdf, png, secret } from '../../support/pictures.ts';
import { moved, sent } from '../../support/proposals.ts';
import { openTestApp } from '../../support/testApp.ts';

const file = (proposalId: string, content: Uint8Array = png(), name = '画面.png') => ({
  proposalId,
  attachmentId: randomUUID(),
  name,
  content,
});

async function bytesOf(media: { read(start: number, end: number): NodeJS.ReadableStream; bytes: number }) {
  const parts: Buffer[] = [];
  for await (const part of media.read(0, media.bytes - 1)) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

it('whoever proposes adds pictures while nobody has begun; everybody who sees the proposal opens them', async () => {
  const t = await openTestApp({ working: false });
  const proposalId = await sent(t.as('kajiura'));
  const one = file(proposalId, jpeg(), 'C:\\写真\\090-1234-5678の画面.JPEG');
  await attachFile(t.as('kajiura'), one);
  await attachFile(t.as('kajiura'), one);
  const { attachments } = await openProposalPage(t.as('sena'), proposalId);
  expect(attachments).toMatchObject([{ name: '【電話番号】の画面.jpg', type: 'image/jpeg' }]);
  const opened = await openAttachment(t.as('sena'), { proposalId, attachmentId: one.attachmentId });
  expect((await bytesOf(opened.media)).includes(secret)).toBe(false);

  await expect(attachFile(t.as('sena'), file(proposalId))).rejects.toMatchObject({
    code: 'proposal.notProposer',
  });
  await expect(
    removeAttachment(t.as('kitta'), { proposalId, attachmentId: one.attachmentId }),
  ).rejects.toMatchObject({ code: 'proposal.notProposer' });
  await removeAttachment(t.as('kajiura'), { proposalId, attachmentId: one.attachmentId });
  expect((await openProposalPage(t.as('sena'), proposalId)).attachments).toEqual([]);
  await moved(t.as('kitta'), proposalId, 'checking');
  await expect(attachFile(t.as('kajiura'), file(proposalId))).rejects.toMatchObject({
    code: 'proposal.badState',
  });
});

it('what is no picture, too large or too much is refused', async () => {
  const t = await openTestApp({
    working: false,
    settings: { proposal: { attachments: 2, attachmentMegabytes: 1 } },
  });
  const proposalId = await sent(t.as('kajiura'));
  const refused = (content: Uint8Array) => attachFile(t.as('kajiura'), file(proposalId, content));
  await expect(refused(Buffer.from('<svg onload="alert(1)"/>'))).rejects.toMatchObject({
    code: 'proposal.attachmentKind',
  });
  await expect(refused(Buffer.concat([png(), Buffer.alloc(1024 * 1024)]))).rejects.toMatchObject({
    code: 'proposal.attachmentTooLarge',
    values: { most: 1 },
  });
  await refused(png());
  await refused(pdf());
  await expect(refused(png())).rejects.toMatchObject({ code: 'proposal.attachmentsMany' });
});

it('of an anonymous proposal no file says who it was', async () => {
  const t = await openTestApp({ working: false });
  const proposalId = await sent(t.as('kajiura'), { anonymous: true });
  await expect(attachFile(t.as('kajiura'), file(proposalId, pdf()))).rejects.toMatchObject({
    code: 'proposal.attachmentTells',
  });
  await attachFile(t.as('kajiura'), file(proposalId, png(), '梶浦の画面.png'));
  expect((await openProposalPage(t.as('kitta'), proposalId)).attachments).toMatchObject([{ name: '1.png' }]);
  const entries = await t.ctx.db.auditEntry.findMany({ where: { subjectId: proposalId } });
  expect(JSON.stringify(entries)).not.toContain(t.people.kajiura.id);
});

it('an attachment is seen as far as its proposal is', async () => {
  const t = await openTestApp({ working: false });
  const proposalId = await sent(t.as('kajiura'));
  const one = file(proposalId);
  await attachFile(t.as('kajiura'), one);
  const other = await sent(t.as('sena'));
  await expect(
    openAttachment(t.as('sena'), { proposalId: other, attachmentId: one.attachmentId }),
  ).rejects.toMatchObject({ code: 'proposal.attachmentGone' });
  await withdrawProposal(t.as('kajiura'), proposalId);
  await expect(
    openAttachment(t.as('sena'), { proposalId, attachmentId: one.attachmentId }),
  ).rejects.toMatchObject({ code: 'proposal.notFound' });
  await expect(openAttachment(t.ctx, { proposalId, attachmentId: one.attachmentId })).rejects.toMatchObject({
    code: 'signIn.required',
  });
});

it('what is taken away is erased, and what somebody else attached stays', async () => {
  const t = await openTestApp({ settings: { proposal: { attachments: 1 } } });
  const folder = join(t.dataFolder, 'media');
  const stored = () => readdirSync(folder).length;
  const before = stored();
  const proposalId = await sent(t.as('kajiura'));
  const other = await sent(t.as('sena'));
  const [mine, same] = [file(proposalId), file(other)];
  await attachFile(t.as('kajiura'), mine);
  // The same picture, by somebody else.
  await attachFile(t.as('sena'), same);
  expect(stored()).toBe(before + 2);
  // One too many is refused, and nothing stays of it.
  await expect(attachFile(t.as('kajiura'), file(proposalId, jpeg()))).rejects.toMatchObject({
    code: 'proposal.attachmentsMany',
  });
  expect(stored()).toBe(before + 2);
  const { mediaKey } = await t.ctx.db.proposalAttachment.findUniqueOrThrow({
    where: { id: mine.attachmentId },
  });
  await removeAttachment(t.as('kajiura'), { proposalId, attachmentId: mine.attachmentId });
  await removeAttachment(t.as('kajiura'), { proposalId, attachmentId: mine.attachmentId });
  await t.settled();
  expect(existsSync(join(folder, mediaKey))).toBe(false);
  expect(stored()).toBe(before + 1);
  const opened = await openAttachment(t.as('sena'), { proposalId: other, attachmentId: same.attachmentId });
  expect((await bytesOf(opened.media)).length).toBeGreaterThan(0);
});

it('an id is one proposal’s: other bytes under it are not kept, and another proposal’s is refused', async () => {
  const t = await openTestApp({ working: false });
  const [first, second] = [await sent(t.as('kajiura')), await sent(t.as('sena'))];
  const one = file(first);
  await attachFile(t.as('kajiura'), one);
  const kept = readdirSync(join(t.dataFolder, 'media')).length;
  await attachFile(t.as('kajiura'), { ...one, content: jpeg() });
  expect(readdirSync(join(t.dataFolder, 'media'))).toHaveLength(kept);
  await expect(attachFile(t.as('sena'), { ...one, proposalId: second })).rejects.toMatchObject({
    code: 'proposal.attachmentGone',
  });
  expect(readdirSync(join(t.dataFolder, 'media'))).toHaveLength(kept);
});
