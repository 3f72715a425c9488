import { z } from 'zod';
import { bilingualSchema, labelSchema, placeInSound } from '../contract.ts';

/** The workplace discussion, as pages and server speak of it. */

/** Longest text of one field of an insight, and of what a leader writes, in UTF-16 units. */
export const longestText = 4_000;
const words = z.string().max(longestText);
const title = z.string().trim().min(1).max(120);
const day = z.iso.date();
/**
 * The page's own id for what it makes: random. One of version 7 would say when an insight was written. What exists
 * already is named by whatever id it has.
 */
const newId = z.uuidv4();

export const discussionStateSchema = z.enum([
  'waiting',
  'reflecting',
  'revealed',
  'talking',
  'wrapped_up',
  'skipped',
]);
export type DiscussionState = z.infer<typeof discussionStateSchema>;
export const discussionModeSchema = z.enum(['short', 'full']);
export type DiscussionMode = z.infer<typeof discussionModeSchema>;

/** What a person writes alone. One of the three texts or a feeling is there; the server checks. */
export const insightFieldsSchema = z.strictObject({
  voiceId: z.uuid().nullable(),
  anonymous: z.boolean(),
  why: words,
  /** Keys of the taxonomy of feelings. */
  feelings: z.array(z.string().max(40)).max(12),
  felt: words,
  change: words,
  /** The place in the sound. */
  atMs: placeInSound.nullable(),
});
export type InsightFields = z.infer<typeof insightFieldsSchema>;

/** One's own insight, before the reveal or named. */
export const ownInsightSchema = insightFieldsSchema.extend({
  id: z.uuid(),
  /** Types of personal data that were masked at the reveal, as labels. */
  masked: z.array(bilingualSchema),
});
export type OwnInsight = z.infer<typeof ownInsightSchema>;

/** An insight that was revealed. */
export const shownInsightSchema = z.object({
  id: z.uuid(),
  voiceId: z.uuid().nullable(),
  /** Null: anonymous. */
  author: bilingualSchema.nullable(),
  why: z.string(),
  feelings: z.array(labelSchema),
  felt: z.string(),
  change: z.string(),
  atMs: z.int().nullable(),
  /** Hidden by the leader; only leaders get such ones. */
  hidden: z.boolean(),
  suggested: z.boolean(),
});
export type ShownInsight = z.infer<typeof shownInsightSchema>;

export const insightGroupSchema = z.object({
  id: z.uuid(),
  /** Empty: what belongs to no other group. */
  title: z.string(),
  votes: z.int(),
  suggested: z.boolean(),
  insights: z.array(shownInsightSchema),
});
export type InsightGroup = z.infer<typeof insightGroupSchema>;

export const actionSchema = z.object({
  id: z.uuid(),
  text: z.string(),
  owner: z.object({ id: z.uuid(), name: bilingualSchema }).nullable(),
  dueOn: day.nullable(),
  doneOn: day.nullable(),
  suggested: z.boolean(),
});
export type DiscussionAction = z.infer<typeof actionSchema>;

/** One step of the shared walk: what the strip at the bottom says. */
export const stepSchema = z.object({
  kind: z.enum(['reflect', 'reveal', 'prompt', 'closing']),
  /** The sentence for this step: a prompt, or the guide's words. */
  words: bilingualSchema,
  minutes: z.int(),
});
export type Step = z.infer<typeof stepSchema>;

