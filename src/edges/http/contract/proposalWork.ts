import { z } from 'zod';
import { bilingualSchema, labelSchema } from '../contract.ts';
import { proposalStateSchema } from './proposals.ts';

/** Working on proposals, as pages and server speak of it. */

const day = z.iso.date();
const month = z.string().regex(/^\d{4}-\d{2}$/);
const words = z.string().max(4_000);
const key = z.string().max(40);
const named = z.object({ id: z.uuid(), name: bilingualSchema });
export const longestExampleTitle = 120;

/** What the board, the list and files look for; all of it stands in the query of the address. */
export const proposalQuestionSchema = z.strictObject({
  /** States with commas between; left out: all. */
  states: z
    .string()
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(proposalStateSchema))
    .optional(),
  /** `me`, `nobody`, or a triager. */
  owner: z.union([z.enum(['me', 'nobody']), z.uuid()]).optional(),
  department: z.uuid().optional(),
  ownerDepartment: z.uuid().optional(),
  line: key.optional(),
  process: key.optional(),
  voice: z.uuid().optional(),
  overdue: z.literal('1').optional(),
  words: z.string().max(200).optional(),
});

export const workItemSchema = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: proposalStateSchema,
  /** Of the state. */
  days: z.int(),
  owner: bilingualSchema.nullable(),
  /** The proposer's; null: anonymous. */
  department: bilingualSchema.nullable(),
  anonymous: z.boolean(),
  priority: z.enum(['high', 'normal', 'low']),
  supporters: z.int(),
  overdue: z.enum(['answer', 'stage', 'request']).nullable(),
  receivedOn: day,
  /** 回答期限 */
  answerDueOn: day,
});
export type WorkItem = z.infer<typeof workItemSchema>;

/** GET /api/board?…: a column for each state that is not the end, with the first cards. */
export const proposalBoardSchema = z.object({
  columns: z.array(z.object({ state: proposalStateSchema, count: z.int(), items: z.array(workItemSchema) })),
  ended: z.array(z.object({ state: proposalStateSchema, count: z.int() })),
});
export type ProposalBoard = z.infer<typeof proposalBoardSchema>;

export const proposalSortSchema = z.enum(['received', 'due', 'changed', 'waiting']);
export type ProposalSort = z.infer<typeof proposalSortSchema>;

/** GET /api/board/list?…&sort&skip: the same as a list. */
export const listQuerySchema = proposalQuestionSchema.extend({
  sort: proposalSortSchema.optional(),
  skip: z.coerce.number().int().min(0).max(1_000_000).optional(),
});
export const proposalsAtOnce = 50;
export const workListSchema = z.object({ items: z.array(workItemSchema), total: z.int() });
export type WorkList = z.infer<typeof workListSchema>;

/** GET /api/board/choices: what one can filter by. */
export const boardChoicesSchema = z.object({
  triagers: z.array(named),
  linesOfBusiness: z.array(labelSchema),
  processes: z.array(labelSchema),
  /** Departments that own what was proposed, and those that proposals came from. */
  ownerDepartments: z.array(named),
  departments: z.array(named),
  /** Whether the person moves proposals, or reads alone. */
  works: z.boolean(),
});
export type BoardChoices = z.infer<typeof boardChoicesSchema>;

/** GET /api/board/file?…&format: the list as a file. */
export const proposalFileQuerySchema = proposalQuestionSchema.extend({
  sort: proposalSortSchema.optional(),
  format: z.enum(['csv', 'xlsx']),
});

/** POST /api/board: the same decision about several. */
export const bulkDecisionSchema = z.strictObject({
  proposalIds: z.array(z.uuid()).min(1).max(100),
  to: z.enum(['checking', 'considering', 'on_hold', 'adopted', 'in_progress', 'done', 'declined']),
  words,
  reviewOn: day.nullable(),
});
export type BulkDecision = z.infer<typeof bulkDecisionSchema>;
export const bulkResultSchema = z.object({
  results: z.array(
    z.object({
      id: z.uuid(),
      /** Why not, in the page's language; null: done. */
      refused: z.string().nullable(),
    }),
  ),
});
export type BulkResult = z.infer<typeof bulkResultSchema>;

/** GET /api/board/ledger?months&split: opening + received + reopened − closed = closing. */
export const ledgerSplitSchema = z.enum(['none', 'department', 'owner', 'line', 'process']);
export type LedgerSplit = z.infer<typeof ledgerSplitSchema>;
export const ledgerQuerySchema = z.strictObject({
  months: z.coerce.number().int().min(1).max(36).optional(),
  split: ledgerSplitSchema.optional(),
});
const ledgerLineSchema = z.object({
  opening: z.int(),
  received: z.int(),
  reopened: z.int(),
  closed: z.int(),
  closing: z.int(),
});
export type LedgerLine = z.infer<typeof ledgerLineSchema>;
export const proposalLedgerSchema = z.object({
  /** Newest first. */
  months: z.array(
    z.object({
      month,
      total: ledgerLineSchema,
      lines: z.array(
        z.object({
          /** Null: none is known. */
          name: bilingualSchema.nullable(),
          line: ledgerLineSchema,
        }),
      ),
    }),
  ),
});
export type ProposalLedger = z.infer<typeof proposalLedgerSchema>;

