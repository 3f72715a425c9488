import { z } from 'zod';
import { bilingualSchema, labelSchema } from '../contract.ts';

/** 進行ガイド, as curators write them: what the leader of a discussion has in hand. */

const guideWordsSchema = z.object({
  opening: bilingualSchema,
  prompts: z.array(bilingualSchema),
  listenFor: bilingualSchema,
  closing: bilingualSchema,
});
export type GuideWords = z.infer<typeof guideWordsSchema>;

export const voiceGuideSchema = z.object({
  voice: z.object({
    id: z.uuid(),
    reference: z.string(),
    kind: labelSchema,
    lineOfBusiness: labelSchema,
    receivedMonth: z.string(),
    quote: z.string(),
    durationMs: z.int(),
  }),
  /** The month that it is planned for; null: none yet. */
  month: z
    .object({
      /** yyyy-mm */
      month: z.string(),
      state: z.enum(['draft', 'in_review', 'approved', 'open', 'closed']),
      /** This voice's guide leads the month's discussions. */
      leads: z.boolean(),
    })
    .nullable(),
  /** Whose prompts they are: a curator's for this voice, the month's plan's, or the library's. */
  source: z.enum(['written', 'edition', 'library']),
  edited: z.object({ at: z.iso.datetime(), by: bilingualSchema.nullable() }).nullable(),
});
export type VoiceGuide = z.infer<typeof voiceGuideSchema>;

/** GET /api/guides: for curators (403 for others). This month's voices and the coming ones first. */
export const voiceGuidesSchema = z.object({ guides: z.array(voiceGuideSchema) });

export const libraryPromptSchema = z.object({
  key: z.string(),
  /** Keys of the kinds of voice that it suits. */
  kinds: z.array(z.string()),
  /** Where it leads the talk. */
  part: z.enum(['customer', 'us', 'tomorrow']),
  theme: z.enum(['waiting', 'explanation', 'procedure', 'handover', 'feelings', 'praise']).nullable(),
  text: bilingualSchema,
  /** In so many guides. */
  uses: z.int(),
});
export type LibraryPrompt = z.infer<typeof libraryPromptSchema>;

/** GET /api/guides/:voiceId (404 voice.notFound, 410 voice.withdrawn). */
export const guidePageSchema = voiceGuideSchema.extend({
  guide: guideWordsSchema,
  /** What it would be had nobody written one. */
  standard: guideWordsSchema,
  library: z.array(libraryPromptSchema),
  /** Kinds of voice to filter the library by. */
  kinds: z.array(labelSchema),
  limits: z.object({ mostPrompts: z.int(), longestPrompt: z.int(), longestText: z.int() }),
});
export type GuidePage = z.infer<typeof guidePageSchema>;

/** Looser than what is stored: what is missing or too long is answered in words. */
const longestSent = 10_000;
const sentText = z.strictObject({ ja: z.string().max(longestSent), en: z.string().max(longestSent) });

/**
 * POST /api/guides/:voiceId: saves; answers with the page as it is afterwards. 400 guide.incomplete and
 * discussion.personalData, 409 guide.changedMeanwhile when somebody else saved since `seenAt`.
 */
export const guideEditSchema = z.strictObject({
  guide: z.strictObject({
    opening: sentText,
    prompts: z.array(sentText).max(10),
    listenFor: sentText,
    closing: sentText,
  }),
  /** `edited.at` of the page that was changed; null: nobody had written a guide. */
  seenAt: z.iso.datetime().nullable(),
});
export type GuideEdit = z.infer<typeof guideEditSchema>;
