import { z } from 'zod';
import { bilingualSchema, labelSchema } from '../contract.ts';

/** All insights together, themes and hand-overs, as pages and server speak of them. */

const day = z.iso.date();
const month = z.string().regex(/^\d{4}-\d{2}$/);
const title = z.string().trim().min(1).max(120);
/** Longest cause and answer, in UTF-16 units. */
export const longestAnswer = 1_000;
const answerWords = z.string().trim().max(longestAnswer);

/** GET /api/desk: which pages of this part the person may open. */
export const deskSchema = z.object({
  insights: z.boolean(),
  themes: z.boolean(),
  /** How many hand-overs nobody has taken on; null: reads for no office. */
  referrals: z.int().nullable(),
  /** The board of improvement proposals. */
  board: z.boolean(),
});
export type Desk = z.infer<typeof deskSchema>;

/** What a reader looks for; all of it stands in the query of the address. */
export const insightSearchSchema = z.strictObject({
  voice: z.uuid().optional(),
  /** A key of the lines of business. */
  line: z.string().max(40).optional(),
  /** A kind of department that the page offers, or `other`. */
  kind: z.string().max(40).optional(),
  words: z.string().max(200).optional(),
});
export type InsightSearch = z.infer<typeof insightSearchSchema>;

/**
 * An insight among those of all departments. Neither its writer, nor whether it is anonymous, nor its department,
 * nor a time.
 */
export const readInsightSchema = z.object({
  id: z.uuid(),
  voiceId: z.uuid().nullable(),
  lineOfBusiness: labelSchema.nullable(),
  /** `other`: a kind with so few departments that it would name them. */
  departmentKind: labelSchema,
  why: z.string(),
  feelings: z.array(labelSchema),
  felt: z.string(),
  change: z.string(),
  atMs: z.int().nullable(),
  themes: z.array(z.object({ id: z.uuid(), title: z.string() })),
});
export type ReadInsight = z.infer<typeof readInsightSchema>;

const insightVoiceSchema = z.object({
  id: z.uuid(),
  /** Empty where the voice was withdrawn. */
  quote: z.string(),
  kind: labelSchema,
  lineOfBusiness: labelSchema,
});
export type InsightVoice = z.infer<typeof insightVoiceSchema>;

/** GET /api/insights?month&voice&line&kind&words: a month's insights by topic. */
export const insightsPageSchema = z.object({
  /** Null: no month was opened yet. */
  month: month.nullable(),
  /** Newest first. */
  months: z.array(month),
  voices: z.array(insightVoiceSchema),
  linesOfBusiness: z.array(labelSchema),
  departmentKinds: z.array(labelSchema),
  /** How many insights match in all. */
  found: z.int(),
  topics: z.array(
    z.object({
      /** Null: came in since the last grouping. */
      id: z.uuid().nullable(),
      /** Empty: what is like nothing else. */
      title: z.string(),
      /** Kind of the voices that it is about; null: about no single one, or not grouped yet. */
      kind: labelSchema.nullable(),
      count: z.int(),
      /** The first few; the rest by /api/insights/topic. */
      insights: z.array(readInsightSchema),
    }),
  ),
  makesThemes: z.boolean(),
  offices: z.array(labelSchema),
  /** Keys of those that somebody reads for: to the others nothing can be handed over. */
  openOffices: z.array(z.string()),
});
export type InsightsPage = z.infer<typeof insightsPageSchema>;

/** GET /api/insights/topic?month&topic&skip&…: the next insights of a topic; without `topic` those not grouped yet. */
export const topicQuerySchema = insightSearchSchema.extend({
  month,
  topic: z.uuid().optional(),
  skip: z.coerce.number().int().min(0).max(1_000_000),
});
export const topicPageSchema = z.object({ insights: z.array(readInsightSchema) });
export type TopicPage = z.infer<typeof topicPageSchema>;

/** POST /api/insights/:id: hands it over (引継ぎ). Answers {}. */
export const insightActSchema = z.strictObject({ act: z.literal('refer'), office: z.string().max(40) });

/** All of a topic that the search finds, or picked insights. */
const choiceSchema = z.union([
  z.strictObject({ topicId: z.uuid(), month, search: insightSearchSchema }),
  z.strictObject({ insightIds: z.array(z.uuid()).min(1).max(500) }),
]);

/** POST /api/themes: makes a theme (課題); answers with its page. The id is the page's own: twice makes one. */
export const newThemeSchema = z.strictObject({ id: z.uuid(), month, title, from: choiceSchema });
export type NewTheme = z.infer<typeof newThemeSchema>;

