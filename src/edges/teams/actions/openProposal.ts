import type { TaskModuleResponse } from 'botbuilder';
import type { Ctx } from '../../../domain/context.ts';
import { findProposal } from '../../../domain/proposals/index.ts';
import { findVoice } from '../../../domain/voices/index.ts';
import { AppError } from '../../../platform/errors.ts';
import type { DialogAction } from './cardAction.ts';
import { openPage, type Press } from './openPage.ts';

/**
 * Opens a proposal's page; what of it who sees, the page asks for.
 *
 * @throws AppError proposal.notFound
 */
export async function openProposal(
  ctx: Ctx,
  press: Press,
  { subjectId }: DialogAction,
): Promise<TaskModuleResponse> {
  if (!(await findProposal(ctx.db, subjectId))) throw new AppError('proposal.notFound');
  return openPage(ctx, press, { path: `/proposals/${subjectId}`, query: {}, title: 'dialog.proposal' });
}

/** Opens the form. What it was pressed on is only where the form begins: a voice that is gone hinders no proposal. */
export async function openProposalForm(
  ctx: Ctx,
  press: Press,
  { subjectId }: DialogAction,
): Promise<TaskModuleResponse> {
  return openForm(ctx, press, await beginningOf(ctx, subjectId));
}

/** Opens the form with what it begins with. */
export function openForm(ctx: Ctx, press: Press, query: Record<string, string>): Promise<TaskModuleResponse> {
  return openPage(ctx, press, { path: '/propose', query, title: 'dialog.propose' });
}

async function beginningOf(ctx: Ctx, subjectId: string): Promise<Record<string, string>> {
  const voice = await findVoice(ctx.db, subjectId);
  return voice?.state === 'approved' ? { voice: subjectId } : {};
}

/** Opens 改善事例. */
export function openExamples(ctx: Ctx, press: Press): Promise<TaskModuleResponse> {
  return openPage(ctx, press, { path: '/examples', query: {}, title: 'dialog.examples' });
}

/** Opens the board with what is overdue; who may see it, the page asks for. */
export function openOverdue(ctx: Ctx, press: Press): Promise<TaskModuleResponse> {
  return openPage(ctx, press, { path: '/board', query: { overdue: '1' }, title: 'dialog.board' });
}
