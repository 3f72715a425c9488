import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Ctx } from '../../domain/context.ts';
import type { TeamsCredentials } from '../../platform/config/config.ts';
import type { TurnRunner } from './adapter.ts';
import { tenantOf } from './identity.ts';

/** The SDK looks into mentions without asking whether there is anything. */
const entitySchema = z.union([
  z.looseObject({ type: z.literal('mention'), mentioned: z.looseObject({ id: z.string() }) }),
  z.looseObject({ type: z.string() }).refine(({ type }) => type !== 'mention'),
]);

/** What every activity must have before it is looked at; the rest is checked where it is used. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: z.looseObject({ id: z.string().min(1), aadObjectId: z.string().optional() }),
  recipient: z.looseObject({ id: z.string() }).optional(),
  conversation: z.looseObject({
    id: z.string().min(1),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  text: z.string().optional(),
  name: z.string().optional(),
  locale: z.string().optional(),
  entities: z.array(entitySchema).optional(),
});

/** An HTTP answer. */
export interface EndpointAnswer {
  status: number;
  body?: unknown;
}

interface EndpointOptions {
  ctx: Ctx;
  runner: TurnRunner;
  teams: TeamsCredentials | undefined;
  turn: (context: Parameters<Parameters<TurnRunner['run']>[2]>[0]) => Promise<void>;
}

/**
 * POST /api/messages: checks the form, then the caller, then the tenant, then runs the turn.
 *
 * @returns 400 malformed, 401 not authenticated, 403 another tenant, else what the turn answers
 */
export function createEndpoint({ ctx, runner, teams, turn }: EndpointOptions) {
  return async (body: unknown, authorization: string | undefined): Promise<EndpointAnswer> => {
    const parsed = activitySchema.safeParse(body);
    if (!parsed.success) {
      ctx.log.warn(
        { fields: parsed.error.issues.map((issue) => issue.path.join('.')) },
        'malformed activity',
      );
      return { status: 400 };
    }
    const activity = parsed.data as unknown as Activity;
    const caller = await runner.authenticate(activity, authorization ?? '').catch((error: unknown) => {
      // Whatever the SDK or its JWT library throws means: not accepted. Some of it would answer 500.
      ctx.log.warn({ err: error }, 'activity not authenticated');
      return null;
    });
    if (!caller) return { status: 401 };
    if (teams && tenantOf(activity) !== teams.tenantId) {
      ctx.log.warn('activity of another tenant');
      return { status: 403 };
    }
    // Dates come as text; the SDK expects them parsed as it would have done itself.
    const invoke = await runner.run(caller, withDates(activity), turn);
    return invoke ? { status: invoke.status, body: invoke.body } : { status: 200 };
  };
}

function withDates(activity: Activity): Activity {
  const { timestamp, localTimestamp } = activity as { timestamp?: unknown; localTimestamp?: unknown };
  const dated = { ...activity };
  if (typeof timestamp === 'string') dated.timestamp = new Date(timestamp);
  if (typeof localTimestamp === 'string') dated.localTimestamp = new Date(localTimestamp);
  return dated;
}
