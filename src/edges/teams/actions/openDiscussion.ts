import type { TaskModuleResponse } from 'botbuilder';
import type { Ctx } from '../../../domain/context.ts';
import { findDiscussion, isMember } from '../../../domain/discussions/index.ts';
import { findEdition } from '../../../domain/listening/index.ts';
import { AppError } from '../../../platform/errors.ts';
import type { DialogAction } from './cardAction.ts';
import { openPage, type Press } from './openPage.ts';

/**
 * Opens the discussion's page: of the department in whose channel the button was pressed, for who has a post there;
 * else the page offers the person's own departments.
 *
 * @throws AppError discussion.notFound
 */
export async function openDiscussion(
  ctx: Ctx,
  press: Press,
  { subjectId }: DialogAction,
): Promise<TaskModuleResponse> {
  const edition = await findEdition(ctx.db, subjectId);
  if (!edition || !['open', 'closed'].includes(edition.state)) throw new AppError('discussion.notFound');
  return openAt(ctx, press, edition.id, press.departmentId);
}

/**
 * Opens the page of one discussion, from a reminder to its leader.
 *
 * @throws AppError discussion.notFound
 */
export async function openOneDiscussion(
  ctx: Ctx,
  press: Press,
  { subjectId }: DialogAction,
): Promise<TaskModuleResponse> {
  const discussion = await findDiscussion(ctx.db, subjectId);
  if (!discussion) throw new AppError('discussion.notFound');
  return openAt(ctx, press, discussion.editionId, discussion.departmentId);
}

function openAt(ctx: Ctx, press: Press, editionId: string, departmentId: string | null) {
  const isTheirs = departmentId !== null && isMember(press.person, departmentId);
  return openPage(ctx, press, {
    path: `/discuss/${editionId}`,
    query: isTheirs ? { department: departmentId } : {},
    title: 'dialog.discuss',
  });
}
