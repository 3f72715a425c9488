import type { Activity } from 'botbuilder';
import { z } from 'zod';
import type { Ctx } from '../../domain/context.ts';
import type { TeamsCredentials } from '../../platform/config/config.ts';
import type { TurnRunner } from './adapter.ts';
import { tenantOf } from './identity.ts';

/** An id as Teams writes them: never a NUL, which PostgreSQL refuses in any text. */
const id = z
  .string()
  .min(1)
  .max(1_000)
  .regex(/^[^\0]*$/);
const some = z.looseObject({ id: id.optional() });
const members = z.array(z.looseObject({ id }));

/** The SDK looks into mentions without asking whether there is anything. */
const entitySchema = z.union([
  z.looseObject({ type: z.literal('mention'), mentioned: z.looseObject({ id }) }),
  z.looseObject({ type: z.string() }).refine(({ type }) => type !== 'mention'),
]);

/** What of an activity we or the SDK look at; whatever else is in it is not read. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }),
  from: z.looseObject({ id, aadObjectId: id.optional() }),
  recipient: some.optional(),
  conversation: z.looseObject({
    id,
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z
    .looseObject({ channel: some.nullish(), team: some.nullish(), tenant: some.nullish() })
    .nullish(),
  membersAdded: members.nullish(),
  membersRemoved: members.nullish(),
  action: z.string().optional(),
  text: z.string().nullish(),
  name: z.string().optional(),
  locale: z.string().optional(),
  entities: z.array(entitySchema).nullish(),
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
