import type { Server } from 'restify';
import type { Ctx } from '../../domain/context.ts';
import { findColleagues } from '../../domain/people/index.ts';
import * as proposals from '../../domain/proposals/index.ts';
import { type PeopleList, type SimilarList, similarRequestSchema } from './contract/proposals.ts';
import { proposalFormQuerySchema, type TakenUpList } from './contract/proposing.ts';
import { type Door, idOf, parse } from './door.ts';
import { presentColleague, presentForm, presentSimilar, presentTakenUp } from './presentProposing.ts';

/** The routes around sending a proposal (contract/proposals.ts, contract/proposing.ts). */
export function mountProposing(server: Server, ctx: Ctx, { json, signedIn }: Door): void {
  server.get(
    '/api/proposals/form',
    json(async (req) => {
      const query = Object.fromEntries(new URLSearchParams(req.getQuery()));
      const { voice, at, suggestion } = parse(proposalFormQuerySchema, query, 'form');
      const form = await proposals.proposalForm(await signedIn(req), {
        ...(voice ? { voiceId: voice } : {}),
        ...(at === undefined ? {} : { atMs: at }),
        ...(suggestion ? { suggestionId: suggestion } : {}),
      });
      return presentForm(form, ctx.settings);
    }),
  );
  server.post(
    '/api/proposals/similar',
    json(async (req): Promise<SimilarList> => {
      const acting = await signedIn(req);
      const written = parse(similarRequestSchema, req.body, 'proposal');
      return { similar: (await proposals.similarProposals(acting, written)).map(presentSimilar) };
    }),
  );
  server.get(
    '/api/people',
    json(async (req): Promise<PeopleList> => {
      const words = new URLSearchParams(req.getQuery()).get('words') ?? '';
      return { people: (await findColleagues(await signedIn(req), words)).map(presentColleague) };
    }),
  );
  server.get(
    '/api/discussions/:id/proposals',
    json(async (req): Promise<TakenUpList> => {
      const taken = await proposals.takenUp(await signedIn(req), idOf(req, 'discussion.notFound'));
      return { suggestions: taken.map(presentTakenUp) };
    }),
  );
}
