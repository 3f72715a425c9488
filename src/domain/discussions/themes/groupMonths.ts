import { inTransaction } from '../../../platform/db/client.ts';
import { newId } from '../../../platform/ids.ts';
import type { Ctx } from '../../context.ts';
import { addDays, dayOf } from '../../people/index.ts';
import { groupManyBySimilarity } from '../../similarity/index.ts';
import { isWorthGrouping } from './grouping.rules.ts';
import { replaceTopics, textsOfMonth, ungroupedMonths } from './topics.store.ts';

/** Beside the days in which a discussion may still be reported: what a server that was down makes up for. */
const spareDays = 14;

/** Now and then: groups months anew in which enough insights came in since. */
export async function groupMonths(ctx: Ctx): Promise<void> {
  const today = dayOf(ctx.clock.now(), ctx.settings);
  const since = addDays(today, -(ctx.settings.discussion.lateReportDays + spareDays));
  for (const { month, ...grouping } of await ungroupedMonths(ctx.db, since)) {
    if (isWorthGrouping(grouping, ctx.clock.now())) await groupMonth(ctx, month);
  }
}

/** Groups a month's insights of the whole company by what they are about. */
export async function groupMonth(ctx: Ctx, month: string): Promise<void> {
  const texts = await textsOfMonth(ctx.db, month);
  // Long work, in pieces between which others have their turn, and before the transaction.
  const groups = await groupManyBySimilarity(texts, { remainder: 'together' });
  const groupedAt = ctx.clock.now();
  await inTransaction(ctx, (tx) =>
    replaceTopics(
      tx.db,
      month,
      groups.map(({ ids, title }) => ({ id: newId(), title: title ?? '', insightIds: ids })),
      groupedAt,
    ),
  );
}
