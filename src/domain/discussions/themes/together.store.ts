import { type Db, Prisma } from '../../../platform/db/client.ts';

/** What the quality department looks for among a month's insights. */
export interface InsightFilter {
  /** yyyy-mm */
  month: string;
  voiceId?: string | undefined;
  lineOfBusiness?: string | undefined;
  /** Kinds of department; any of them. */
  kinds?: readonly string[] | undefined;
  /** All of them stand in the insight. */
  words?: readonly string[] | undefined;
  /** The reader's own departments: what was withheld there is not for a colleague's eyes. */
  ownDepartments: readonly string[];
}

/**
 * An insight as it is read across departments. No author, no anonymity, no state, no department and no time is
 * even looked up: what is not here cannot be shown.
 */
export interface InsightTogether {
  id: string;
  voiceId: string | null;
  lineOfBusiness: string | null;
  departmentKind: string;
  why: string;
  feelings: string[];
  felt: string;
  change: string;
  atMs: number | null;
  /** The topic that it is of; null: not grouped yet. */
  topicId: string | null;
}

/** Months that have insights to read, or will have: those of editions that were opened, newest first. */
export async function monthsOfInsights(db: Db): Promise<string[]> {
  const rows = await db.edition.findMany({
    where: { state: { in: ['open', 'closed'] } },
    select: { month: true },
    distinct: ['month'],
    orderBy: { month: 'desc' },
  });
  return rows.map((row) => row.month);
}

/** The voices of a month, in their order. */
export async function voicesOfMonth(db: Db, month: string): Promise<string[]> {
  const rows = await db.editionVoice.findMany({
    where: { edition: { month, state: { in: ['open', 'closed'] } } },
    orderBy: { position: 'asc' },
    select: { voiceId: true },
  });
  return [...new Set(rows.map((row) => row.voiceId))];
}

/** How many departments of each kind a month reached. */
export async function kindsOfMonth(db: Db, month: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ kind: string; count: number }[]>`
    SELECT department.kind, count(*)::int AS count
    FROM discussion
    JOIN edition ON edition.id = discussion.edition_id
    JOIN department ON department.id = discussion.department_id
    WHERE edition.month = ${month} AND edition.state IN ('open', 'closed')
    GROUP BY 1`;
  return new Map(rows.map((row) => [row.kind, row.count]));
}

/** Insights that are settled, readable and not handed over, of editions that were opened. */
export const settledFrom = Prisma.sql`
  FROM insight
  JOIN discussion ON discussion.id = insight.discussion_id
  JOIN edition ON edition.id = discussion.edition_id AND edition.state IN ('open', 'closed')`;
export const isSettled = Prisma.sql`(insight.state IN ('shown', 'hidden')
  OR (insight.state = 'withheld' AND insight.readable))`;

/** Makes what waits readable: of months in which so many departments wait, and of those that are over. */
export async function releaseWithheldInsights(db: Db, fewestDepartments: number): Promise<void> {
  await db.$executeRaw`
    WITH waiting AS (
      SELECT insight.id, discussion.department_id, edition.id AS edition_id, edition.state
      FROM insight
      JOIN discussion ON discussion.id = insight.discussion_id
      JOIN edition ON edition.id = discussion.edition_id
      WHERE insight.state = 'withheld' AND NOT insight.readable
    ), enough AS (
      SELECT edition_id FROM waiting
      GROUP BY edition_id, state
      HAVING state <> 'open' OR count(DISTINCT department_id) >= ${fewestDepartments}
    )
    UPDATE insight SET readable = true
    FROM waiting
    WHERE insight.id = waiting.id AND waiting.edition_id IN (SELECT edition_id FROM enough)`;
}

/** Who reads for the quality department and was there would know whose a withheld insight is. */
function notFromColleagues(ownDepartments: readonly string[]): Prisma.Sql {
  return Prisma.sql`NOT (insight.state = 'withheld'
    AND discussion.department_id = ANY(${[...ownDepartments]}::uuid[]))`;
}