/** What everybody of the department sees, the same for all: it also comes by the live stream. */
export const sharedDiscussionSchema = z.object({
  id: z.uuid(),
  revision: z.int(),
  state: discussionStateSchema,
  mode: discussionModeSchema,
  isAsync: z.boolean(),
  leader: z.object({ id: z.uuid(), name: bilingualSchema }).nullable(),
  /** Proposed as leader of the day; somebody else has to agree. */
  candidate: z.object({ id: z.uuid(), name: bilingualSchema, byId: z.uuid() }).nullable(),
  /** Some insights have come in; never how many. */
  insightsComing: z.boolean(),
  /** Reveals itself then. */
  revealAt: z.iso.datetime().nullable(),
  /** Steps of the walk, and where it is; null before the start and after the end. */
  steps: z.array(stepSchema),
  step: z.int().nullable(),
  /** The timer: it ends then, or it rests with so much left. */
  stepEndsAt: z.iso.datetime().nullable(),
  restingMs: z.int().nullable(),
  groups: z.array(insightGroupSchema),
  /** Ticked feelings of all shown insights, customer by customer; a voice of null: about all of them. */
  feelings: z.array(
    z.object({
      voiceId: z.uuid().nullable(),
      feelings: z.array(labelSchema.extend({ count: z.int() })),
    }),
  ),
  understood: z.string(),
  participants: z.int().nullable(),
  /** How often it was reported, corrections included. */
  reports: z.int(),
  heldOn: day.nullable(),
  reportedOn: day.nullable(),
  /** In time: held and reported by the due day; lateReport: held in time, reported late (期限後報告); lateHeld: 期限後実施. */
  timeliness: z.enum(['inTime', 'lateReport', 'lateHeld']).nullable(),
  skipReason: z.string().nullable(),
  actions: z.array(actionSchema),
  plannedOn: day.nullable(),
  /** Voices that were not withdrawn; the others' words go at once. */
  voiceIds: z.array(z.uuid()),
  /** How many voices the month has, withdrawn ones too: of several it is said which one something is about. */
  voices: z.int(),
});
export type SharedDiscussion = z.infer<typeof sharedDiscussionSchema>;

export const discussionVoiceSchema = z.object({
  id: z.uuid(),
  quote: z.string(),
  kind: labelSchema,
  lineOfBusiness: labelSchema,
  durationMs: z.int(),
  heard: z.boolean(),
});

export const guideSchema = z.object({
  opening: bilingualSchema,
  prompts: z.array(bilingualSchema),
  listenFor: bilingualSchema,
  closing: bilingualSchema,
});
export type Guide = z.infer<typeof guideSchema>;

/** GET /api/discussions/:id: the whole page for the person who asks. */
export const discussionPageSchema = z.object({
  shared: sharedDiscussionSchema,
  department: z.object({ id: z.uuid(), name: bilingualSchema }),
  edition: z.object({ id: z.uuid(), month: z.string(), dueOn: day, state: z.enum(['open', 'closed']) }),
  voices: z.array(discussionVoiceSchema),
  feelings: z.array(labelSchema),
  /** Where what is no insight belongs. */
  offices: z.array(labelSchema),
  /** Who is there, by number. */
  members: z.array(z.object({ id: z.uuid(), name: bilingualSchema })),
  /** The one question of 「5分で」. */
  question: bilingualSchema,
  votesInAll: z.int(),
  votesPerGroup: z.int(),
  me: z.object({
    id: z.uuid(),
    /** Steers: leader of the day, or head, promoter or deputy. */
    leads: z.boolean(),
    insights: z.array(ownInsightSchema),
    votes: z.array(z.object({ groupId: z.uuid(), votes: z.int() })),
  }),
  /** For those who steer; null for the others. */
  leading: z
    .object({
      guide: guideSchema,
      /** Where insights were masked: how many, never whose. */
      anonymousWithheld: z.boolean(),
      hidden: z.array(shownInsightSchema),
      /** From check-ins and insights; where the leader's number starts. */
      counted: z.int(),
      /** 対象者数: where it starts while nobody could check in. */
      concerned: z.int(),
      /** 取組み of earlier months that are still open. */
      openActions: z.array(actionSchema.extend({ month: z.string() })),
      mayReport: z.boolean(),
      /** No reminder comes before this day; null: one may. */
      snoozedUntil: day.nullable(),
      /** Keys of the offices that somebody reads for: to the others nothing can be handed over. */
      openOffices: z.array(z.string()),
      /** Business days that 「◯日に行います」 offers. */
      days: z.array(day),
    })
    .nullable(),
});
export type DiscussionPage = z.infer<typeof discussionPageSchema>;

