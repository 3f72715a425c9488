import { z } from 'zod';
import { bilingualSchema, labelSchema, placeInSound } from '../contract.ts';

/** Improvement proposals, as pages and server speak of them. */

/** Longest text of one field, in UTF-16 units. */
export const longestProposalText = 4_000;
export const longestProposalTitle = 120;
const words = z.string().max(longestProposalText);
const day = z.iso.date();
const key = z.string().max(40);
const named = z.object({ id: z.uuid(), name: bilingualSchema });

export const proposalStateSchema = z.enum([
  'received',
  'checking',
  'asking',
  'considering',
  'on_hold',
  'adopted',
  'in_progress',
  'done',
  'published',
  'declined',
  'merged',
  'withdrawn',
  'referred',
]);
export type ProposalState = z.infer<typeof proposalStateSchema>;

export const proposalWordsSchema = z.strictObject({
  title: z.string().trim().min(1).max(longestProposalTitle),
  /** What happens to the customer today. */
  today: words,
  /** What should change. */
  change: words,
  /** What will be better then. */
  effect: words,
});
export type ProposalWords = z.infer<typeof proposalWordsSchema>;

export const proposalFactsSchema = z.strictObject({
  /** Keys of the settings. */
  lineOfBusiness: key.nullable(),
  process: key.nullable(),
  ownerDepartmentId: z.uuid().nullable(),
  /** For an agency, or a colleague without Teams: who, in the proposer's words. */
  origin: z.enum(['own', 'agency', 'colleague']),
  originName: z.string().trim().max(120),
  coProposerIds: z.array(z.uuid()).max(20),
});
export type ProposalFacts = z.infer<typeof proposalFactsSchema>;

export const proposalPlaceSchema = z.strictObject({
  source: z.enum(['page', 'voice', 'insight', 'group', 'action', 'message', 'chat']),
  /** The insight, group or action. */
  sourceId: z.uuid().nullable(),
  voiceId: z.uuid().nullable(),
  atMs: placeInSound.nullable(),
});
export type ProposalPlace = z.infer<typeof proposalPlaceSchema>;

/** Words that the detector found and whoever writes keeps; numbers of customers and policies go all the same. */
export const keptWords = z.array(z.string().max(400)).max(200);

/** POST /api/proposals: sends one. Sending twice is sending once: the id is the page's own (UUID version 4). */
export const proposalToSendSchema = proposalPlaceSchema.extend({
  proposalId: z.uuidv4(),
  words: proposalWordsSchema,
  facts: proposalFactsSchema,
  anonymous: z.boolean(),
  kept: keptWords,
});
export type ProposalToSend = z.infer<typeof proposalToSendSchema>;

export const receiptSchema = z.object({
  proposalId: z.uuid(),
  /** K-2026-00123 */
  number: z.string(),
  /** 回答期限 */
  answerDueOn: day,
  /** What was masked, as labels. */
  masked: z.array(bilingualSchema),
});
export type Receipt = z.infer<typeof receiptSchema>;

/** POST /api/proposals/check: what looks like personal data in a draft, before it is sent. */
export const proposalCheckRequestSchema = z.strictObject({ texts: z.array(words).min(1).max(8) });
export const foundWordsSchema = z.object({
  /** Which of the texts, from 0. */
  text: z.int(),
  start: z.int(),
  end: z.int(),
  /** 電話番号 … */
  type: bilingualSchema,
  /** What would stand there: 【電話番号】. */
  mask: z.string(),
  /** Nobody may keep it. */
  mustGo: z.boolean(),
});
export type FoundWords = z.infer<typeof foundWordsSchema>;
export const proposalCheckSchema = z.object({ found: z.array(foundWordsSchema) });
export type ProposalCheck = z.infer<typeof proposalCheckSchema>;

/** POST /api/proposals/similar: the most alike of what others sent, while somebody types. */
export const similarRequestSchema = z.strictObject({
  title: z.string().max(longestProposalTitle),
  body: z.string().max(3 * longestProposalText),
});
export const similarProposalSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  change: z.string(),
  state: proposalStateSchema,
  /** The quality department's last words of a decision. */
  answer: z.string(),
  supporters: z.int(),
  /** Probably the same improvement. */
  probable: z.boolean(),
  supported: z.boolean(),
});
export type SimilarProposal = z.infer<typeof similarProposalSchema>;
export const similarListSchema = z.object({ similar: z.array(similarProposalSchema).max(3) });
export type SimilarList = z.infer<typeof similarListSchema>;

/** GET /api/proposals/form: what the form offers. ?suggestion=ID or ?voice=ID&at=MS takes something up. */
export const proposalFormSchema = z.object({
  linesOfBusiness: z.array(labelSchema),
  processes: z.array(labelSchema),
  /** Where what is no proposal belongs. */
  offices: z.array(labelSchema),
  answerDueOn: day,
  attachments: z.int(),
  attachmentMegabytes: z.int(),
  voice: z.object({ id: z.uuid(), quote: z.string(), atMs: z.int().nullable() }).nullable(),
  /** Words of the insight, group or action that it takes up. */
  taken: z.object({ place: proposalPlaceSchema, words: z.string(), group: z.string() }).nullable(),
});
export type ProposalForm = z.infer<typeof proposalFormSchema>;

/** GET /api/proposals/drafts/:id: the message that /propose?draft=ID begins with; 404 when it ran out. */
export const messageDraftSchema = z.object({ words });
export type MessageDraft = z.infer<typeof messageDraftSchema>;

/** GET /api/people?words=…: colleagues to propose with. */
export const peopleListSchema = z.object({
  people: z.array(named.extend({ department: bilingualSchema })).max(20),
});
export type PeopleList = z.infer<typeof peopleListSchema>;

export const proposalSummarySchema = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: proposalStateSchema,
  receivedOn: day,
  stateSince: day,
  answerDueOn: day,
  overdue: z.enum(['answer', 'stage']).nullable(),
  supporters: z.int(),
});
export type ProposalSummary = z.infer<typeof proposalSummarySchema>;

/** GET /api/proposals/own: what one sent (also anonymously), proposes with others, supports, and is asked about. */
export const ownProposalsSchema = z.object({
  sent: z.array(proposalSummarySchema.extend({ anonymous: z.boolean(), question: z.boolean() })),
  together: z.array(proposalSummarySchema),
  supported: z.array(proposalSummarySchema),
  /** 検討依頼 that wait for an answer of one's department, with the day that was asked for. */
  requested: z.array(proposalSummarySchema.extend({ requestDueOn: day, requestLate: z.boolean() })),
});
export type OwnProposals = z.infer<typeof ownProposalsSchema>;