/** The insights of a filter, with the department's kind and the voice's line of business. */
export function matching(filter: InsightFilter): Prisma.Sql {
  const { month, voiceId, lineOfBusiness, kinds, words = [], ownDepartments } = filter;
  const conditions = [
    Prisma.sql`edition.month = ${month}`,
    isSettled,
    notFromColleagues(ownDepartments),
    ...(voiceId ? [Prisma.sql`insight.voice_id = ${voiceId}::uuid`] : []),
    ...(lineOfBusiness ? [Prisma.sql`voice.line_of_business = ${lineOfBusiness}`] : []),
    ...(kinds ? [Prisma.sql`department.kind = ANY(${[...kinds]}::text[])`] : []),
    ...words.map(
      (word) =>
        Prisma.sql`concat_ws(E'\n', insight.why, insight.felt, insight.change) ILIKE ${containing(word)}`,
    ),
  ];
  return Prisma.sql`
    ${settledFrom}
    JOIN department ON department.id = discussion.department_id
    LEFT JOIN voice ON voice.id = insight.voice_id
    LEFT JOIN topic_insight ON topic_insight.insight_id = insight.id
    WHERE ${Prisma.join(conditions, ' AND ')}`;
}

/** Characters that LIKE knows stand for themselves. */
function containing(word: string): string {
  return `%${word.replace(/[\\%_]/g, '\\$&')}%`;
}

const columns = Prisma.sql`
  insight.id, insight.voice_id AS "voiceId", voice.line_of_business AS "lineOfBusiness",
  department.kind AS "departmentKind", insight.why, insight.feelings, insight.felt, insight.change,
  insight.at_ms AS "atMs", topic_insight.topic_id AS "topicId"`;

/** Ids given by pages may hold a time; their hash does not. */
const shuffled = Prisma.sql`topic_insight.position NULLS LAST, md5(insight.id::text)`;

/**
 * How many insights match in each topic, and the first few of each. Null: not grouped yet. A month is counted and
 * ranked in narrow rows; words are fetched for what is shown.
 */
export async function firstOfTopics(
  db: Db,
  filter: InsightFilter,
  each: number,
): Promise<{ counts: Map<string | null, number>; insights: InsightTogether[] }> {
  const rows = await db.$queryRaw<{ id: string; topicId: string | null; count: number }[]>`
    SELECT id, "topicId", count FROM (
      SELECT insight.id, topic_insight.topic_id AS "topicId",
        count(*) OVER (PARTITION BY topic_insight.topic_id)::int AS count,
        row_number() OVER (PARTITION BY topic_insight.topic_id ORDER BY topic_insight.position) AS n
      ${matching(filter)}
    ) AS found
    WHERE n <= ${each}`;
  return {
    counts: new Map(rows.map(({ topicId, count }) => [topicId, count])),
    insights: await insightsTogether(
      db,
      rows.map(({ id }) => id),
      filter.ownDepartments,
    ),
  };
}

/** A part of the insights that match in one topic (null: those not grouped yet). */
export async function insightsOfTopic(
  db: Db,
  filter: InsightFilter,
  topicId: string | null,
  { skip, take }: { skip: number; take: number },
): Promise<InsightTogether[]> {
  const topic = topicId === null ? Prisma.sql`IS NULL` : Prisma.sql`= ${topicId}::uuid`;
  return db.$queryRaw<InsightTogether[]>`
    SELECT ${columns} ${matching(filter)} AND topic_insight.topic_id ${topic}
    ORDER BY ${shuffled} LIMIT ${take} OFFSET ${skip}`;
}

/** These insights, where they may be read across departments by somebody of these departments. */
export async function insightsTogether(
  db: Db,
  insightIds: readonly string[],
  ownDepartments: readonly string[],
): Promise<InsightTogether[]> {
  if (insightIds.length === 0) return [];
  return db.$queryRaw<InsightTogether[]>`
    SELECT ${columns}
    ${settledFrom}
    JOIN department ON department.id = discussion.department_id
    LEFT JOIN voice ON voice.id = insight.voice_id
    LEFT JOIN topic_insight ON topic_insight.insight_id = insight.id
    WHERE insight.id = ANY(${[...insightIds]}::uuid[]) AND ${isSettled}
      AND ${notFromColleagues(ownDepartments)}
    ORDER BY md5(insight.id::text)`;
}
