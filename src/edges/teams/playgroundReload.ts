import type { Activity } from 'botbuilder';
import type { Ctx } from '../../domain/context.ts';
import { repostDiscussionsToPlayground } from '../../domain/discussions/index.ts';
import { repostCardsToPlayground } from '../../domain/listening/index.ts';
import { sharedConversationOf } from './identity.ts';

/**
 * Local mode only: the Playground's page forgets all its history when it is loaded again. Each time it is
 * loaded it says "installed" for the personal chat. The first time the cards are there already; after that
 * they are posted anew, everywhere.
 */
export function watchPlaygroundReloads(ctx: Ctx): (activity: Partial<Activity>) => Promise<void> {
  let loads = 0;
  return async (activity) => {
    if (sharedConversationOf(activity)) return;
    loads += 1;
    if (loads === 1) return;
    await repostCardsToPlayground(ctx);
    await repostDiscussionsToPlayground(ctx);
  };
}
