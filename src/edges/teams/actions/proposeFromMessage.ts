import type { TaskModuleResponse } from 'botbuilder';
import { z } from 'zod';
import type { Ctx } from '../../../domain/context.ts';
import { keepMessage } from '../../../domain/proposals/index.ts';
import { storable } from '../../../platform/words/storable.ts';
import { plainText } from '../messageText.rules.ts';
import type { Press } from './openPage.ts';
import { openForm } from './openProposal.ts';

/** As much as the form takes, in UTF-16 units. */
const longestText = 4_000;

/**
 * What of the invoke we read. Who wrote the message is in it too; it is not looked at.
 * Source: Microsoft Learn, "Create and send the dialog": `composeExtension/fetchTask`.
 */
const fetchSchema = z.object({
  commandId: z.literal('propose'),
  messagePayload: z
    .object({
      body: z.object({ contentType: z.string().nullish(), content: z.string().nullish() }).nullish(),
    })
    .nullish(),
});

/**
 * 「このメッセージから提案」: opens the form with the message's words, which wait for it on the server; beside an empty
 * message, and from the box where one writes, the form is empty.
 *
 * @returns null where the command is none of ours
 */
export async function proposeFromMessage(
  ctx: Ctx,
  press: Press,
  value: unknown,
): Promise<TaskModuleResponse | null> {
  const asked = fetchSchema.safeParse(value);
  if (!asked.success) return null;
  const { content, contentType } = asked.data.messagePayload?.body ?? {};
  const text = contentType === 'text' ? (content ?? '') : plainText(content ?? '');
  const words = storable(text.trim().slice(0, longestText));
  return openForm(ctx, press, words === '' ? {} : { draft: await keepMessage(ctx, words) });
}
