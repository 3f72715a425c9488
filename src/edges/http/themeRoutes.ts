import type { Request, Server } from 'restify';
import type { z } from 'zod';
import type { Ctx } from '../../domain/context.ts';
import * as discussions from '../../domain/discussions/index.ts';
import { offerDepartments } from '../../domain/people/index.ts';
import * as proposals from '../../domain/proposals/index.ts';
import {
  type Departments,
  insightActSchema,
  insightSearchSchema,
  newThemeSchema,
  type ReferralAct,
  type ReferralList,
  referralActSchema,
  type ThemeAct,
  type ThemeList,
  type TopicPage,
  themeActSchema,
  topicQuerySchema,
} from './contract/themes.ts';
import { type Door, idOf, parse } from './door.ts';
import {
  presentDepartment,
  presentDesk,
  presentInsights,
  presentReadInsight,
  presentReferral,
  presentReferralEntry,
  presentTheme,
  presentThemeOverview,
} from './presentThemes.ts';

/** The routes of all insights together, themes and hand-overs (contract/themes.ts). */
export function mountThemes(server: Server, ctx: Ctx, door: Door): void {
  const { json, signedIn } = door;
  server.get(
    '/api/desk',
    json(async (req) => {
      const acting = await signedIn(req);
      return presentDesk(await discussions.showDesk(acting), await proposals.proposalDesk(acting));
    }),
  );
  mountInsights(server, ctx, door);
  mountThemePages(server, ctx, door);
  mountReferrals(server, ctx, door);
}

function mountInsights(server: Server, { settings }: Ctx, { json, signedIn }: Door): void {
  server.get(
    '/api/insights',
    json(async (req) => {
      const { month, ...search } = queryOf(req);
      const page = await discussions.readInsights(
        await signedIn(req),
        month,
        searchOf(parse(insightSearchSchema, search, 'insights')),
      );
      return presentInsights(page, settings);
    }),
  );
  server.get(
    '/api/insights/topic',
    json(async (req): Promise<TopicPage> => {
      const acting = await signedIn(req);
      const { month, topic, skip, ...search } = parse(topicQuerySchema, queryOf(req), 'insights');
      const insights = await discussions.readTopic(acting, {
        month,
        topicId: topic ?? null,
        skip,
        search: searchOf(search),
      });
      return { insights: insights.map((insight) => presentReadInsight(insight, settings)) };
    }),
  );
  server.post(
    '/api/insights/:id',
    json(async (req) => {
      const acting = await signedIn(req);
      const { office } = parse(insightActSchema, req.body, 'insight');
      await discussions.referInsight(acting, { insightId: idOf(req, 'discussion.insightGone'), office });
      return {};
    }),
  );
}

function mountThemePages(server: Server, { settings }: Ctx, { json, signedIn }: Door): void {
  const page = async (acting: Ctx, themeId: string, skip = 0) =>
    presentTheme(await discussions.openTheme(acting, themeId, skip), settings);

  server.get(
    '/api/themes',
    json(async (req): Promise<ThemeList> => {
      const { themes, makesThemes } = await discussions.listThemes(await signedIn(req));
      return { themes: themes.map(presentThemeOverview), makesThemes };
    }),
  );
  server.post(
    '/api/themes',
    json(async (req) => {
      const acting = await signedIn(req);
      const { id, from, ...theme } = parse(newThemeSchema, req.body, 'theme');
      await discussions.makeTheme(acting, { ...theme, themeId: id, from: choiceOf(from) });
      return page(acting, id);
    }),
  );
  server.get(
    '/api/themes/:id',
    json(async (req) => {
      const skip = Number(queryOf(req).skip ?? 0);
      return page(
        await signedIn(req),
        idOf(req, 'theme.notFound'),
        Number.isSafeInteger(skip) && skip > 0 ? skip : 0,
      );
    }),
  );
  server.post(
    '/api/themes/:id',
    json(async (req) => {
      const acting = await signedIn(req);
      const themeId = idOf(req, 'theme.notFound');
      await changeTheme(acting, themeId, parse(themeActSchema, req.body, 'theme'));
      return page(acting, themeId);
    }),
  );
  server.get(
    '/api/departments',
    json(async (req): Promise<Departments> => {
      const departments = await offerDepartments(await signedIn(req), queryOf(req).words ?? '');
      return { departments: departments.map(presentDepartment) };
    }),
  );
}

function changeTheme(ctx: Ctx, themeId: string, input: ThemeAct): Promise<void> {
  switch (input.act) {
    case 'edit': {
      const { act: _, ...words } = input;
      return discussions.editTheme(ctx, { themeId, ...words });
    }
    case 'addInsights':
      return discussions.addInsights(ctx, { themeId, from: choiceOf(input.from) });
    case 'removeInsight':
      return discussions.removeInsight(ctx, { themeId, insightId: input.insightId });
    case 'tell':
      return discussions.tellDepartments(ctx, { themeId, version: input.version });
  }
}

function mountReferrals(server: Server, { settings }: Ctx, { json, signedIn }: Door): void {
  const list = async (acting: Ctx): Promise<ReferralList> => ({
    referrals: (await discussions.listReferrals(acting)).map((one) => presentReferralEntry(one, settings)),
  });
  server.get(
    '/api/referrals',
    json(async (req) => list(await signedIn(req))),
  );
  server.get(
    '/api/referrals/:id',
    json(async (req) => {
      const acting = await signedIn(req);
      return presentReferral(
        await discussions.readReferral(acting, idOf(req, 'referral.notFound')),
        settings,
      );
    }),
  );
  server.post(
    '/api/referrals/:id',
    json(async (req) => {
      const acting = await signedIn(req);
      const insightId = idOf(req, 'referral.notFound');
      await changeReferral(acting, insightId, parse(referralActSchema, req.body, 'referral'));
      return list(acting);
    }),
  );
}

function changeReferral(ctx: Ctx, insightId: string, input: ReferralAct): Promise<void> {
  if (input.act === 'take') return discussions.takeReferral(ctx, insightId);
  return discussions.passOnReferral(ctx, { insightId, office: input.office });
}

function queryOf(req: Request): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(req.getQuery()));
}

function searchOf(search: z.infer<typeof insightSearchSchema>): discussions.InsightSearch {
  const { voice, line, kind, words } = search;
  return { voiceId: voice, lineOfBusiness: line, kind, words };
}

function choiceOf(from: z.infer<typeof newThemeSchema>['from']): discussions.InsightChoice {
  return 'insightIds' in from ? from : { ...from, search: searchOf(from.search) };
}
