import type { Request, Response, Server } from 'restify';
import { asPerson, type Ctx } from '../../domain/context.ts';
import { guideOfDiscussion } from '../../domain/discussions/index.ts';
import {
  findEditionFrame,
  listEditions,
  openListeningPage,
  reportListening,
  visibleVoice,
} from '../../domain/listening/index.ts';
import {
  actingPerson,
  allPeople,
  localeOf,
  type PersonRow,
  redeemSessionLink,
} from '../../domain/people/index.ts';
import { AppError } from '../../platform/errors.ts';
import type { Live } from '../../platform/live/live.ts';
import { mountAttachments } from './attachmentRoutes.ts';
import {
  type LocalPerson,
  listeningReportSchema,
  type Records,
  type Session,
  type Site,
  sessionRequestSchema,
} from './contract.ts';
import { mountDiscussions } from './discussionRoutes.ts';
import { idOf, openDoor, parse } from './door.ts';
import { mountGuides } from './guideRoutes.ts';
import { presentEdition, presentListeningPage, presentLocalPerson } from './present.ts';
import { mountProposals } from './proposalRoutes.ts';
import { mountProposalWork } from './proposalWorkRoutes.ts';
import { mountProposing } from './proposingRoutes.ts';
import { parseRange } from './range.ts';
import { describeRecords } from './records.ts';
import { mountReports } from './reportRoutes.ts';
import { mountThemes } from './themeRoutes.ts';
import type { Tokens } from './tokens.ts';

/** The pages' API (contract.ts), route by route: parse → act → present. */
export function mountApi(server: Server, ctx: Ctx, tokens: Tokens, live: Live): void {
  const door = openDoor(ctx, tokens);
  const { json, signedIn } = door;
  mountDiscussions(server, ctx, door, tokens, live);
  mountProposalWork(server, ctx, door);
  mountThemes(server, ctx, door);
  mountReports(server, ctx, door);
  mountGuides(server, ctx, door);
  mountProposals(server, ctx, door);
  mountProposing(server, ctx, door);
  mountAttachments(server, ctx, door);

  server.get(
    '/api/site',
    json(
      async (): Promise<Site> => ({
        programmeName: ctx.settings.programmeName,
        localSignIn: ctx.local,
      }),
    ),
  );
  server.get(
    '/api/records',
    json(async (): Promise<Records> => describeRecords(ctx.settings)),
  );
  server.get(
    '/api/local/people',
    json(async (): Promise<{ people: LocalPerson[] }> => {
      if (!ctx.local) throw new AppError('local.only');
      return { people: (await allPeople(ctx.db)).map(presentLocalPerson) };
    }),
  );
  server.post(
    '/api/session',
    json(async (req) => {
      const request = parse(sessionRequestSchema, req.body, 'session');
      if ('personId' in request && !ctx.local) throw new AppError('local.only');
      const personId = 'link' in request ? await redeemSessionLink(ctx, request.link) : request.personId;
      return newSession(tokens, await actingPerson(asPerson(ctx, personId)));
    }),
  );
  server.post(
    '/api/session/renew',
    json(async (req) => newSession(tokens, await actingPerson(await signedIn(req)))),
  );
  server.get(
    '/api/editions',
    json(async (req) => ({
      editions: (await listEditions(await signedIn(req))).map((one) => presentEdition(one, ctx.settings)),
    })),
  );
  server.get(
    '/api/voices/:id',
    json(async (req) => {
      const page = await openListeningPage(await signedIn(req), voiceIdOf(req));
      const edition = await findEditionFrame(ctx.db, page.edition.id);
      // What the workplace will be asked, not what was planned before a guide was written.
      const prompts = edition ? (await guideOfDiscussion(ctx, edition)).prompts : page.edition.prompts;
      return presentListeningPage({ ...page, prompts }, tokens.signSound(page.voice.id), ctx.settings);
    }),
  );
  server.post(
    '/api/voices/:id/listening',
    json(async (req) => {
      const acting = await signedIn(req);
      const report = parse(listeningReportSchema, req.body, 'listening');
      return reportListening(acting, { voiceId: voiceIdOf(req), ...report });
    }),
  );
  const sound = json((req, res) => sendSound(ctx, tokens, req, res));
  server.get('/sound/:id', sound);
  server.head('/sound/:id', sound);
}

async function newSession(tokens: Tokens, person: PersonRow): Promise<Session> {
  const { token, expiresAt } = await tokens.issueSession(person.id);
  return {
    token,
    expiresAt: expiresAt.toISOString(),
    person: {
      id: person.id,
      name: { ja: person.name, en: person.nameEn },
      locale: localeOf(person),
      roles: person.status === 'active' ? person.grants.map((grant) => grant.role) : [],
    },
  };
}

const voiceIdOf = (req: Request) => idOf(req, 'voice.notFound');

/** Sends a sound or a part of it. Checked at every request: a withdrawn voice is silent at once. */
async function sendSound(ctx: Ctx, tokens: Tokens, req: Request, res: Response): Promise<void> {
  const voiceId = voiceIdOf(req);
  const query = new URLSearchParams(req.getQuery());
  tokens.checkSound(voiceId, query.get('expires') ?? undefined, query.get('signature') ?? undefined);
  const { voice } = await visibleVoice(ctx, voiceId);
  const media = await ctx.media.open(voice.soundKey);
  if (!media) throw new AppError('voice.notFound');
  // We name no version of a sound: whatever version If-Range has in mind, it cannot be told to be this one
  // (RFC 9110 §13.1.5), and the whole is sent.
  const range = req.header('if-range') ? null : parseRange(req.header('range'), media.bytes);
  res.setHeader('Accept-Ranges', 'bytes');
  // Kept nowhere: what a cache holds cannot be withdrawn.
  res.setHeader('Cache-Control', 'no-store');
  if (range === 'unsatisfiable') {
    res.setHeader('Content-Range', `bytes */${media.bytes}`);
    res.writeHead(416);
    res.end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: media.bytes - 1 };
  res.setHeader('Content-Type', voice.soundType);
  res.setHeader('Content-Length', String(end - start + 1));
  if (range) res.setHeader('Content-Range', `bytes ${start}-${end}/${media.bytes}`);
  res.writeHead(range ? 206 : 200);
  if (req.method === 'HEAD') {
    res.end();
    return;
  }
  media
    .read(start, end)
    .on('error', () => res.destroy())
    .pipe(res);
}
