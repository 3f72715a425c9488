import { createHash } from 'node:crypto';
import type { Db } from '../../../platform/db/client.ts';
import type { Day } from '../../people/index.ts';
import { isSettled, settledFrom } from './together.store.ts';

export interface Topic {
  id: string;
  /** Empty: what is like nothing else. */
  title: string;
  /** Kind of the voices that it is about; null: of no single voice. */
  kind: string | null;
  position: number;
  groupedAt: Date;
}

export async function topicsOfMonth(db: Db, month: string): Promise<Topic[]> {
  return db.topic.findMany({
    where: { month },
    orderBy: { position: 'asc' },
    select: { id: true, title: true, kind: true, position: true, groupedAt: true },
  });
}

/** How much of a month is grouped. */
export interface MonthGrouping {
  month: string;
  grouped: number;
  ungrouped: number;
  groupedAt: Date | null;
}

/** Months with settled insights that belong to no topic yet; only editions whose due day is not before `since`. */
export async function ungroupedMonths(db: Db, since: Day): Promise<MonthGrouping[]> {
  return db.$queryRaw<MonthGrouping[]>`
    SELECT edition.month,
      count(topic_insight.insight_id)::int AS grouped,
      (count(*) - count(topic_insight.insight_id))::int AS ungrouped,
      (SELECT max(grouped_at) FROM topic WHERE topic.month = edition.month) AS "groupedAt"
    ${settledFrom}
    LEFT JOIN topic_insight ON topic_insight.insight_id = insight.id
    WHERE edition.due_on >= ${since}::date AND ${isSettled}
    GROUP BY edition.month
    HAVING count(*) > count(topic_insight.insight_id)`;
}

export interface TextOfMonth {
  id: string;
  /** Kind of the voice that it is about; null: about no single one. */
  kind: string | null;
  text: string;
}

/** What a month's insights say, in an order that has nothing to do with time. */
export async function textsOfMonth(db: Db, month: string): Promise<TextOfMonth[]> {
  const rows = await db.$queryRaw<
    { id: string; kind: string | null; why: string; felt: string; change: string }[]
  >`
    SELECT insight.id, voice.kind, insight.why, insight.felt, insight.change
    ${settledFrom}
    LEFT JOIN voice ON voice.id = insight.voice_id
    WHERE edition.month = ${month} AND ${isSettled}`;
  return rows
    .map((row) => ({ row, key: createHash('md5').update(row.id).digest('hex') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => ({
      id: row.id,
      kind: row.kind,
      text: [row.why, row.felt, row.change].filter(Boolean).join('\n'),
    }));
}

export interface NewTopic {
  id: string;
  title: string;
  kind: string | null;
  insightIds: readonly string[];
}

/** Puts these topics in the place of a month's topics. What was handed over in the meantime stays out. */
export async function replaceTopics(
  db: Db,
  month: string,
  topics: readonly NewTopic[],
  groupedAt: Date,
): Promise<void> {
  // Of two replicas that grouped at once, one writes after the other.
  await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`topics ${month}`}))`;
  await db.topic.deleteMany({ where: { month } });
  await db.topic.createMany({
    data: topics.map(({ id, title, kind }, position) => ({ id, month, title, kind, position, groupedAt })),
  });
  const members = topics.flatMap(({ id, insightIds }) =>
    insightIds.map((insightId, position) => ({ id, insightId, position })),
  );
  await db.$executeRaw`
    INSERT INTO topic_insight (insight_id, topic_id, position)
    SELECT m.insight_id, m.topic_id, m.position
    FROM unnest(
      ${members.map((one) => one.insightId)}::uuid[], ${members.map((one) => one.id)}::uuid[],
      ${members.map((one) => one.position)}::int[]
    ) AS m(insight_id, topic_id, position)
    JOIN insight ON insight.id = m.insight_id
    WHERE ${isSettled}
    ON CONFLICT DO NOTHING`;
}
