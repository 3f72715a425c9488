import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { asPerson, type Ctx } from '../domain/context.ts';
import { promptsSchema } from '../domain/listening/index.ts';
import {
  addMonths,
  allDepartments,
  importDirectory,
  type Month,
  monthOf,
  type PersonRow,
  peopleWithRole,
} from '../domain/people/index.ts';
import { approveVoice, findVoiceByReference, importVoice } from '../domain/voices/index.ts';
import { readCsvDirectory } from '../edges/directory/csv.ts';
import { readVoiceFolder } from '../edges/files/voiceFolder.ts';

export const sampleFolder = join(import.meta.dirname, '../../prisma/sample');

const insightSchema = z.object({
  /** Number of who wrote it. */
  by: z.string(),
  /** Reference of the voice that it is about. */
  voice: z.string(),
  atSeconds: z.number().nullable(),
  why: z.string(),
  felt: z.string(),
  change: z.string(),
  feelings: z.array(z.string()),
  anonymous: z.boolean(),
});

const actionSchema = z.object({
  text: z.string(),
  owner: z.string(),
  /** Days after the discussion. */
  dueInDays: z.int(),
  doneInDays: z.int().optional(),
});

const discussionSchema = z.object({
  department: z.string(),
  mode: z.enum(['short', 'full', 'skipped']),
  /** Number of who led; `head` = the department's head. */
  leader: z.string(),
  /** Business days after the opening. */
  daysAfterOpening: z.int().min(0),
  participants: z.int().min(1).optional(),
  understood: z.string().default(''),
  reason: z.string().default(''),
  insights: z.array(insightSchema).default([]),
  /** How its insights stand together: by whose they are. Without, as the product suggests. */
  groups: z.array(z.object({ title: z.string(), by: z.array(z.string()).min(1) })).default([]),
  /** `group`: its place in `groups`. */
  votes: z.array(z.object({ by: z.string(), group: z.int().min(0), votes: z.int().min(1) })).default([]),
  actions: z.array(actionSchema).default([]),
  /** Which action was suggested for a proposal. */
  suggest: z.object({ action: z.int().min(0) }).optional(),
});
export type SampleDiscussion = z.infer<typeof discussionSchema>;

const historySchema = z.object({
  editions: z.array(
    z.object({
      monthsAgo: z.int().min(1),
      voices: z.array(z.string()).min(1),
      prompts: promptsSchema.optional(),
      /** Department code → share of its people who heard everything. */
      heardShare: z.record(z.string(), z.number()),
      discussions: z.array(discussionSchema).default([]),
    }),
  ),
  current: z.object({ voices: z.array(z.string()).min(1) }),
});
export type SampleHistory = z.infer<typeof historySchema>;

/** What the sample company decided about the product: who reads for its offices. */
export function readSampleSettings(): Record<string, unknown> {
  const file = join(sampleFolder, 'company', 'settings.json');
  return z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** What happened in the sample company before today. */
export function readSampleHistory(): SampleHistory {
  const file = join(sampleFolder, 'company', 'history.json');
  return historySchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Whether the database has a company already, sample or not. */
export async function hasCompany(ctx: Ctx): Promise<boolean> {
  return (await allDepartments(ctx.db)).length > 0;
}

/**
 * Loads departments, people and voices of the sample company, through the same doors as a real one's.
 *
 * @param history which voice belongs to which month: it was received the month before
 */
export async function loadSampleCompany(ctx: Ctx, history: SampleHistory): Promise<void> {
  await importDirectory(ctx, readCsvDirectory(join(sampleFolder, 'company')));
  const { curator, approver } = await sampleOperators(ctx);
  const thisMonth = monthOf(ctx.clock.now(), ctx.settings);
  const voicesFolder = join(sampleFolder, 'voices');
  for (const name of readdirSync(voicesFolder).sort()) {
    const folder = join(voicesFolder, name);
    if (!existsSync(join(folder, 'voice.json'))) continue;
    const files = readVoiceFolder(folder);
    const metadata = z.looseObject({ reference: z.string() }).parse(files.metadata);
    // A start that was cut off goes on where it was.
    const known = await findVoiceByReference(ctx.db, metadata.reference);
    const receivedMonth = receivedBefore(metadata.reference, thisMonth, history);
    const id =
      known?.id ?? (await importVoice(curator, { ...files, metadata: { ...metadata, receivedMonth } }));
    if (known?.state !== 'approved') await approveVoice(approver, id);
  }
}

function receivedBefore(reference: string, thisMonth: Month, history: SampleHistory): Month {
  const past = history.editions.find((edition) => edition.voices.includes(reference));
  return addMonths(thisMonth, -1 - (past?.monthsAgo ?? 0));
}

/** The sample's first curator and first approver, as actors. */
export async function sampleOperators(ctx: Ctx): Promise<{ curator: Ctx; approver: Ctx }> {
  const [curator] = await peopleWithRole(ctx.db, 'curator');
  const approver = (await peopleWithRole(ctx.db, 'approver')).find((person) => person.id !== curator?.id);
  if (!curator || !approver) throw new Error('the sample company lacks a curator or an approver');
  return { curator: asPerson(ctx, curator.id), approver: asPerson(ctx, approver.id) };
}

/** The sample's first triager. */
export async function sampleTriager(ctx: Ctx): Promise<PersonRow> {
  const [triager] = await peopleWithRole(ctx.db, 'triager');
  if (!triager) throw new Error('the sample company lacks a triager');
  return triager;
}
