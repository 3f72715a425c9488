import { type Db, Prisma } from '../../platform/db/client.ts';
import type { Day } from '../people/index.ts';

/** Forgets check-ins and votes of months that ended and were due on this day or before; keeps the votes' totals. */
export async function forgetParticipation(db: Db, lastDueOn: Day): Promise<void> {
  const ended = Prisma.sql`SELECT d.id FROM discussion d JOIN edition e ON e.id = d.edition_id
    WHERE e.state = 'cancelled' OR (e.state = 'closed' AND e.due_on <= ${lastDueOn}::date)`;
  await db.$executeRaw`
    UPDATE insight_group g SET kept_votes = given.votes
    FROM (SELECT group_id, sum(votes)::int AS votes FROM group_vote GROUP BY 1) given
    WHERE given.group_id = g.id AND g.discussion_id IN (${ended})`;
  await db.$executeRaw`
    DELETE FROM group_vote v USING insight_group g WHERE g.id = v.group_id AND g.discussion_id IN (${ended})`;
  await db.$executeRaw`DELETE FROM check_in WHERE discussion_id IN (${ended})`;
}

/** Discussions of months that ended (were closed or cancelled) before an instant. */
const endedBefore = (
  instant: Date,
) => Prisma.sql`SELECT d.id FROM discussion d JOIN edition e ON e.id = d.edition_id
  WHERE e.closed_at < ${instant} OR e.cancelled_at < ${instant}`;

/** Deletes insights with their groups, and what themes, offices and proposals hold of them. */
export async function deleteInsightsBefore(db: Db, instant: Date): Promise<void> {
  const old = endedBefore(instant);
  const insights = Prisma.sql`SELECT id FROM insight WHERE discussion_id IN (${old})`;
  await db.$executeRaw`DELETE FROM theme_insight WHERE insight_id IN (${insights})`;
  await db.$executeRaw`DELETE FROM referral WHERE insight_id IN (${insights})`;
  await db.$executeRaw`
    DELETE FROM proposal_suggestion WHERE source IN ('insight', 'group') AND discussion_id IN (${old})`;
  await db.$executeRaw`DELETE FROM insight WHERE discussion_id IN (${old})`;
  // A topic is called after words of its insights.
  await db.$executeRaw`
    DELETE FROM topic t WHERE NOT EXISTS (SELECT 1 FROM topic_insight i WHERE i.topic_id = t.id)`;
  await db.$executeRaw`DELETE FROM insight_group WHERE discussion_id IN (${old})`;
}

/** Deletes discussions whose insights are gone: summaries, actions, who led. */
export async function deleteDiscussionsBefore(db: Db, instant: Date): Promise<void> {
  const old = endedBefore(instant);
  await db.$executeRaw`DELETE FROM proposal_suggestion WHERE discussion_id IN (${old})`;
  await db.$executeRaw`DELETE FROM discussion_action WHERE discussion_id IN (${old})`;
  await db.$executeRaw`DELETE FROM check_in WHERE discussion_id IN (${old})`;
  await db.$executeRaw`DELETE FROM discussion WHERE id IN (${old})`;
}
