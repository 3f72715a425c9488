import type { TaskModuleResponse } from 'botbuilder';
import type { Ctx } from '../../../domain/context.ts';
import { findProposal } from '../../../domain/proposals/index.ts';
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
