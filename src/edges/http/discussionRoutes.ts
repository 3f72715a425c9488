import type { Request, Server } from 'restify';
import { z } from 'zod';
import type { Ctx } from '../../domain/context.ts';
import * as discussions from '../../domain/discussions/index.ts';
import { AppError } from '../../platform/errors.ts';
import type { Live } from '../../platform/live/live.ts';
import { type DiscussionAct, discussionActSchema } from './contract/discussion.ts';
import { type Door, idOf, parse } from './door.ts';
import { streamDiscussion } from './liveStream.ts';
import { presentChoices, presentDiscussion } from './presentDiscussion.ts';
import type { Tokens } from './tokens.ts';

/** The routes of the workplace discussion (contract/discussion.ts). */
export function mountDiscussions(server: Server, ctx: Ctx, door: Door, tokens: Tokens, live: Live): void {
  const { json, signedIn } = door;
  const page = async (acting: Ctx, discussionId: string) =>
    presentDiscussion(await discussions.openDiscussionPage(acting, discussionId), ctx.settings);

  server.get(
    '/api/discussions',
    json(async (req) =>
      presentChoices(await discussions.listDiscussions(await signedIn(req), editionIdOf(req))),
    ),
  );
  server.get(
    '/api/discussions/:id',
    json(async (req) => page(await signedIn(req), idOf(req, 'discussion.notFound'))),
  );
  server.post(
    '/api/discussions/:id',
    json(async (req) => {
      const acting = await signedIn(req);
      const discussionId = idOf(req, 'discussion.notFound');
      await perform(acting, discussionId, parse(discussionActSchema, req.body, 'discussion'));
      return page(acting, discussionId);
    }),
  );
  const stream = streamDiscussion({ ctx, live, tokens });
  server.get(
    '/api/discussions/:id/live',
    json(async (req, res) => stream(req, res, await signedIn(req), idOf(req, 'discussion.notFound'))),
  );
}

function editionIdOf(req: Request): string {
  const id = z.uuid().safeParse(new URLSearchParams(req.getQuery()).get('edition'));
  if (!id.success) throw new AppError('edition.notFound');
  return id.data;
}

/** Which act is whose. */
function perform(ctx: Ctx, discussionId: string, input: DiscussionAct): Promise<void> {
  switch (input.act) {
    case 'checkIn':
      return discussions.checkIn(ctx, discussionId);
    case 'start':
      return discussions.startDiscussion(ctx, {
        discussionId,
        mode: input.mode,
        isAsync: input.isAsync,
        revealAt: input.revealAt === null ? null : new Date(input.revealAt),
      });
    case 'lead':
      return discussions.leadDiscussion(ctx, { discussionId, personId: input.personId });
    case 'writeInsight':
      return discussions.writeInsight(ctx, {
        discussionId,
        insightId: input.insightId,
        words: input.insight,
      });
    case 'takeBackInsight':
      return discussions.takeBackInsight(ctx, { discussionId, insightId: input.insightId });
    case 'reveal':
      return discussions.revealInsights(ctx, discussionId);
    case 'moveInsight':
      return discussions.moveInsight(ctx, { discussionId, ...input });
    case 'makeGroup':
      return discussions.makeGroup(ctx, { discussionId, ...input });
    case 'renameGroup':
      return discussions.renameGroup(ctx, { discussionId, ...input });
    case 'hideInsight':
      return discussions.hideInsight(ctx, { discussionId, ...input });
    case 'refer':
      return discussions.referFromDiscussion(ctx, { discussionId, ...input });
    case 'vote':
      return discussions.vote(ctx, { discussionId, ...input });
    case 'step':
      return discussions.goStep(ctx, { discussionId, from: input.from, to: input.to });
    case 'timer':
      return discussions.setTimer(ctx, { discussionId, change: input.change });
    case 'wrapUp':
      return discussions.wrapUp(ctx, { discussionId, ...input });
    case 'skip':
      return discussions.skipDiscussion(ctx, { discussionId, reason: input.reason });
    case 'suggest':
      return discussions.suggestProposal(ctx, { discussionId, ...input });
    case 'closeAction':
      return discussions.closeAction(ctx, {
        actionId: input.actionId,
        done: input.done,
        seenIn: discussionId,
      });
    case 'plan':
      return discussions.planDiscussion(ctx, { discussionId, plannedOn: input.plannedOn });
    case 'snooze':
      return discussions.snoozeReminders(ctx, discussionId);
  }
}
