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
const kept = z.array(z.string().max(400)).max(200);

/** POST /api/proposals: sends one. Sending twice is sending once: the id is the page's own (UUID version 4). */
export const proposalToSendSchema = proposalPlaceSchema.extend({
  proposalId: z.uuidv4(),
  words: proposalWordsSchema,
  facts: proposalFactsSchema,
  anonymous: z.boolean(),
  kept,
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

/** GET /api/proposals/own: what one sent (also anonymously), proposes with others, and supports. */
export const ownProposalsSchema = z.object({
  sent: z.array(proposalSummarySchema.extend({ anonymous: z.boolean(), question: z.boolean() })),
  together: z.array(proposalSummarySchema),
  supported: z.array(proposalSummarySchema),
});
export type OwnProposals = z.infer<typeof ownProposalsSchema>;

export const proposalStepSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  kind: z.enum([
    'received',
    'edited',
    'moved',
    'asked',
    'answered',
    'requested',
    'request_answered',
    'merged',
    'unmerged',
    'assigned',
    'delayed',
    'noted',
    'published',
    'referred',
  ]),
  to: proposalStateSchema.nullable(),
  words: z.string(),
  /** For the quality department alone; null: the proposer, or the product itself. */
  actor: bilingualSchema.nullable(),
  /** Whether the proposer sees it. */
  told: z.boolean(),
});
export type ProposalStep = z.infer<typeof proposalStepSchema>;

/** What only the quality department sees and does. */
export const proposalWorkSchema = z.object({
  version: z.int(),
  priority: z.enum(['high', 'normal', 'low']),
  assignee: named.nullable(),
  dueOn: day.nullable(),
  cause: z.string(),
  countermeasure: z.string(),
  measured: z.string(),
  /** States that it may be moved into now. */
  moves: z.array(proposalStateSchema),
  triagers: z.array(named),
  supporters: z.array(z.object({ name: bilingualSchema, comment: z.string() })),
  requests: z.array(
    z.object({
      id: z.uuid(),
      department: named,
      words: z.string(),
      dueOn: day,
      answer: z.string().nullable(),
      answeredBy: bilingualSchema.nullable(),
    }),
  ),
  merged: z.array(proposalSummarySchema),
  similar: z.array(similarProposalSchema),
  /** Keys, for what the quality department sorts it by. */
  lineOfBusiness: key.nullable(),
  process: key.nullable(),
  linesOfBusiness: z.array(labelSchema),
  processes: z.array(labelSchema),
  offices: z.array(labelSchema),
  /** The term that a 検討依頼 gets by itself. */
  requestDueOn: day,
  example: z
    .object({
      title: z.string(),
      before: z.string(),
      after: z.string(),
      writer: bilingualSchema.nullable(),
      /** 社内公開, 社外公表; null: not approved. */
      internalOn: day.nullable(),
      publicOn: day.nullable(),
      thanked: z.array(bilingualSchema),
    })
    .nullable(),
  /** What the person who looks may do now. */
  may: z.object({
    work: z.boolean(),
    ask: z.boolean(),
    dropQuestion: z.boolean(),
    delay: z.boolean(),
    request: z.boolean(),
    merge: z.boolean(),
    unmerge: z.boolean(),
    refer: z.boolean(),
    writeExample: z.boolean(),
    approveInternal: z.boolean(),
    approvePublic: z.boolean(),
  }),
});
export type ProposalWork = z.infer<typeof proposalWorkSchema>;

/** GET /api/proposals/:id: a proposal as the person who asks may see it. */
export const proposalPageSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  words: proposalWordsSchema.extend({ title: z.string() }),
  facts: z.object({
    lineOfBusiness: labelSchema.nullable(),
    process: labelSchema.nullable(),
    ownerDepartment: named.nullable(),
    origin: z.enum(['own', 'agency', 'colleague']),
    originName: z.string(),
    coProposers: z.array(named),
  }),
  /** Null: anonymous. */
  proposer: z.object({ name: bilingualSchema, department: bilingualSchema }).nullable(),
  voice: z
    .object({ id: z.uuid(), quote: z.string(), atMs: z.int().nullable(), withdrawn: z.boolean() })
    .nullable(),
  attachments: z.array(
    z.object({ id: z.uuid(), name: z.string(), type: z.string(), bytes: z.int(), url: z.string() }),
  ),
  state: proposalStateSchema,
  receivedOn: day,
  answerDueOn: day,
  overdue: z.enum(['answer', 'stage']).nullable(),
  delayReason: z.string(),
  reviewOn: day.nullable(),
  mergedInto: z.object({ id: z.uuid(), number: z.string(), title: z.string() }).nullable(),
  supporters: z.int(),
  steps: z.array(proposalStepSchema),
  /** What one may do. */
  me: z.object({
    isProposer: z.boolean(),
    supports: z.boolean(),
    mayEdit: z.boolean(),
    mayWithdraw: z.boolean(),
    /** The open question, where it is for one to answer. */
    question: z.string().nullable(),
    /** 検討依頼 that one's department has to answer. */
    request: z.object({ id: z.uuid(), words: z.string(), dueOn: day }).nullable(),
    /** Whether one likes to be thanked by name in the improvement example; null: there is none, or it is not offered. */
    thanks: z.object({ named: z.boolean() }).nullable(),
  }),
  /** Null for everybody outside the quality department. */
  work: proposalWorkSchema.nullable(),
});
export type ProposalPage = z.infer<typeof proposalPageSchema>;

/** POST /api/proposals/:id: one act; answers with the page as it is afterwards. Every act may come twice. */
export const proposalActSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('edit'), words: proposalWordsSchema, facts: proposalFactsSchema, kept }),
  z.strictObject({ act: z.literal('withdraw') }),
  z.strictObject({ act: z.literal('support'), comment: z.string().max(400) }),
  z.strictObject({ act: z.literal('takeSupportBack') }),
  z.strictObject({ act: z.literal('answer'), words }),
  z.strictObject({
    act: z.literal('decide'),
    to: z.enum(['checking', 'considering', 'on_hold', 'adopted', 'in_progress', 'done', 'declined']),
    words,
    reviewOn: day.nullable(),
  }),
  z.strictObject({ act: z.literal('ask'), words }),
  z.strictObject({ act: z.literal('dropQuestion') }),
]);
export type ProposalAct = z.infer<typeof proposalActSchema>;
