import type { Db } from '../../platform/db/client.ts';

export type Insight = Awaited<ReturnType<typeof insightsOf>>[number];
export type InsightState = Insight['state'];

/** What a person writes alone, masked. */
export interface InsightWords {
  voiceId: string | null;
  anonymous: boolean;
  why: string;
  feelings: string[];
  felt: string;
  change: string;
  atMs: number | null;
  /** Types of personal data that were masked. */
  masked: string[];
}

/** In the shuffled order of the reveal. */
export async function insightsOf(db: Db, discussionId: string) {
  return db.insight.findMany({ where: { discussionId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
}

export async function findInsight(db: Db, insightId: string) {
  return db.insight.findUnique({ where: { id: insightId } });
}

/** Writes a new insight. Returns false when its id is taken: the press came twice. */
export async function insertInsight(
  db: Db,
  insight: InsightWords & {
    id: string;
    discussionId: string;
    authorId: string | null;
    state: InsightState;
    position: number;
    groupId: string | null;
    writtenAt: Date | null;
  },
): Promise<boolean> {
  return (await db.insight.createMany({ data: [insight], skipDuplicates: true })).count > 0;
}

export async function updateInsightWords(db: Db, insightId: string, words: InsightWords): Promise<void> {
  await db.insight.update({ where: { id: insightId }, data: words });
}

export async function deleteInsight(db: Db, insightId: string): Promise<void> {
  await db.insight.delete({ where: { id: insightId } });
}

export async function updateInsight(
  db: Db,
  insightId: string,
  change: { state?: InsightState; groupId?: string | null },
): Promise<void> {
  await db.insight.update({ where: { id: insightId }, data: change });
}

/**
 * Ends the time in which insights belong to who wrote them: states and positions are set, the authors of
 * anonymous ones and all times are forgotten.
 */
export async function settle(
  db: Db,
  insights: readonly { id: string; state: InsightState; position: number; authorId: string | null }[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE insight SET state = s.state::insight_state, position = s.position, author_id = s.author_id, written_at = NULL
    FROM unnest(
      ${insights.map((one) => one.id)}::uuid[], ${insights.map((one) => one.state)}::text[],
      ${insights.map((one) => one.position)}::int[], ${insights.map((one) => one.authorId)}::uuid[]
    ) AS s(id, state, position, author_id)
    WHERE insight.id = s.id`;
}
