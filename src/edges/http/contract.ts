import { z } from 'zod';

/**
 * What the pages and the server say to each other. The pages import nothing else of the server, so that
 * a change of either side that breaks the other does not compile.
 */

/** A word in both languages; the page picks by its own locale. */
export const bilingualSchema = z.object({ ja: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** An entry of a taxonomy: the company's key and its label. */
export const labelSchema = z.object({ key: z.string(), label: bilingualSchema });
export type Label = z.infer<typeof labelSchema>;

/** Every answer outside 2xx. `code` is stable, `message` is in the language of Accept-Language. */
export const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });
export type ErrorBody = z.infer<typeof errorSchema>;

/** GET /api/site: what a page must know before anybody signed in. */
export const siteSchema = z.object({
  programmeName: bilingualSchema,
  /** Local mode: the page offers the list of sample people; in Teams it never does. */
  localSignIn: z.boolean(),
});
export type Site = z.infer<typeof siteSchema>;

/** GET /api/local/people: the local sign-in (404 outside local mode). */
export const localPersonSchema = z.object({
  id: z.uuid(),
  name: bilingualSchema,
  department: bilingualSchema,
  /** Keys: head, promoter, deputy, curator, approver, triager, administrator, officer. */
  roles: z.array(z.string()),
  locale: z.enum(['ja', 'en']),
});
export const localPeopleSchema = z.object({ people: z.array(localPersonSchema) });
export type LocalPerson = z.infer<typeof localPersonSchema>;

/** POST /api/session: a link from the bot (from the URL fragment `#link=`) or, locally, a sample person. */
export const sessionRequestSchema = z.union([
  z.strictObject({ link: z.string().min(1).max(200) }),
  z.strictObject({ personId: z.uuid() }),
]);
export type SessionRequest = z.infer<typeof sessionRequestSchema>;

/** Answer of POST /api/session and of POST /api/session/renew (with the still valid bearer token). */
export const sessionSchema = z.object({
  /** Bearer token for the Authorization header: kept in memory only. */
  token: z.string(),
  /** ISO instant; 15 minutes after issue. */
  expiresAt: z.iso.datetime(),
  person: z.object({
    id: z.uuid(),
    name: bilingualSchema,
    locale: z.enum(['ja', 'en']),
    /** Keys of company roles (curator, approver, triager, administrator): which links are of use, never a right. */
    roles: z.array(z.string()),
  }),
});
export type Session = z.infer<typeof sessionSchema>;

export const voiceSummarySchema = z.object({
  id: z.uuid(),
  kind: labelSchema,
  lineOfBusiness: labelSchema,
  receivedMonth: z.string(),
  quote: z.string(),
  durationMs: z.int(),
  heard: z.boolean(),
  withdrawn: z.boolean(),
});
export type VoiceSummary = z.infer<typeof voiceSummarySchema>;

/** GET /api/editions: the home page. Newest first; `open` ones are this month's. */
export const editionSchema = z.object({
  id: z.uuid(),
  /** yyyy-mm */
  month: z.string(),
  state: z.enum(['open', 'closed']),
  /** yyyy-mm-dd */
  dueOn: z.string(),
  voices: z.array(voiceSummarySchema),
});
export const editionsSchema = z.object({ editions: z.array(editionSchema) });
export type EditionOverview = z.infer<typeof editionSchema>;

export const sentenceSchema = z.object({
  index: z.int(),
  startMs: z.int(),
  endMs: z.int(),
  speaker: z.enum(['customer', 'operator']),
  /** Masked words stand as 【氏名】, 【電話番号】 … */
  text: z.string(),
});
export type Sentence = z.infer<typeof sentenceSchema>;

/** Milliseconds; no recording lasts a day. */
export const placeInSound = z.int().min(0).max(86_400_000);

export const intervalSchema = z.strictObject({
  startMs: placeInSound,
  endMs: placeInSound,
});
export type Interval = z.infer<typeof intervalSchema>;

/** GET /api/voices/:id: the listening page. 410 with code voice_withdrawn once withdrawn. */
export const voicePageSchema = voiceSummarySchema.extend({
  edition: z.object({
    id: z.uuid(),
    month: z.string(),
    state: z.enum(['open', 'closed']),
    dueOn: z.string(),
  }),
  intakeChannel: labelSchema,
  handledWell: z.string().nullable(),
  attribution: z.string().nullable(),
  sentences: z.array(sentenceSchema),
  bleeps: z.array(z.object({ startMs: z.int(), endMs: z.int(), label: z.string() })),
  /** 話し合いのテーマ */
  prompts: z.array(bilingualSchema),
  /** Signed, valid for some minutes, supports Range. Ask for the voice again when it has run out (403). */
  soundUrl: z.string(),
  /** Where this person left off, on whatever device. */
  positionMs: z.int(),
  coverage: z.array(intervalSchema),
  /** The other voices of the edition, for "next". */
  others: z.array(z.object({ id: z.uuid(), quote: z.string(), heard: z.boolean() })),
});
export type VoicePage = z.infer<typeof voicePageSchema>;

/**
 * POST /api/voices/:id/listening: what was played or read since the last report, and the pulse that tells
 * an open page within seconds that its voice was withdrawn (410). Reading reports the same intervals: the
 * server cannot tell one from the other. Send every 2 s while playing or reading, every 3 s while idle
 * and visible (with no intervals), and once when the page is hidden or closed (fetch keepalive).
 */
export const listeningReportSchema = z.strictObject({
  intervals: z.array(intervalSchema).max(200),
  positionMs: placeInSound,
});
export type ListeningReport = z.infer<typeof listeningReportSchema>;

export const listeningStateSchema = z.object({
  heard: z.boolean(),
  /** Merged, ascending; everything that counts so far. */
  coverage: z.array(intervalSchema),
  /** 0–1 of the voice's length; heard at 0.9. */
  covered: z.number(),
  /**
   * Part of the report came faster than sound can be played and was not counted; send the rest again
   * after so many milliseconds. 0 when all was counted.
   */
  retryAfterMs: z.int(),
});
export type ListeningState = z.infer<typeof listeningStateSchema>;

/** GET /api/records: この仕組みが記録すること, generated from the settings. No session needed. */
export const recordsSchema = z.object({
  programmeName: bilingualSchema,
  records: z.array(
    z.object({ what: bilingualSchema, why: bilingualSchema, who: bilingualSchema, howLong: bilingualSchema }),
  ),
  /** What is not recorded, each in one sentence. */
  never: z.array(bilingualSchema),
});
export type Records = z.infer<typeof recordsSchema>;
