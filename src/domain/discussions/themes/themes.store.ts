import type { Db, Prisma } from '../../../platform/db/client.ts';
import { type InsightFilter, isSettled, matching, settledFrom } from './together.store.ts';

/** What was handed over a moment ago is in no theme, even where its row still is. */
const ofSettled = {
  insight: { state: { in: ['shown', 'hidden', 'withheld'] } },
} satisfies Prisma.ThemeInsightWhereInput;

export type Theme = NonNullable<Awaited<ReturnType<typeof findTheme>>>;

/** What a theme says. */
export interface ThemeWords {
  title: string;
  ownerDepartmentId: string | null;
  cause: string;
  answer: string;
}

export interface ThemeName {
  id: string;
  title: string;
}

export async function findTheme(db: Db, themeId: string) {
  return db.theme.findUnique({ where: { id: themeId } });
}

export async function findThemes(db: Db, themeIds: readonly string[]) {
  return db.theme.findMany({ where: { id: { in: [...themeIds] } } });
}

/** The theme, locked until the transaction ends. */
export async function lockTheme(db: Db, themeId: string) {
  await db.$queryRaw`SELECT 1 FROM theme WHERE id = ${themeId}::uuid FOR UPDATE`;
  return findTheme(db, themeId);
}

export async function insertTheme(
  db: Db,
  theme: { id: string; month: string; title: string; createdById: string; createdAt: Date },
): Promise<boolean> {
  return (await db.theme.createMany({ data: [theme], skipDuplicates: true })).count > 0;
}

export async function updateTheme(
  db: Db,
  themeId: string,
  change: Partial<ThemeWords> & { toldAt?: Date; revision?: number },
): Promise<void> {
  await db.theme.update({ where: { id: themeId }, data: { ...change, version: { increment: 1 } } });
}

/** Themes, newest month first, each with how many insights it holds. */
export async function listThemeRows(db: Db, ownerDepartmentIds: readonly string[] | 'all') {
  const rows = await db.theme.findMany({
    where: ownerDepartmentIds === 'all' ? {} : { ownerDepartmentId: { in: [...ownerDepartmentIds] } },
    orderBy: [{ month: 'desc' }, { createdAt: 'desc' }, { id: 'desc' }],
    include: {
      _count: { select: { insights: { where: ofSettled } } },
      tellings: { orderBy: { revision: 'desc' }, take: 1 },
    },
  });
  return rows.map(({ _count, tellings, ...theme }) => ({
    theme,
    insights: _count.insights,
    last: tellings[0] ?? null,
  }));
}

/** Puts insights into a theme; what is there already stays. Only what may be read across departments. */
export async function addToTheme(db: Db, themeId: string, insightIds: readonly string[]): Promise<number> {
  return db.$executeRaw`
    INSERT INTO theme_insight (theme_id, insight_id)
    SELECT ${themeId}::uuid, insight.id
    ${settledFrom}
    WHERE insight.id = ANY(${[...insightIds]}::uuid[]) AND ${isSettled}
    ON CONFLICT DO NOTHING`;
}

/** … all of a topic that match. */
export async function addTopicToTheme(
  db: Db,
  themeId: string,
  topicId: string,
  filter: InsightFilter,
): Promise<number> {
  return db.$executeRaw`
    INSERT INTO theme_insight (theme_id, insight_id)
    SELECT ${themeId}::uuid, insight.id ${matching(filter)} AND topic_insight.topic_id = ${topicId}::uuid
    ON CONFLICT DO NOTHING`;
}

export async function removeFromTheme(db: Db, themeId: string, insightId: string): Promise<number> {
  return (await db.themeInsight.deleteMany({ where: { themeId, insightId } })).count;
}

/** An insight that was handed over stands in no theme and no topic any more. */
export async function removeFromAllThemes(db: Db, insightId: string): Promise<void> {
  await db.themeInsight.deleteMany({ where: { insightId } });
  await db.topicInsight.deleteMany({ where: { insightId } });
}

