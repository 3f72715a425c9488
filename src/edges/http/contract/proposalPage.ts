import { z } from 'zod';
import { bilingualSchema, labelSchema } from '../contract.ts';
import {
  keptWords,
  longestProposalText,
  proposalFactsSchema,
  proposalStateSchema,
  proposalSummarySchema,
  proposalWordsSchema,
  similarProposalSchema,
} from './proposals.ts';

/** One proposal's page, and what is done on it. */

const words = z.string().max(longestProposalText);
const day = z.iso.date();
const key = z.string().max(40);
const named = z.object({ id: z.uuid(), name: bilingualSchema });

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
      /** Nobody has answered, and the day is over. */
      late: z.boolean(),
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
  z.strictObject({
    act: z.literal('edit'),
    words: proposalWordsSchema,
    facts: proposalFactsSchema,
    kept: keptWords,
  }),
  z.strictObject({ act: z.literal('withdraw') }),
  z.strictObject({ act: z.literal('support'), comment: z.string().max(400) }),
  z.strictObject({ act: z.literal('takeSupportBack') }),
  z.strictObject({ act: z.literal('answer'), words }),
  z.strictObject({
    act: z.literal('decide'),
    /** The state that the page showed. */
    from: proposalStateSchema,
    to: z.enum(['checking', 'considering', 'on_hold', 'adopted', 'in_progress', 'done', 'declined']),
    words,
    reviewOn: day.nullable(),
  }),
  z.strictObject({ act: z.literal('ask'), words }),
  z.strictObject({ act: z.literal('dropQuestion') }),
]);
export type ProposalAct = z.infer<typeof proposalActSchema>;
