import { inTransaction } from '../../platform/db/client.ts';
import type { Ctx } from '../context.ts';
import { addDays, dayOf } from '../people/index.ts';
import { deleteDiscussionsBefore, deleteInsightsBefore, forgetParticipation } from './forgetting.store.ts';

const monthMs = 31 * 86_400_000;

/**
 * Every night: who took part and who voted for what is forgotten once a month can no longer be reported (the totals
 * of votes stay); insights after settings.retention.insightMonths, summaries and actions after
 * settings.retention.discussionMonths, counted from the month's end.
 */
export async function forgetOldDiscussions(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now();
  const { discussion, retention } = ctx.settings;
  const lastDueOn = addDays(dayOf(now, ctx.settings), -discussion.lateReportDays - 1);
  const monthsAgo = (months: number) => new Date(now.getTime() - months * monthMs);
  await inTransaction(ctx, (tx) => forgetParticipation(tx.db, lastDueOn));
  await inTransaction(ctx, (tx) =>
    deleteInsightsBefore(tx.db, monthsAgo(Math.min(retention.insightMonths, retention.discussionMonths))),
  );
  await inTransaction(ctx, (tx) => deleteDiscussionsBefore(tx.db, monthsAgo(retention.discussionMonths)));
}
