import type { Ctx } from '../context.ts';
import { audit, findDepartments, findNames } from '../people/index.ts';
import type { Bilingual } from '../ports.ts';
import { type ProposalSort, searchProposals } from './board.store.ts';
import { overdueOf } from './proposal.rules.ts';
import { type ProposalQuestion, searchFor } from './proposalBoard.ts';
import type { Proposal } from './proposals.store.ts';
import { requestsLateOf } from './requests.store.ts';
import { countSupports } from './supports.store.ts';

/** A proposal as it goes into a file. */
export interface ExportedProposal {
  proposal: Proposal;
  /** Null: anonymous; no file says more. */
  proposer: Bilingual | null;
  department: Bilingual | null;
  ownerDepartment: Bilingual | null;
  assignee: Bilingual | null;
  supporters: number;
  overdue: 'answer' | 'stage' | 'request' | null;
}

/** A spreadsheet with more rows helps nobody; the newest count. */
export const mostExported = 20_000;

/**
 * What the list shows, all of it, for a file. Every file is a line in the 操作ログ.
 *
 * @throws AppError signIn.required, forbidden
 */
export async function exportProposals(
  ctx: Ctx,
  question: ProposalQuestion,
  { sort, format }: { sort: ProposalSort; format: string },
): Promise<ExportedProposal[]> {
  const { search, today } = await searchFor(ctx, question);
  const proposals = await searchProposals(ctx.db, search, { today, sort, skip: 0, take: mostExported });
  await audit(ctx, 'proposals.exportProposals', ctx.actor.kind === 'person' ? ctx.actor.personId : '', {
    format,
    rows: proposals.length,
  });
  const [names, departments, supporters, late] = await Promise.all([
    findNames(ctx.db, distinct(proposals.flatMap(({ proposerId, assigneeId }) => [proposerId, assigneeId]))),
    findDepartments(
      ctx.db,
      distinct(proposals.flatMap(({ departmentId, ownerDepartmentId }) => [departmentId, ownerDepartmentId])),
    ),
    countSupports(
      ctx.db,
      proposals.map(({ id }) => id),
    ),
    requestsLateOf(
      ctx.db,
      proposals.map(({ id }) => id),
      today,
    ),
  ]);
  const departmentOf = new Map(departments.map((one) => [one.id, one]));
  const word = (one: { name: string; nameEn: string } | undefined) =>
    one ? { ja: one.name, en: one.nameEn } : null;
  return proposals.map((proposal) => ({
    proposal,
    proposer: word(names.get(proposal.proposerId ?? '')),
    department: word(departmentOf.get(proposal.departmentId ?? '')),
    ownerDepartment: word(departmentOf.get(proposal.ownerDepartmentId ?? '')),
    assignee: word(names.get(proposal.assigneeId ?? '')),
    supporters: supporters.get(proposal.id) ?? 0,
    overdue: overdueOf(proposal, today) ?? (late.has(proposal.id) ? 'request' : null),
  }));
}

function distinct(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids.flatMap((id) => id ?? []))];
}
