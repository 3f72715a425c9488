import { inTransaction } from '../../../platform/db/client.ts';
import { newId } from '../../../platform/ids.ts';
import type { Ctx } from '../../context.ts';
import { addDays, dayOf } from '../../people/index.ts';
import { groupManyBySimilarity } from '../../similarity/index.ts';
import { isWorthGrouping } from './grouping.rules.ts';
import { type NewTopic, replaceTopics, textsOfMonth, ungroupedMonths } from './topics.store.ts';

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

/**
 * Groups a month's insights of the whole company by what they are about, those about voices of the same kind
 * together: what was said of a praise and of a complaint is not the same, however alike the words.
 */
export async function groupMonth(ctx: Ctx, month: string): Promise<void> {
  const topics: NewTopic[] = [];
  for (const [kind, texts] of Map.groupBy(await textsOfMonth(ctx.db, month), (one) => one.kind)) {
    // Long work, in pieces between which others have their turn, and before the transaction.
    const groups = await groupManyBySimilarity(texts, { remainder: 'together' });
    for (const { ids, title } of groups)
      topics.push({ id: newId(), title: title ?? '', kind, insightIds: ids });
  }
  const groupedAt = ctx.clock.now();
  await inTransaction(ctx, (tx) => replaceTopics(tx.db, month, topics.sort(largestFirst), groupedAt));
}

/** What is like nothing else comes last. */
function largestFirst(a: NewTopic, b: NewTopic): number {
  return Number(a.title === '') - Number(b.title === '') || b.insightIds.length - a.insightIds.length;
}