const departmentSchema = z.object({ id: z.uuid(), name: bilingualSchema });
export type DepartmentChoice = z.infer<typeof departmentSchema>;

/** open: no answer yet; answered; told: answered, and the departments know it. */
export const themeStateSchema = z.enum(['open', 'answered', 'told']);
export type ThemeState = z.infer<typeof themeStateSchema>;

const themeOverviewSchema = z.object({
  id: z.uuid(),
  month,
  title: z.string(),
  state: themeStateSchema,
  owner: departmentSchema.nullable(),
  insights: z.int(),
});
export type ThemeOverview = z.infer<typeof themeOverviewSchema>;

/** GET /api/themes: all for the quality department, for leaders those that their departments own. */
export const themeListSchema = z.object({ themes: z.array(themeOverviewSchema), makesThemes: z.boolean() });
export type ThemeList = z.infer<typeof themeListSchema>;

/** GET /api/themes/:id (?skip: how many insights the page has already). */
export const themePageSchema = themeOverviewSchema.extend({
  cause: z.string(),
  answer: z.string(),
  /** Counts edits; `edit` and `tell` say which they had before them. */
  version: z.int(),
  /** all: everything; answer: cause and answer; nothing: reads. */
  edits: z.enum(['all', 'answer', 'nothing']),
  /** When departments were told last. */
  toldOn: day.nullable(),
  /** How many departments a telling reaches now, and how many it spares, as it would tell who wrote. */
  departments: z.object({ reached: z.int(), spared: z.int() }),
  /** Why it cannot be told now; null: it can. */
  hinders: z.enum(['quotes', 'nobody', 'nothingNew']).nullable(),
  /** For the quality department; null for the others. */
  read: z.object({ insights: z.array(readInsightSchema), voices: z.array(insightVoiceSchema) }).nullable(),
  /** Where what is no insight belongs. */
  offices: z.array(labelSchema),
});
export type ThemePage = z.infer<typeof themePageSchema>;

/** POST /api/themes/:id: one act; answers with the page as it is afterwards. */
export const themeActSchema = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('edit'),
    version: z.int(),
    title,
    ownerDepartmentId: z.uuid().nullable(),
    cause: answerWords,
    answer: answerWords,
  }),
  z.strictObject({ act: z.literal('addInsights'), from: choiceSchema }),
  z.strictObject({ act: z.literal('removeInsight'), insightId: z.uuid() }),
  z.strictObject({ act: z.literal('tell'), version: z.int() }),
]);
export type ThemeAct = z.infer<typeof themeActSchema>;

/** GET /api/departments?words: up to twenty to choose an owner from. */
export const departmentsSchema = z.object({ departments: z.array(departmentSchema) });
export type Departments = z.infer<typeof departmentsSchema>;

const referralEntrySchema = z.object({
  /** Of the insight. */
  id: z.uuid(),
  office: labelSchema,
  referredOn: day,
  takenOn: day.nullable(),
  takenBy: bilingualSchema.nullable(),
});
export type ReferralEntry = z.infer<typeof referralEntrySchema>;

/** GET /api/referrals: what was handed over to the offices of the person; not a word of it. */
export const referralListSchema = z.object({ referrals: z.array(referralEntrySchema) });
export type ReferralList = z.infer<typeof referralListSchema>;

/** GET /api/referrals/:id: reads it; every reading is logged. */
export const referralPageSchema = referralEntrySchema.extend({
  why: z.string(),
  feelings: z.array(labelSchema),
  felt: z.string(),
  change: z.string(),
  atMs: z.int().nullable(),
  voice: insightVoiceSchema.nullable(),
  /** Null: so small that it would tell who wrote it. */
  department: bilingualSchema.nullable(),
  departmentKind: labelSchema,
  offices: z.array(labelSchema),
  /** Keys of those that somebody reads for. */
  openOffices: z.array(z.string()),
});
export type ReferralPage = z.infer<typeof referralPageSchema>;

/** POST /api/referrals/:id: one act; answers with the list as it is afterwards. */
export const referralActSchema = z.discriminatedUnion('act', [
  /** Takes it on, so that the others know. */
  z.strictObject({ act: z.literal('take') }),
  /** Belongs to another office, which alone reads it from then on. */
  z.strictObject({ act: z.literal('passOn'), office: z.string().max(40) }),
]);
export type ReferralAct = z.infer<typeof referralActSchema>;
