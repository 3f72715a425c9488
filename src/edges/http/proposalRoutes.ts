import type { Server } from 'restify';
import type { Ctx } from '../../domain/context.ts';
import { writtenFindings } from '../../domain/privacy/index.ts';
import * as proposals from '../../domain/proposals/index.ts';
import { type ProposalAct, proposalActSchema } from './contract/proposalPage.ts';
import {
  type MessageDraft,
  type ProposalCheck,
  proposalCheckRequestSchema,
  proposalToSendSchema,
} from './contract/proposals.ts';
import { type Door, idOf, parse } from './door.ts';
import { presentFound, presentOwn, presentProposal, presentReceipt } from './presentProposals.ts';

/** The routes of improvement proposals (contract/proposals.ts). */
export function mountProposals(server: Server, ctx: Ctx, { json, signedIn }: Door): void {
  const page = async (acting: Ctx, proposalId: string) =>
    presentProposal(await proposals.openProposalPage(acting, proposalId), ctx.settings);

  server.post(
    '/api/proposals',
    json(async (req) =>
      presentReceipt(
        await proposals.sendProposal(await signedIn(req), parse(proposalToSendSchema, req.body, 'proposal')),
      ),
    ),
  );
  server.post(
    '/api/proposals/check',
    json(async (req): Promise<ProposalCheck> => {
      await signedIn(req);
      const { texts } = parse(proposalCheckRequestSchema, req.body, 'texts');
      return { found: presentFound(await writtenFindings(ctx.detector, texts)) };
    }),
  );
  server.get(
    '/api/proposals/own',
    json(async (req) => presentOwn(await proposals.ownProposals(await signedIn(req)), ctx.settings)),
  );
  server.get(
    '/api/proposals/drafts/:id',
    json(
      async (req): Promise<MessageDraft> => ({
        words: await proposals.keptMessage(await signedIn(req), idOf(req, 'proposal.draftGone')),
      }),
    ),
  );
  server.get(
    '/api/proposals/:id',
    json(async (req) => page(await signedIn(req), idOf(req, 'proposal.notFound'))),
  );
  server.post(
    '/api/proposals/:id',
    json(async (req) => {
      const acting = await signedIn(req);
      const proposalId = idOf(req, 'proposal.notFound');
      await perform(acting, proposalId, parse(proposalActSchema, req.body, 'proposal'));
      return page(acting, proposalId);
    }),
  );
}

/** Which act is whose. */
function perform(ctx: Ctx, proposalId: string, input: ProposalAct): Promise<void> {
  switch (input.act) {
    case 'edit':
      return proposals.editProposal(ctx, { proposalId, ...input });
    case 'withdraw':
      return proposals.withdrawProposal(ctx, proposalId);
    case 'support':
      return proposals.supportProposal(ctx, { proposalId, comment: input.comment });
    case 'takeSupportBack':
      return proposals.takeSupportBack(ctx, proposalId);
    case 'answer':
      return proposals.answerQuestion(ctx, { proposalId, words: input.words });
    case 'decide':
      return proposals.decideProposal(ctx, { proposalId, ...input });
    case 'ask':
      return proposals.askProposer(ctx, { proposalId, words: input.words });
    case 'dropQuestion':
      return proposals.dropQuestion(ctx, proposalId);
  }
}
