import type { Request, Server } from 'restify';
import type { z } from 'zod';
import type { Ctx } from '../../domain/context.ts';
import { dayOf } from '../../domain/people/index.ts';
import * as proposals from '../../domain/proposals/index.ts';
import { AppError } from '../../platform/errors.ts';
import { localeFromHeader } from '../../platform/i18n/i18n.ts';
import {
  type BoardChoices,
  type BulkResult,
  bulkDecisionSchema,
  type ExampleList,
  exampleFileQuerySchema,
  type FoundProposal,
  ledgerQuerySchema,
  listQuerySchema,
  type ProposalBoard,
  type ProposalWorkAct,
  proposalFileQuerySchema,
  proposalQuestionSchema,
  proposalsAtOnce,
  proposalWorkActSchema,
  type ReferredList,
  type WorkList,
} from './contract/proposalWork.ts';
import { referralActSchema } from './contract/themes.ts';
import { type Door, idOf, parse } from './door.ts';
import { httpError } from './errors.ts';
import { exampleSheet } from './exampleFile.ts';
import { presentProposal } from './presentProposals.ts';
import {
  labelsOf,
  linesOf,
  named,
  presentExample,
  presentLedger,
  presentReferred,
  presentReferredEntry,
  presentWorkItem,
} from './presentProposalWork.ts';
import { proposalSheet } from './proposalFile.ts';
import { sendSheet } from './sendSheet.ts';

/** The routes of working on proposals (contract/proposalWork.ts). */
export function mountProposalWork(server: Server, ctx: Ctx, door: Door): void {
  const { json, signedIn } = door;
  server.post(
    '/api/proposals/:id/work',
    json(async (req) => {
      const acting = await signedIn(req);
      const proposalId = idOf(req, 'proposal.notFound');
      const input = parse(proposalWorkActSchema, req.body, 'proposal');
      await perform(acting, proposalId, input);
      // Whoever handed it over does not see it any more.
      if (input.act === 'refer') return {};
      return presentProposal(await proposals.openProposalPage(acting, proposalId), ctx.settings);
    }),
  );
  server.get(
    '/api/examples',
    json(async (req): Promise<ExampleList> => {
      const skip = Number(queryOf(req).skip ?? 0);
      const { examples, total, inFile } = await proposals.listExamples(await signedIn(req), {
        skip: Number.isSafeInteger(skip) && skip > 0 ? skip : 0,
      });
      return { examples: examples.map(presentExample), total, inFile };
    }),
  );
  server.get(
    '/api/examples/file',
    json(async (req, res) => {
      const acting = await signedIn(req);
      const { format } = parse(exampleFileQuerySchema, queryOf(req), 'query');
      const examples = await proposals.exportExamples(acting, { format });
      const sheet = exampleSheet(examples, ctx.settings, localeFromHeader(req.header('accept-language')));
      const today = dayOf(acting.clock.now(), ctx.settings);
      await sendSheet(res, sheet, format, `kikidoki-examples-${today}`);
    }),
  );
  mountBoard(server, ctx, door);
  mountReferred(server, ctx, door);
}

function mountBoard(server: Server, { settings }: Ctx, { json, signedIn }: Door): void {
  server.get(
    '/api/board',
    json(async (req): Promise<ProposalBoard> => {
      const acting = await signedIn(req);
      const board = await proposals.proposalBoard(
        acting,
        questionOf(parse(proposalQuestionSchema, queryOf(req), 'query')),
      );
      return {
        columns: board.columns.map(({ state, count, items }) => ({
          state,
          count,
          items: items.map((item) => presentWorkItem(item, settings)),
        })),
        ended: board.ended,
      };
    }),
  );
  server.post(
    '/api/board',
    json(async (req): Promise<BulkResult> => {
      const results = await proposals.bulkDecide(
        await signedIn(req),
        parse(bulkDecisionSchema, req.body, 'proposals'),
      );
      const locale = localeFromHeader(req.header('accept-language'));
      return {
        results: results.map(({ proposalId, refused }) => ({
          id: proposalId,
          refused: refused && httpError(new AppError(refused), locale).body.error.message,
        })),
      };
    }),
  );
  server.get(
    '/api/board/choices',
    json(async (req): Promise<BoardChoices> => {
      const choices = await proposals.boardChoices(await signedIn(req));
      return {
        triagers: choices.triagers.map(named),
        ownerDepartments: choices.ownerDepartments.map(named),
        departments: choices.departments.map(named),
        linesOfBusiness: linesOf(settings),
        processes: labelsOf(settings.processes),
        works: choices.works,
      };
    }),
  );
  server.get(
    '/api/board/list',
    json(async (req): Promise<WorkList> => {
      const acting = await signedIn(req);
      const { sort = 'received', skip = 0, ...question } = parse(listQuerySchema, queryOf(req), 'query');
      const page = { sort, skip, take: proposalsAtOnce };
      const { items, total } = await proposals.proposalList(acting, questionOf(question), page);
      return { items: items.map((item) => presentWorkItem(item, settings)), total };
    }),
  );
  server.get(
    '/api/board/find',
    json(async (req): Promise<FoundProposal> => {
      const acting = await signedIn(req);
      const found = await proposals.findByNumber(acting, queryOf(req).number ?? '');
      return {
        found: found && {
          id: found.id,
          number: proposals.receiptNumber(found),
          title: found.title,
          state: found.state,
        },
      };
    }),
  );
  server.get(
    '/api/board/ledger',
    json(async (req) => {
      const acting = await signedIn(req);
      const { months = 12, split = 'none' } = parse(ledgerQuerySchema, queryOf(req), 'query');
      return presentLedger(await proposals.proposalLedger(acting, { months, split }), split, settings);
    }),
  );
  server.get(
    '/api/board/file',
    json(async (req, res) => {
      const acting = await signedIn(req);
      const query = parse(proposalFileQuerySchema, queryOf(req), 'query');
      const { sort = 'received', format, ...question } = query;
      const rows = await proposals.exportProposals(acting, questionOf(question), { sort, format });
      const locale = localeFromHeader(req.header('accept-language'));
      const today = dayOf(acting.clock.now(), settings);
      await sendSheet(res, proposalSheet(rows, settings, locale), format, `kikidoki-proposals-${today}`);
    }),
  );
}

