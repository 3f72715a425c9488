import { z } from 'zod';
import { proposalStateSchema } from './proposals.ts';

/** What surrounds sending a proposal: where it comes from, and what is attached to it. */

/** GET /api/proposals/form?…: all optional, and anything that is none is passed over. */
export const proposalFormQuerySchema = z.object({
  voice: z.uuid().optional().catch(undefined),
  at: z.coerce.number().int().min(0).max(86_400_000).optional().catch(undefined),
  suggestion: z.uuid().optional(),
});

/** GET /api/discussions/:id/proposals: what was suggested, and the proposal that took it up. */
export const takenUpListSchema = z.object({
  suggestions: z.array(
    z.object({
      id: z.uuid(),
      /** The insight, group or action. */
      sourceId: z.uuid(),
      proposal: z.object({ id: z.uuid(), number: z.string(), state: proposalStateSchema }).nullable(),
    }),
  ),
});
export type TakenUpList = z.infer<typeof takenUpListSchema>;

/**
 * PUT /api/proposals/:id/attachments/:attachmentId, the file itself as the body, its name (percent-encoded) in this
 * header; DELETE takes it away. Both answer with the page. GET answers with the file.
 */
export const attachmentNameHeader = 'x-file-name';