/** GET /api/board/find?number=K-2026-123: one proposal by its receipt number, to merge into. */
export const foundProposalSchema = z.object({
  found: z
    .object({ id: z.uuid(), number: z.string(), title: z.string(), state: proposalStateSchema })
    .nullable(),
});
export type FoundProposal = z.infer<typeof foundProposalSchema>;

/** POST /api/proposals/:id/work: one act; answers with the page as it is afterwards, after `refer` with {}. */
export const proposalWorkActSchema = z.discriminatedUnion('act', [
  z.strictObject({
    act: z.literal('workOut'),
    version: z.int(),
    priority: z.enum(['high', 'normal', 'low']),
    cause: words,
    countermeasure: words,
    measured: words,
    lineOfBusiness: key.nullable(),
    process: key.nullable(),
    ownerDepartmentId: z.uuid().nullable(),
  }),
  z.strictObject({ act: z.literal('assign'), assigneeId: z.uuid().nullable() }),
  z.strictObject({ act: z.literal('delay'), words, answerDueOn: day }),
  z.strictObject({ act: z.literal('note'), words }),
  z.strictObject({
    act: z.literal('request'),
    requestId: z.uuid(),
    departmentId: z.uuid(),
    words,
    dueOn: day.nullable(),
  }),
  /** By those who lead the department that was asked. */
  z.strictObject({ act: z.literal('answerRequest'), requestId: z.uuid(), words }),
  z.strictObject({ act: z.literal('merge'), intoId: z.uuid() }),
  z.strictObject({ act: z.literal('unmerge') }),
  z.strictObject({ act: z.literal('refer'), office: key }),
  z.strictObject({
    act: z.literal('writeExample'),
    title: z.string().max(longestExampleTitle),
    before: words,
    after: words,
  }),
  z.strictObject({ act: z.literal('approveExample'), reach: z.enum(['internal', 'public']) }),
  /** By those who sent, share or support it. */
  z.strictObject({ act: z.literal('joinThanks'), named: z.boolean() }),
]);
export type ProposalWorkAct = z.infer<typeof proposalWorkActSchema>;

/** GET /api/examples?skip: 改善事例, for everybody. */
export const exampleListSchema = z.object({
  examples: z.array(
    z.object({
      id: z.uuid(),
      number: z.string(),
      title: z.string(),
      before: z.string(),
      after: z.string(),
      publishedOn: day,
      public: z.boolean(),
      /** The voice that it began with; its quote, while it may be shown. */
      voice: z.object({ id: z.uuid(), quote: z.string() }).nullable(),
      thanked: z.array(bilingualSchema),
    }),
  ),
  total: z.int(),
  /** How many the file of examples for the public holds; 0 for who may not save it. */
  inFile: z.int(),
});
export type ExampleList = z.infer<typeof exampleListSchema>;

/** GET /api/examples/file?format: examples that were approved for the public (社外公表). */
export const exampleFileQuerySchema = z.strictObject({ format: z.enum(['csv', 'xlsx']) });

const referredEntrySchema = z.object({
  id: z.uuid(),
  office: labelSchema,
  referredOn: day,
  takenOn: day.nullable(),
  takenBy: bilingualSchema.nullable(),
});
export type ReferredEntry = z.infer<typeof referredEntrySchema>;

/** GET /api/referrals/proposals: proposals that were handed over to the offices of the person; not a word of them. */
export const referredListSchema = z.object({ referrals: z.array(referredEntrySchema) });
export type ReferredList = z.infer<typeof referredListSchema>;

/** GET /api/referrals/proposals/:id: reads one; every reading is logged. POST: `referralActSchema`, answers the list. */
export const referredPageSchema = referredEntrySchema.extend({
  number: z.string(),
  title: z.string(),
  today: z.string(),
  change: z.string(),
  effect: z.string(),
  /** Null: anonymous. */
  proposer: bilingualSchema.nullable(),
  department: bilingualSchema.nullable(),
  /** Every one that is opened is logged. */
  attachments: z.array(
    z.object({ id: z.uuid(), name: z.string(), type: z.string(), bytes: z.int(), url: z.string() }),
  ),
  offices: z.array(labelSchema),
});
export type ReferredPage = z.infer<typeof referredPageSchema>;