function mountReferred(server: Server, { settings }: Ctx, { json, signedIn }: Door): void {
  const list = async (acting: Ctx): Promise<ReferredList> => ({
    referrals: (await proposals.listReferredProposals(acting)).map((one) =>
      presentReferredEntry(one, settings),
    ),
  });
  server.get(
    '/api/referrals/proposals',
    json(async (req) => list(await signedIn(req))),
  );
  server.get(
    '/api/referrals/proposals/:id',
    json(async (req) => {
      const acting = await signedIn(req);
      const page = await proposals.readReferredProposal(acting, idOf(req, 'referral.notFound'));
      return presentReferred(page, settings);
    }),
  );
  server.post(
    '/api/referrals/proposals/:id',
    json(async (req) => {
      const acting = await signedIn(req);
      const proposalId = idOf(req, 'referral.notFound');
      const input = parse(referralActSchema, req.body, 'referral');
      if (input.act === 'take') await proposals.takeReferredProposal(acting, proposalId);
      else await proposals.passOnReferredProposal(acting, { proposalId, office: input.office });
      return list(acting);
    }),
  );
}

/** Which act is whose. */
function perform(ctx: Ctx, proposalId: string, input: ProposalWorkAct): Promise<void> {
  switch (input.act) {
    case 'workOut': {
      const { act: _, ...found } = input;
      return proposals.workOnProposal(ctx, { proposalId, ...found });
    }
    case 'assign':
      return proposals.assignProposal(ctx, { proposalId, assigneeId: input.assigneeId });
    case 'delay':
      return proposals.delayProposal(ctx, { proposalId, ...input });
    case 'note':
      return proposals.noteOnProposal(ctx, { proposalId, words: input.words });
    case 'request':
      return proposals.requestDepartment(ctx, { proposalId, ...input });
    case 'answerRequest':
      return proposals.answerRequest(ctx, { proposalId, ...input });
    case 'merge':
      return proposals.mergeProposals(ctx, { proposalId, intoId: input.intoId });
    case 'unmerge':
      return proposals.unmergeProposal(ctx, proposalId);
    case 'refer':
      return proposals.referProposal(ctx, { proposalId, office: input.office });
    case 'writeExample':
      return proposals.writeExample(ctx, {
        proposalId,
        title: input.title,
        before: input.before,
        after: input.after,
      });
    case 'approveExample':
      return proposals.approveExample(ctx, { proposalId, reach: input.reach });
    case 'joinThanks':
      return proposals.joinThanks(ctx, { proposalId, named: input.named });
  }
}

function questionOf(query: z.infer<typeof proposalQuestionSchema>): proposals.ProposalQuestion {
  const { states = [], owner, department, ownerDepartment, line, process, voice, overdue, words } = query;
  return {
    states,
    isOverdue: overdue === '1',
    words: words ?? '',
    ...(owner === undefined ? {} : { owner }),
    ...(department === undefined ? {} : { departmentId: department }),
    ...(ownerDepartment === undefined ? {} : { ownerDepartmentId: ownerDepartment }),
    ...(line === undefined ? {} : { lineOfBusiness: line }),
    ...(process === undefined ? {} : { process }),
    ...(voice === undefined ? {} : { voiceId: voice }),
  };
}

function queryOf(req: Request): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(req.getQuery()));
}
