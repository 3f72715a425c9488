import { idFrom } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import { membersOf } from '../people/index.ts';
import { mayShowAnonymous } from './discussion.rules.ts';
import { type Discussion, type DiscussionChange, insertCheckIns } from './discussions.store.ts';
import { insightsOf, settle } from './insights.store.ts';

/**
 * Ends the time of writing alone, in the caller's transaction, with the discussion locked: named insights are
 * shown; anonymous ones are shown too or stay with the quality department; who wrote anonymous ones and when
 * anything was written is forgotten. The order is shuffled: by a hash of ids that have nothing to do with time.
 *
 * @returns what changes of the discussion
 */
export async function settleInsights(tx: Ctx, discussion: Discussion): Promise<DiscussionChange> {
  const insights = await insightsOf(tx.db, discussion.id);
  const coming = insights.filter((one) => one.state === 'coming');
  if (coming.length === 0) return {};
  const authors = (anonymous: boolean) =>
    new Set(coming.flatMap((one) => (one.anonymous === anonymous && one.authorId ? [one.authorId] : [])));
  const members = await membersOf(tx.db, discussion.departmentId);
  const named = authors(false);
  const isShown = mayShowAnonymous(
    {
      writers: authors(true).size,
      silent: members.filter((one) => one.status === 'active' && !named.has(one.id)).length,
    },
    tx.settings,
  );
  // Whoever wrote took part; among those who checked in nobody can tell who wrote.
  await insertCheckIns(tx.db, discussion.id, [...named, ...authors(true)]);
  const shuffled = coming
    .map((one) => ({ one, key: idFrom('shuffle', discussion.id, one.id) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  await settle(
    tx.db,
    shuffled.map(({ one }, position) => ({
      id: one.id,
      state: one.anonymous && !isShown ? 'withheld' : 'shown',
      position,
      authorId: one.anonymous ? null : one.authorId,
    })),
  );
  return {
    insightCount: insights.length,
    anonymousWithheld: !isShown && coming.some((one) => one.anonymous),
  };
}
