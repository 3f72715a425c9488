import { AppError, type ErrorCode } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { type Decision, decideProposal } from './decideProposal.ts';
import { requireTriager } from './proposals.policy.ts';

/** What became of one of several. */
export interface BulkResult {
  proposalId: string;
  /** Why not; null: done. */
  refused: ErrorCode | null;
}

/**
 * The same decision about several proposals that are not over, each in a transaction of its own: one that cannot be moved so does not hold
 * the others.
 *
 * @throws AppError signIn.required, forbidden
 */
export async function bulkDecide(
  ctx: Ctx,
  { proposalIds, ...decision }: Omit<Decision, 'proposalId' | 'from'> & { proposalIds: readonly string[] },
): Promise<BulkResult[]> {
  await requireTriager(ctx);
  const results: BulkResult[] = [];
  for (const proposalId of new Set(proposalIds)) {
    results.push({
      proposalId,
      refused: await refusalOf(() => decideProposal(ctx, { ...decision, proposalId, from: 'open' })),
    });
  }
  return results;
}

async function refusalOf(act: () => Promise<void>): Promise<ErrorCode | null> {
  try {
    await act();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}