/** GET /api/discussions?edition=ID: the discussions of this edition that the person takes part in or leads. */
export const discussionListSchema = z.object({
  discussions: z.array(
    z.object({
      id: z.uuid(),
      department: z.object({ id: z.uuid(), name: bilingualSchema }),
      month: z.string(),
      state: discussionStateSchema,
      main: z.boolean(),
      leads: z.boolean(),
    }),
  ),
});
export type DiscussionList = z.infer<typeof discussionListSchema>;

const actionFieldsSchema = z.strictObject({
  /** The page's own id: saying it twice makes one. */
  id: newId,
  text: z.string().trim().min(1).max(400),
  ownerId: z.uuid().nullable(),
  dueOn: day.nullable(),
});

/**
 * POST /api/discussions/:id: one act; answers with the page as it is afterwards. Every act may come twice:
 * steps carry where they go on from, insights and groups the id that the page gave them.
 */
export const discussionActSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('checkIn') }),
  z.strictObject({
    act: z.literal('start'),
    mode: discussionModeSchema,
    isAsync: z.boolean(),
    /** Reveals itself then; null: the leader does. */
    revealAt: z.iso.datetime().nullable(),
  }),
  /** A leader names the leader of the day; a member proposes one, or agrees to who was proposed. */
  z.strictObject({ act: z.literal('lead'), personId: z.uuid() }),
  z.strictObject({ act: z.literal('writeInsight'), insightId: newId, insight: insightFieldsSchema }),
  z.strictObject({ act: z.literal('takeBackInsight'), insightId: z.uuid() }),
  z.strictObject({ act: z.literal('reveal') }),
  z.strictObject({ act: z.literal('moveInsight'), insightId: z.uuid(), groupId: z.uuid() }),
  /** A new group, from one insight. */
  z.strictObject({ act: z.literal('makeGroup'), groupId: newId, title, insightId: z.uuid() }),
  z.strictObject({ act: z.literal('renameGroup'), groupId: z.uuid(), title }),
  z.strictObject({ act: z.literal('hideInsight'), insightId: z.uuid(), hidden: z.boolean() }),
  /** To the office that it belongs to; from then on nobody here sees it. */
  z.strictObject({ act: z.literal('refer'), insightId: z.uuid(), office: z.string().max(40) }),
  z.strictObject({ act: z.literal('vote'), groupId: z.uuid(), votes: z.int().min(0).max(20) }),
  /** From step `from` (of `steps`) to the next or the one before. */
  z.strictObject({ act: z.literal('step'), from: z.int().min(0), to: z.enum(['next', 'back']) }),
  z.strictObject({ act: z.literal('timer'), change: z.enum(['pause', 'resume', 'addMinute']) }),
  z.strictObject({
    act: z.literal('wrapUp'),
    understood: words,
    participants: z.int().min(0).max(10_000),
    heldOn: day,
    actions: z.array(actionFieldsSchema).max(20),
    /** `shared.reports` when the form was filled in. */
    seenReports: z.int().min(0),
  }),
  z.strictObject({ act: z.literal('skip'), reason: z.string().trim().min(1).max(400) }),
  z.strictObject({
    act: z.literal('suggest'),
    source: z.enum(['insight', 'group', 'action']),
    sourceId: z.uuid(),
    suggested: z.boolean(),
  }),
  /** Closes an action of this discussion or of an earlier one of the department, or opens it again. */
  z.strictObject({ act: z.literal('closeAction'), actionId: z.uuid(), done: z.boolean() }),
  z.strictObject({ act: z.literal('plan'), plannedOn: day }),
  z.strictObject({ act: z.literal('snooze') }),
]);
export type DiscussionAct = z.infer<typeof discussionActSchema>;

/**
 * GET /api/discussions/:id/live: server-sent events. `event: shared` carries a SharedDiscussion whenever it
 * changed, at most once a second; comments keep the connection. Ends with the bearer token that opened it.
 */
export const liveEventName = 'shared';
