import type { TaskModuleResponse } from 'botbuilder';
import type { Ctx } from '../../../domain/context.ts';
import type { DeskPage } from './cardAction.ts';
import { openPage, type Press } from './openPage.ts';

/** Opens a page of somebody's work; what of it they see, the page asks for. */
export function openDesk(page: DeskPage) {
  return (ctx: Ctx, press: Press): Promise<TaskModuleResponse> =>
    openPage(ctx, press, { path: `/${page}`, query: {}, title: `desk.${page}.title` });
}
