import type { Db } from '../../platform/db/client.ts';
import type { InsightWords } from './insights.store.ts';
import type { Named } from './shared.store.ts';

/** One's own insight: before the reveal, or named. */
export type OwnInsight = InsightWords & { id: string };

/** What a discussion's page shows to one person alone, and the people around them. */
export interface OwnPart {
  department: { id: string; name: string; nameEn: string };
  /** Everybody who is there, by number. */
  members: Named[];
  /** Ids of the voices that they heard. */
  heard: string[];
  /** Oldest first; anonymous ones are theirs until the reveal. */
  insights: OwnInsight[];
  votes: { groupId: string; votes: number }[];
}

/** What stands around an insight that is about to be written. */
export interface WritingSituation {
  /** State of the month. */
  edition: string;
  /** How many are this person's. */
  own: number;
  /** How many the quality department alone reads. */
  withheld: number;
  /** What stands under the id already. */
  known: {
    discussionId: string;
    authorId: string | null;
    state: string;
    why: string;
    change: string;
  } | null;
}

/** One insight of a person after the other: many presses at once are counted like few. Ends with the transaction. */
export async function lockWriter(db: Db, discussionId: string, personId: string): Promise<void> {
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`writer:${discussionId}:${personId}`}, 0))`;
}

/** In one query: a whole workplace writes in one minute. */
export async function readWritingSituation(
  db: Db,
  discussionId: string,
  personId: string,
  insightId: string,
): Promise<WritingSituation> {
  const rows = await db.$queryRaw<WritingSituation[]>`
    SELECT e.state::text AS edition,
      (SELECT count(*)::int FROM insight i
        WHERE i.discussion_id = d.id AND i.author_id = ${personId}::uuid) AS own,
      (SELECT count(*)::int FROM insight i WHERE i.discussion_id = d.id AND i.state = 'withheld') AS withheld,
      (SELECT jsonb_build_object('discussionId', i.discussion_id, 'authorId', i.author_id, 'state', i.state,
          'why', i.why, 'change', i.change)
        FROM insight i WHERE i.id = ${insightId}::uuid) AS known
    FROM discussion d JOIN edition e ON e.id = d.edition_id
    WHERE d.id = ${discussionId}::uuid`;
  const [situation] = rows;
  if (!situation) throw new Error('the discussion is gone');
  return situation;
}

/** All of it in one query, for the same reason as `readSharedContent`: a whole workplace comes in one minute. */
export async function readOwnPart(
  db: Db,
  discussionId: string,
  personId: string,
  voiceIds: readonly string[],
): Promise<OwnPart> {
  const rows = await db.$queryRaw<OwnPart[]>`
    SELECT
      jsonb_build_object('id', department.id, 'name', department.name, 'nameEn', department.name_en) AS department,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('id', p.id,
          'name', jsonb_build_object('ja', p.name, 'en', p.name_en)) ORDER BY p.employee_no), '[]')
        FROM post JOIN person p ON p.id = post.person_id
        WHERE post.department_id = d.department_id AND p.status = 'active') AS members,
      (SELECT coalesce(jsonb_agg(h.voice_id), '[]') FROM hearing h
        WHERE h.person_id = ${personId}::uuid AND h.voice_id = ANY(${[...voiceIds]}::uuid[])) AS heard,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'id', i.id, 'voiceId', i.voice_id, 'anonymous', i.anonymous, 'why', i.why, 'feelings', i.feelings,
          'felt', i.felt, 'change', i.change, 'atMs', i.at_ms, 'masked', i.masked
        ) ORDER BY i.written_at ASC NULLS LAST, i.id), '[]')
        FROM insight i WHERE i.discussion_id = d.id AND i.author_id = ${personId}::uuid) AS insights,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('groupId', v.group_id, 'votes', v.votes)), '[]')
        FROM group_vote v JOIN insight_group g ON g.id = v.group_id
        WHERE g.discussion_id = d.id AND v.person_id = ${personId}::uuid AND v.votes > 0) AS votes
    FROM discussion d JOIN department ON department.id = d.department_id
    WHERE d.id = ${discussionId}::uuid`;
  const [own] = rows;
  if (!own) throw new Error('the discussion is gone');
  return own;
}
