import type { TaskModuleResponse } from 'botbuilder';
import type { Ctx } from '../../../domain/context.ts';
import { visibleVoice } from '../../../domain/listening/index.ts';
import type { DialogAction } from './cardAction.ts';
import { openPage, type Press } from './openPage.ts';

/**
 * Opens the listening page.
 *
 * @throws AppError voice.notFound, voice.withdrawn
 */
export async function openVoice(ctx: Ctx, press: Press, action: DialogAction): Promise<TaskModuleResponse> {
  const { voice } = await visibleVoice(ctx, action.subjectId);
  return openPage(ctx, press, {
    path: `/listen/${voice.id}`,
    query: action.verb === 'voice.read' ? { mode: 'read' } : {},
    title: 'dialog.listen',
  });
}
