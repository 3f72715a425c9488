import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Ctx } from '../context.ts';
import type { Proposal } from './proposals.store.ts';
import {
  findSealedProposers,
  findSealedThreads,
  insertSealed,
  insertSealedThread,
  proposalsWithTag,
} from './sealed.store.ts';

/** Who sent a proposal, and the subject under which the bot writes to them about it. */
export interface Proposer {
  personId: string;
  /** The proposal's own id; for an anonymous one a random id that nothing else joins with it. */
  threadId: string;
}

const sealedSchema = z.strictObject({ personId: z.uuid(), threadId: z.uuid() });

/**
 * Seals who sent an anonymous proposal (decision 0020): from now on the bot can write to them, and nobody can look
 * them up without the key that lies beside the database.
 */
export async function sealProposer(tx: Ctx, proposalId: string, personId: string): Promise<void> {
  // Random, not by time: ids of one moment would find each other.
  const threadId = randomUUID();
  await insertSealed(
    tx.db,
    {
      proposalId,
      sealed: tx.seal.close(JSON.stringify({ personId, threadId })),
      tag: tx.seal.tag(personId),
    },
    { threadId, sealed: tx.seal.close(proposalId) },
  );
}

/** Who sent each of these, by the proposal's id. Never leaves the room: only the bot writes to them. */
export async function proposersOf(ctx: Ctx, proposals: readonly Proposal[]): Promise<Map<string, Proposer>> {
  const found = new Map<string, Proposer>();
  for (const { id, proposerId } of proposals) {
    if (proposerId) found.set(id, { personId: proposerId, threadId: id });
  }
  const anonymous = proposals.filter((proposal) => proposal.proposerId === null).map(({ id }) => id);
  for (const { proposalId, sealed } of await findSealedProposers(ctx.db, anonymous)) {
    found.set(proposalId, sealedSchema.parse(JSON.parse(ctx.seal.open(sealed))));
  }
  return found;
}

/** Whether this person sent it, under their name or not. */
export async function isProposer(ctx: Ctx, proposal: Proposal, personId: string): Promise<boolean> {
  if (proposal.proposerId !== null) return proposal.proposerId === personId;
  const [row] = await findSealedProposers(ctx.db, [proposal.id]);
  return row?.tag === ctx.seal.tag(personId);
}

/** Ids of what a person sent anonymously. */
export async function anonymousProposalsOf(ctx: Ctx, personId: string): Promise<string[]> {
  return proposalsWithTag(ctx.db, ctx.seal.tag(personId));
}

/** What happened to the proposal that somebody's own was merged into. */
export interface MergedThread {
  /** Their own. */
  proposalId: string;
  /** The step of the other one. */
  stepId: string;
}

const mergedThreadSchema = z.strictObject({ proposalId: z.uuid(), stepId: z.uuid() });

/**
 * Makes the subject of one message about the proposal that somebody's own was merged into. It is sealed like that of
 * who proposed anonymously, so that no table joins the person with either.
 */
export async function openMergedThread(tx: Ctx, thread: MergedThread): Promise<string> {
  const threadId = randomUUID();
  await insertSealedThread(tx.db, { threadId, sealed: tx.seal.close(JSON.stringify(thread)) });
  return threadId;
}

/** What messages under these subjects tell of, by the subject. */
export async function mergedThreadsOf(
  ctx: Ctx,
  subjectIds: readonly string[],
): Promise<Map<string, MergedThread>> {
  const threads = await findSealedThreads(ctx.db, subjectIds);
  return new Map(
    threads.map(({ threadId, sealed }) => [
      threadId,
      mergedThreadSchema.parse(JSON.parse(ctx.seal.open(sealed))),
    ]),
  );
}

/** Which proposals messages under these subjects are about, by the subject. */
export async function proposalIdsOfThreads(
  ctx: Ctx,
  subjectIds: readonly string[],
): Promise<Map<string, string>> {
  const threads = await findSealedThreads(ctx.db, subjectIds);
  const sealed = new Map(threads.map((row) => [row.threadId, ctx.seal.open(row.sealed)]));
  return new Map(subjectIds.map((id) => [id, sealed.get(id) ?? id]));
}
