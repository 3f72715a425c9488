import { type Activity, ActivityTypes } from 'botbuilder';
import { z } from 'zod';

/** Text that PostgreSQL and addresses can hold: no NUL, no half of a character. */
const isStorable = (text: string) => text.isWellFormed() && !text.includes('\0');

/** An id as Teams writes them. */
const id = z.string().min(1).max(1_000).refine(isStorable);
const some = z.looseObject({ id: id.optional() });

/** Far more than Teams sends of anything in one activity. */
const mostEntries = 300;

/** Counted before its entries are looked at: nobody is authenticated yet. */
function fewOf<T extends z.ZodType>(entry: T) {
  return z
    .custom<unknown[]>((list) => Array.isArray(list) && list.length <= mostEntries)
    .pipe(z.array(entry));
}

const members = fewOf(z.looseObject({ id }));

/** The SDK looks into mentions without asking whether there is anything, and takes their type in any case. */
const isMention = (type: string) => type.toLowerCase() === 'mention';
const entitySchema = z.union([
  z.looseObject({
    type: z.string().refine(isMention),
    mentioned: z.looseObject({ id }),
    text: z.string().nullish(),
  }),
  z.looseObject({ type: z.string().refine((type) => !isMention(type)) }),
]);

/** What of an activity we or the SDK look at; whatever else is in it is not read. */
const activitySchema = z.looseObject({
  type: z.string().min(1).max(100),
  channelId: z.string().min(1).max(100),
  serviceUrl: z
    .url({ protocol: /^https?$/ })
    .max(1_000)
    .refine(isStorable),
  from: z.looseObject({ id, aadObjectId: id.optional() }),
  recipient: z.looseObject({ id }),
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
  entities: fewOf(entitySchema).nullish(),
});

/** Most places of a malformed activity that are named: there may be thousands. */
const mostPlaces = 5;

/** An activity in good form, or where the form is broken. */
export type ReadActivity = { activity: Activity } | { places: string[]; count: number };

/** Reads what came in, before anybody knows from whom. */
export function readActivity(body: unknown): ReadActivity {
  const parsed = activitySchema.safeParse(body);
  if (parsed.success) return { activity: asSdkExpects(parsed.data as unknown as Activity) };
  const { issues } = parsed.error;
  return {
    places: issues.slice(0, mostPlaces).map(({ path }) => path.join('.')),
    count: issues.length,
  };
}

/** The SDK asks of neither a message's text nor its entities whether they are there, and wants dates parsed. */
function asSdkExpects(activity: Activity): Activity {
  const { timestamp, localTimestamp } = activity as { timestamp?: unknown; localTimestamp?: unknown };
  const expected = { ...activity, entities: activity.entities ?? [] };
  if (activity.type === ActivityTypes.Message) expected.text = activity.text ?? '';
  if (typeof timestamp === 'string') expected.timestamp = new Date(timestamp);
  if (typeof localTimestamp === 'string') expected.localTimestamp = new Date(localTimestamp);
  return expected;
}
