import type { TaskModuleResponse } from 'botbuilder';
import type { Ctx } from '../../../domain/context.ts';
import { createSessionLink, type PersonRow } from '../../../domain/people/index.ts';
import { type Locale, translator } from '../../../platform/i18n/i18n.ts';

/** Where a button was pressed: by whom, in which language, and in which department's channel if in one. */
export interface Press {
  person: PersonRow;
  locale: Locale;
  publicUrl: string;
  departmentId: string | null;
}

/**
 * Opens a page as a dialog, signed in by a link of single use that only this press knows.
 *
 * @param ctx acting for who pressed
 * @param title key of the dialog's title in the catalogs
 */
export async function openPage(
  ctx: Ctx,
  { person, locale, publicUrl }: Press,
  { path, query, title }: { path: string; query: Record<string, string>; title: string },
): Promise<TaskModuleResponse> {
  const link = await createSessionLink(ctx, person.id);
  const words = new URLSearchParams({ in: 'teams', locale, ...query });
  // In the fragment, which browsers do not send: no proxy's log ever has the link.
  const url = `${publicUrl}${path}?${words}#link=${link}`;
  return {
    task: {
      type: 'continue',
      value: { title: translator(locale)(title), url, fallbackUrl: url, width: 'large', height: 'large' },
    },
  };
}
