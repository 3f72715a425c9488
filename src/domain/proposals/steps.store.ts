import type { Db } from '../../platform/db/client.ts';
import type { ProposalState, ProposalStepKind } from './proposal.rules.ts';

/** 対応履歴: one thing that happened to a proposal. */
export interface ProposalStep {
  id: string;
  proposalId: string;
  at: Date;
  kind: ProposalStepKind;
  from: ProposalState | null;
  to: ProposalState | null;
  actorId: string | null;
  words: string;
  revision: number | null;
}

export async function insertStep(db: Db, step: ProposalStep): Promise<void> {
  await db.proposalStep.create({ data: step });
}

export async function stepsOf(db: Db, proposalId: string): Promise<ProposalStep[]> {
  return db.proposalStep.findMany({ where: { proposalId }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
}

/** How often something happened to a proposal. */
export async function countSteps(db: Db, proposalId: string, kind: ProposalStepKind): Promise<number> {
  return db.proposalStep.count({ where: { proposalId, kind } });
}

export async function findSteps(db: Db, stepIds: readonly string[]): Promise<ProposalStep[]> {
  return db.proposalStep.findMany({ where: { id: { in: [...stepIds] } } });
}

/** The step that a message tells of. */
export async function findStep(db: Db, proposalId: string, revision: number): Promise<ProposalStep | null> {
  return db.proposalStep.findUnique({ where: { proposalId_revision: { proposalId, revision } } });
}
