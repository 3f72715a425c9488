import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Ctx } from '../../domain/context.ts';
import * as proposals from '../../domain/proposals/index.ts';
import { AppError } from '../../platform/errors.ts';
import { attachmentNameHeader } from './contract/proposing.ts';
import { type Door, idOf } from './door.ts';
import { presentProposal } from './presentProposals.ts';

const path = '/api/proposals/:id/attachments/:attachmentId';

/** A file is sent as it is; the general reader of bodies, with its smaller limit, leaves it alone. */
export function isAttachmentUpload(req: Request): boolean {
  return req.method === 'PUT' && /^\/api\/proposals\/[^/]+\/attachments\/[^/]+$/.test(req.path());
}

/** The routes of a proposal's attachments (contract/proposing.ts). */
export function mountAttachments(server: Server, ctx: Ctx, { json, signedIn }: Door): void {
  const page = async (acting: Ctx, proposalId: string) =>
    presentProposal(await proposals.openProposalPage(acting, proposalId), ctx.settings);

  server.put(
    path,
    json(async (req, res) => {
      const acting = await signedIn(req);
      const ids = idsOf(req);
      const content = await readBytes(req, proposals.mostAttachmentBytes(ctx));
      if (!content) {
        // The rest of it is not read: the connection ends with the answer.
        res.setHeader('Connection', 'close');
        throw new AppError('proposal.attachmentTooLarge', {
          most: ctx.settings.proposal.attachmentMegabytes,
        });
      }
      await proposals.attachFile(acting, { ...ids, name: nameOf(req), content });
      return page(acting, ids.proposalId);
    }),
  );
  server.del(
    path,
    json(async (req) => {
      const acting = await signedIn(req);
      const ids = idsOf(req);
      await proposals.removeAttachment(acting, ids);
      return page(acting, ids.proposalId);
    }),
  );
  server.get(
    path,
    json(async (req, res) => send(res, await proposals.openAttachment(await signedIn(req), idsOf(req)))),
  );
  server.get(
    '/api/referrals/proposals/:id/attachments/:attachmentId',
    json(async (req, res) =>
      send(res, await proposals.openReferredAttachment(await signedIn(req), idsOf(req))),
    ),
  );
}

function idsOf(req: Request): { proposalId: string; attachmentId: string } {
  const attachmentId = z.uuid().safeParse(req.params?.attachmentId);
  if (!attachmentId.success) throw new AppError('proposal.attachmentGone');
  return { proposalId: idOf(req, 'proposal.notFound'), attachmentId: attachmentId.data };
}

function nameOf(req: Request): string {
  try {
    return decodeURIComponent(req.header(attachmentNameHeader) ?? '');
  } catch {
    return '';
  }
}

/** So much more than the limit is read and thrown away: whoever is still sending would not hear the answer. */
const patience = 4;

/** @returns null where there is more than `most` */
async function readBytes(req: Request, most: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes <= most) parts.push(part);
    else parts.length = 0;
    if (bytes > most * patience) break;
  }
  return bytes > most ? null : Buffer.concat(parts);
}

/** To be saved, never shown in our own name: whatever is in it cannot act as us. */
function send(
  res: Response,
  { attachment, media }: Awaited<ReturnType<typeof proposals.openAttachment>>,
): void {
  const name = encodeURIComponent(attachment.name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  res.setHeader('Content-Type', attachment.type);
  res.setHeader('Content-Length', String(media.bytes));
  res.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${name}`);
  res.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  res.setHeader('Cache-Control', 'no-store');
  res.writeHead(200);
  media
    .read(0, media.bytes - 1)
    .on('error', () => res.destroy())
    .pipe(res);
}
