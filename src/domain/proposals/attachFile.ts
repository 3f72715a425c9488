import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import { type CleanFile, cleanFile } from '../../platform/media/cleanFile.ts';
import type { Ctx } from '../context.ts';
import { emit } from '../emit.ts';
import { audit } from '../people/index.ts';
import type { StoredMedia } from '../ports.ts';
import { maskWritten } from '../privacy/index.ts';
import { bareName, fileName } from './attachmentName.rules.ts';
import {
  type Attachment,
  attachmentsOf,
  deleteAttachment,
  insertAttachment,
  isAttachmentId,
} from './attachments.store.ts';
import { eraseFile } from './eraseFile.ts';
import { requireProposer } from './proposals.policy.ts';
import { findProposal, lockProposal, type Proposal } from './proposals.store.ts';
import { visibleProposal } from './visibleProposal.ts';

interface NewFile {
  proposalId: string;
  /** The page's own id: sending twice is sending once. */
  attachmentId: string;
  /** As the person's own machine calls it. */
  name: string;
  content: Uint8Array;
}

/** An attachment with its bytes. */
export interface OpenedAttachment {
  attachment: Attachment;
  media: StoredMedia;
}

/** Most bytes of one attachment. */
export function mostAttachmentBytes({ settings }: Pick<Ctx, 'settings'>): number {
  return settings.proposal.attachmentMegabytes * 1024 * 1024;
}

/**
 * Adds a picture or a PDF to one's proposal while nobody has begun with it. What pictures tell beside what they show is
 * taken out; a PDF, of which that cannot be said, is refused where the proposal is anonymous.
 *
 * @throws AppError signIn.required, proposal.notFound, proposal.notProposer, proposal.badState,
 *   proposal.attachmentTooLarge, proposal.attachmentKind, proposal.attachmentTells, proposal.attachmentsMany,
 *   proposal.attachmentGone (the id of another proposal's)
 */
export async function attachFile(
  ctx: Ctx,
  { proposalId, attachmentId, name, content }: NewFile,
): Promise<void> {
  // Asked before anything is read or stored, and once more when it is written.
  const { anonymous } = await requireOpen(ctx, await findProposal(ctx.db, proposalId));
  if (content.byteLength > mostAttachmentBytes(ctx)) {
    throw new AppError('proposal.attachmentTooLarge', { most: ctx.settings.proposal.attachmentMegabytes });
  }
  const file = cleanFile(content);
  if (!file) throw new AppError('proposal.attachmentKind');
  if (anonymous && file.tells) throw new AppError('proposal.attachmentTells');
  const { texts } = await maskWritten(ctx.detector, [bareName(name)]);
  const mediaKey = await ctx.media.put(file.content, attachmentId);
  try {
    await addAttachment(ctx, { proposalId, attachmentId, name: texts[0] ?? '', file, mediaKey });
  } finally {
    // Nothing stays that no proposal has: refused, or sent twice with other bytes.
    await eraseFile(ctx, { mediaKey });
  }
}

interface StoredFile {
  proposalId: string;
  attachmentId: string;
  name: string;
  file: CleanFile;
  mediaKey: string;
}

async function addAttachment(
  ctx: Ctx,
  { proposalId, attachmentId, name, file, mediaKey }: StoredFile,
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const proposal = await requireOpen(tx, await lockProposal(tx.db, proposalId));
    const others = await attachmentsOf(tx.db, proposalId);
    if (others.some(({ id }) => id === attachmentId)) return;
    if (await isAttachmentId(tx.db, attachmentId)) throw new AppError('proposal.attachmentGone');
    const most = tx.settings.proposal.attachments;
    if (others.length >= most) throw new AppError('proposal.attachmentsMany', { most });
    const position = (others.at(-1)?.position ?? 0) + 1;
    await insertAttachment(tx.db, {
      id: attachmentId,
      proposalId,
      position,
      // A name that somebody gave may say who they are.
      name: fileName(proposal.anonymous ? `${position}` : name, file.type),
      ...factsOf(file),
      mediaKey,
    });
    if (!proposal.anonymous) await audit(tx, 'proposals.attachFile', proposalId);
  });
}

function factsOf({ type, content }: CleanFile): Pick<Attachment, 'type' | 'bytes'> {
  return { type, bytes: content.byteLength };
}

/**
 * Takes an attachment away again, while nobody has begun with the proposal, and erases its bytes. Twice is once.
 *
 * @throws AppError signIn.required, proposal.notFound, proposal.notProposer, proposal.badState
 */
export async function removeAttachment(
  ctx: Ctx,
  { proposalId, attachmentId }: { proposalId: string; attachmentId: string },
): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const proposal = await requireOpen(tx, await lockProposal(tx.db, proposalId));
    const mediaKey = await deleteAttachment(tx.db, proposal.id, attachmentId);
    if (mediaKey === null) return;
    await emit(tx, 'proposals.attachment.removed', { mediaKey });
    if (!proposal.anonymous) await audit(tx, 'proposals.removeAttachment', proposalId);
  });
}

/**
 * An attachment for whoever may see its proposal.
 *
 * @throws AppError signIn.required, proposal.notFound, proposal.attachmentGone
 */
export async function openAttachment(
  ctx: Ctx,
  { proposalId, attachmentId }: { proposalId: string; attachmentId: string },
): Promise<OpenedAttachment> {
  const { proposal } = await visibleProposal(ctx, proposalId);
  return openedFrom(ctx, await attachmentsOf(ctx.db, proposal.id), attachmentId);
}

/** One of a proposal's attachments, for who was found to see it. @throws AppError proposal.attachmentGone */
export async function openedFrom(
  ctx: Ctx,
  attachments: readonly Attachment[],
  attachmentId: string,
): Promise<OpenedAttachment> {
  const attachment = attachments.find(({ id }) => id === attachmentId);
  const media = attachment ? await ctx.media.open(attachment.mediaKey) : null;
  if (!attachment || !media) throw new AppError('proposal.attachmentGone');
  return { attachment, media };
}

async function requireOpen(ctx: Ctx, proposal: Proposal | null): Promise<Proposal> {
  if (!proposal) throw new AppError('proposal.notFound');
  await requireProposer(ctx, proposal);
  if (proposal.state !== 'received') throw new AppError('proposal.badState', { state: proposal.state });
  return proposal;
}
