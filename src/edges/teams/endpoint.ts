import type { Ctx } from '../../domain/context.ts';
import type { TeamsCredentials } from '../../platform/config/config.ts';
import { readActivity } from './activityForm.ts';
import type { TurnRunner } from './adapter.ts';
import { tenantOf } from './identity.ts';

/** An HTTP answer. */
export interface EndpointAnswer {
  status: number;
  body?: unknown;
}

/**
 * Teams' own, and the Playground's, which is started as it. A bot's registration brings others (Web Chat, Direct
 * Line) whose senders name themselves as they like.
 */
const onlyChannel = 'msteams';

interface EndpointOptions {
  ctx: Ctx;
  runner: TurnRunner;
  teams: TeamsCredentials | undefined;
  turn: (context: Parameters<Parameters<TurnRunner['run']>[2]>[0]) => Promise<void>;
}

/**
 * POST /api/messages: checks the form, the channel, the caller, the tenant, then runs the turn.
 *
 * @returns 400 malformed, 403 another channel or tenant, 401 not authenticated, else what the turn answers
 */
export function createEndpoint({ ctx, runner, teams, turn }: EndpointOptions) {
  return async (body: unknown, authorization: string | undefined): Promise<EndpointAnswer> => {
    const read = readActivity(body);
    if (!('activity' in read)) {
      ctx.log.warn(read, 'malformed activity');
      return { status: 400 };
    }
    const { activity } = read;
    if (activity.channelId !== onlyChannel) {
      ctx.log.warn({ channelId: activity.channelId }, 'activity of another channel');
      return { status: 403 };
    }
    const caller = await runner.authenticate(activity, authorization ?? '').catch((error: unknown) => {
      // Whatever the SDK or its JWT library throws means: not accepted. Some of it would answer 500.
      ctx.log.warn({ err: error }, 'activity not authenticated');
      return null;
    });
    if (!caller) return { status: 401 };
    if (teams && tenantOf(activity)?.toLowerCase() !== teams.tenantId) {
      ctx.log.warn('activity of another tenant');
      return { status: 403 };
    }
    const invoke = await runner.run(caller, activity, turn);
    return invoke ? { status: invoke.status, body: invoke.body } : { status: 200 };
  };
}
