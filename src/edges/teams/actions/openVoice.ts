import type { TaskModuleResponse } from 'botbuilder';
import type { Ctx } from '../../../domain/context.ts';
import { asPerson } from '../../../domain/context.ts';
import { visibleVoice } from '../../../domain/listening/index.ts';
import { createSessionLink, type PersonRow } from '../../../domain/people/index.ts';
import type { Locale } from '../../../platform/i18n/i18n.ts';
import { translator } from '../../../platform/i18n/i18n.ts';
import type { CardAction } from './cardAction.ts';

/**
 * Opens the listening page as a dialog, signed in by a link of single use that only this press knows.
 *
 * @throws AppError voice.notFound, voice.withdrawn
 */
export async function openVoice(
  ctx: Ctx,
  person: PersonRow,
  action: CardAction,
  page: { publicUrl: string; locale: Locale },
): Promise<TaskModuleResponse> {
  const acting = asPerson(ctx, person.id);
  const { voice } = await visibleVoice(acting, action.subjectId);
  const link = await createSessionLink(acting, person.id);
  const query = new URLSearchParams({ in: 'teams', locale: page.locale });
  if (action.verb === 'voice.read') query.set('mode', 'read');
  // In the fragment, which browsers do not send: no proxy's log ever has the link.
  const url = `${page.publicUrl}/listen/${voice.id}?${query}#link=${link}`;
  return {
    task: {
      type: 'continue',
      value: {
        title: translator(page.locale)('dialog.listen'),
        url,
        fallbackUrl: url,
        width: 'large',
        height: 'large',
      },
    },
  };
}
