import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { audit, findDepartment } from '../people/index.ts';
import { maskWritten } from '../privacy/index.ts';
import { changeProposal } from './changeProposal.ts';
import { requireTriager } from './proposals.policy.ts';
import type { Proposal } from './proposals.store.ts';

/** What the quality department finds out about a proposal. */
export interface WorkedOut {
  priority: 'high' | 'normal' | 'low';
  /** 原因分析 */
  cause: string;
  /** 再発防止策 */
  countermeasure: string;
  /** What was measured afterwards. */
  measured: string;
  lineOfBusiness: string | null;
  process: string | null;
  /** 主管部署 */
  ownerDepartmentId: string | null;
}

/**
 * Keeps what the quality department worked out. Nobody is told: these are its own notes.
 *
 * @param input.version which words somebody had before them while they wrote
 * @throws AppError signIn.required, forbidden, proposal.notFound, proposal.unknownKey, proposal.changedMeanwhile
 */
export async function workOnProposal(
  ctx: Ctx,
  input: { proposalId: string; version: number } & WorkedOut,
): Promise<void> {
  const { proposalId, version, ...found } = input;
  const { texts } = await maskWritten(ctx.detector, [
    found.cause.trim(),
    found.countermeasure.trim(),
    found.measured.trim(),
  ]);
  const [cause = '', countermeasure = '', measured = ''] = texts;
  const change: WorkedOut = { ...found, cause, countermeasure, measured };
  await changeProposal(ctx, proposalId, async (tx, proposal) => {
    const triager = await requireTriager(tx);
    if (isSame(proposal, change)) return null;
    if (proposal.version !== version) throw new AppError('proposal.changedMeanwhile');
    await requireKnown(tx, change);
    await audit(tx, 'proposals.workOnProposal', proposalId);
    return { kind: 'edited', change, told: false, actorId: triager.id };
  });
}

function isSame(proposal: Proposal, change: WorkedOut): boolean {
  return (Object.keys(change) as (keyof WorkedOut)[]).every((key) => proposal[key] === change[key]);
}

async function requireKnown(tx: Ctx, change: WorkedOut): Promise<void> {
  const { lineOfBusiness, process, ownerDepartmentId } = change;
  const isKnown =
    (lineOfBusiness === null || Object.hasOwn(tx.settings.linesOfBusiness, lineOfBusiness)) &&
    (process === null || Object.hasOwn(tx.settings.processes, process)) &&
    (ownerDepartmentId === null || (await findDepartment(tx.db, ownerDepartmentId)) !== null);
  if (!isKnown) throw new AppError('proposal.unknownKey');
}