/** The themes that these insights are in. */
export async function themesOfInsights(
  db: Db,
  insightIds: readonly string[],
): Promise<Map<string, ThemeName[]>> {
  if (insightIds.length === 0) return new Map();
  const rows = await db.themeInsight.findMany({
    where: { insightId: { in: [...insightIds] } },
    select: { insightId: true, theme: { select: { id: true, title: true } } },
    orderBy: { themeId: 'asc' },
  });
  const themes = new Map<string, ThemeName[]>();
  for (const { insightId, theme } of rows) {
    themes.set(insightId, [...(themes.get(insightId) ?? []), theme]);
  }
  return themes;
}

/** A part of a theme's insights, in an order that has nothing to do with time. */
export async function insightIdsOfTheme(
  db: Db,
  themeId: string,
  { skip, take }: { skip: number; take: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ insightId: string }[]>`
    SELECT insight.id AS "insightId"
    FROM theme_insight JOIN insight ON insight.id = theme_insight.insight_id
    WHERE theme_insight.theme_id = ${themeId}::uuid AND ${isSettled}
    ORDER BY md5(insight.id::text) LIMIT ${take} OFFSET ${skip}`;
  return rows.map((row) => row.insightId);
}

export async function countInsightsOfTheme(db: Db, themeId: string): Promise<number> {
  return db.themeInsight.count({ where: { themeId, ...ofSettled } });
}

/** Every text of a theme's insights. */
export async function textsOfTheme(db: Db, themeId: string): Promise<string[]> {
  const rows = await db.insight.findMany({
    where: { themes: { some: { themeId } }, ...ofSettled.insight },
    select: { why: true, felt: true, change: true },
  });
  return rows.flatMap(({ why, felt, change }) => [why, felt, change]).filter(Boolean);
}

/**
 * The departments that wrote about a theme, for telling them: `open` where at least one of the insights was shown
 * in the department. Where all were withheld or hidden there, a message would tell what somebody wrote in confidence.
 */
export async function departmentsOfTheme(
  db: Db,
  themeId: string,
): Promise<{ departmentId: string; open: boolean }[]> {
  return db.$queryRaw`
    SELECT discussion.department_id AS "departmentId", bool_or(insight.state = 'shown') AS open
    FROM theme_insight
    JOIN insight ON insight.id = theme_insight.insight_id
    JOIN discussion ON discussion.id = insight.discussion_id
    WHERE theme_insight.theme_id = ${themeId}::uuid AND ${isSettled}
    GROUP BY 1 ORDER BY 1`;
}

export type Telling = NonNullable<Awaited<ReturnType<typeof lastTelling>>>;

export async function lastTelling(db: Db, themeId: string) {
  return db.themeTelling.findFirst({ where: { themeId }, orderBy: { revision: 'desc' } });
}

export async function findTellings(db: Db, tellingIds: readonly string[]) {
  return db.themeTelling.findMany({
    where: { id: { in: [...tellingIds] } },
    include: { theme: { select: { month: true } } },
  });
}

export async function insertTelling(
  db: Db,
  telling: ThemeWords & { id: string; themeId: string; revision: number; toldById: string; toldAt: Date },
): Promise<void> {
  await db.themeTelling.create({ data: telling });
}

/**
 * Notes that departments are told these words.
 *
 * @returns those that had not been told them
 */
export async function insertTold(
  db: Db,
  tellingId: string,
  departmentIds: readonly string[],
): Promise<string[]> {
  const rows = await db.themeTold.createManyAndReturn({
    data: departmentIds.map((departmentId) => ({ tellingId, departmentId })),
    skipDuplicates: true,
  });
  return rows.map((row) => row.departmentId);
}

export async function departmentsTold(db: Db, tellingId: string): Promise<Set<string>> {
  const rows = await db.themeTold.findMany({ where: { tellingId }, select: { departmentId: true } });
  return new Set(rows.map((row) => row.departmentId));
}
