import type { Db } from '../../platform/db/client.ts';
import type { Bilingual } from '../ports.ts';

/** Somebody as pages show them. */
export interface Named {
  id: string;
  name: Bilingual;
}

/** An insight that was revealed, as everybody reads it. */
export interface RevealedInsight {
  id: string;
  voiceId: string | null;
  groupId: string | null;
  why: string;
  feelings: string[];
  felt: string;
  change: string;
  atMs: number | null;
  /** Null: anonymous. */
  author: Bilingual | null;
  suggested: boolean;
}

export interface SharedGroup {
  id: string;
  title: string;
  votes: number;
  suggested: boolean;
}

export interface SharedAction {
  id: string;
  text: string;
  owner: Named | null;
  /** yyyy-mm-dd */
  dueOn: string | null;
  /** yyyy-mm-dd */
  doneOn: string | null;
  suggested: boolean;
}

/** What stands around a discussion's own row. */
export interface SharedContent {
  leader: Named | null;
  candidate: Named | null;
  insights: RevealedInsight[];
  groups: SharedGroup[];
  actions: SharedAction[];
}

/**
 * Everything that all of a department see, in one query: it is asked for after every press of everybody, and eight
 * queries of Prisma's cost eight times as much. Insights that are not shown are not among it.
 */
export async function readSharedContent(db: Db, discussionId: string): Promise<SharedContent> {
  const rows = await db.$queryRaw<SharedContent[]>`
    SELECT
      (SELECT jsonb_build_object('id', p.id, 'name', jsonb_build_object('ja', p.name, 'en', p.name_en))
        FROM person p WHERE p.id = d.leader_id) AS leader,
      (SELECT jsonb_build_object('id', p.id, 'name', jsonb_build_object('ja', p.name, 'en', p.name_en))
        FROM person p WHERE p.id = d.candidate_id) AS candidate,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'id', i.id, 'voiceId', i.voice_id, 'groupId', i.group_id, 'why', i.why, 'feelings', i.feelings,
          'felt', i.felt, 'change', i.change, 'atMs', i.at_ms,
          'author', CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('ja', p.name, 'en', p.name_en) END,
          'suggested', EXISTS (SELECT 1 FROM proposal_suggestion s WHERE s.source = 'insight' AND s.source_id = i.id)
        ) ORDER BY i.position, i.id), '[]')
        FROM insight i LEFT JOIN person p ON p.id = i.author_id AND NOT i.anonymous
        WHERE i.discussion_id = d.id AND i.state = 'shown') AS insights,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'id', g.id, 'title', g.title,
          'votes', coalesce(g.kept_votes, (SELECT sum(v.votes) FROM group_vote v WHERE v.group_id = g.id), 0),
          'suggested', EXISTS (SELECT 1 FROM proposal_suggestion s WHERE s.source = 'group' AND s.source_id = g.id)
        ) ORDER BY g.position, g.id), '[]')
        FROM insight_group g WHERE g.discussion_id = d.id) AS groups,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'id', a.id, 'text', a.text, 'dueOn', a.due_on, 'doneOn', a.done_on,
          'owner', CASE WHEN p.id IS NOT NULL THEN
            jsonb_build_object('id', p.id, 'name', jsonb_build_object('ja', p.name, 'en', p.name_en)) END,
          'suggested', EXISTS (SELECT 1 FROM proposal_suggestion s WHERE s.source = 'action' AND s.source_id = a.id)
        ) ORDER BY a.position, a.id), '[]')
        FROM discussion_action a LEFT JOIN person p ON p.id = a.owner_id
        WHERE a.discussion_id = d.id) AS actions
    FROM discussion d WHERE d.id = ${discussionId}::uuid`;
  const [content] = rows;
  if (!content) throw new Error('the discussion is gone');
  return content;
}
