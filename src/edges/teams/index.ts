/** Teams: the only place that knows botbuilder and teams-ai. Built once by app.ts. */

import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { Ctx } from '../../domain/context.ts';
import type { Budget } from '../../domain/dispatch/index.ts';
import type { Address, Messenger } from '../../domain/ports.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Config } from '../../platform/config/config.ts';
import { type Log, sparse } from '../../platform/log.ts';
import type { Settings } from '../../platform/settings.ts';
import { createTurnRunner } from './adapter.ts';
import { createBot } from './bot.ts';
import { credentialsFactory, inboundAuthentication, outboundTokens } from './credentials.ts';
import { createEndpoint, type EndpointAnswer } from './endpoint.ts';
import { createMessenger } from './messenger.ts';
import { openTeamsApi } from './teamsApi.ts';

export type { EndpointAnswer };
/** The SDK's source of credentials, which sign our calls and say which app id is ours. */
export type TeamsSignIn = ServiceClientCredentialsFactory;

export interface TeamsEdge {
  messenger: Messenger;
  /** Gets a token from Teams; false when the credentials are refused. True in local mode. */
  credentialsWork(): Promise<boolean>;
  /** Builds POST /api/messages for a context (which itself needs the messenger). */
  endpoint(ctx: Ctx): (body: unknown, authorization: string | undefined) => Promise<EndpointAnswer>;
  close(): Promise<void>;
}

interface TeamsEdgeOptions {
  config: Config;
  settings: Settings;
  budget: Budget;
  clock: Clock;
  log: Log;
  /** Local mode: whom the Playground shows messages to. */
  reachable?: (address: Address) => boolean;
  /** Undefined: the configured app's secret at Microsoft's sign-in. */
  signIn?: TeamsSignIn;
}

/** Builds everything that speaks to Teams. */
export function openTeams(options: TeamsEdgeOptions): TeamsEdge {
  const { config, settings, budget, clock, reachable } = options;
  const credentials = options.signIn ?? credentialsFactory(config);
  const tokens = outboundTokens(config, credentials);
  const api = openTeamsApi({ budget, clock, token: tokens.token, forgetToken: tokens.forget });
  const surroundings = { publicUrl: config.publicUrl, settings, opensDialogs: config.teams !== undefined };
  const log = sparse(options.log);
  const runner = createTurnRunner(inboundAuthentication(config, credentials), api, (outcome) =>
    log.warn({ outcome }, 'a reply was not delivered'),
  );
  return {
    messenger: createMessenger({
      api,
      surroundings,
      botId: config.teams?.appId,
      tenantId: config.teams?.tenantId,
      serviceUrl: config.serviceUrl,
      ...(reachable ? { reachable } : {}),
    }),
    credentialsWork: async () => {
      const token = await tokens.token().catch(() => undefined);
      return token !== undefined && (config.teams === undefined || token !== null);
    },
    endpoint: (ctx) => {
      const bot = createBot(ctx, api, surroundings);
      return createEndpoint({
        ctx,
        runner,
        teams: config.teams,
        turn: async (context) => {
          await bot.run(context);
        },
      });
    },
    close: () => api.close(),
  };
}
