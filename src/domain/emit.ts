import { newId } from '../platform/ids.ts';
import type { Ctx } from './context.ts';
import type { EventData, EventName } from './events.ts';

/**
 * Stores an event, as the jobs that follow from it (reactions.ts), in the transaction of `ctx`: either what
 * was decided and everything that follows from it is kept, or neither.
 */
export async function emit<N extends EventName>(ctx: Ctx, name: N, data: EventData<N>): Promise<void> {
  await ctx.queue.publish(ctx.db, { id: newId(), name, data });
}
