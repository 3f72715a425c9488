import { AppError } from '../../../platform/errors.ts';
import type { Ctx } from '../../context.ts';
import {
  actingPerson,
  auditReading,
  type DepartmentRow,
  findDepartment,
  findDepartments,
  type PersonRow,
} from '../../people/index.ts';
import { findVoices, type Voice } from '../../voices/index.ts';
import { isSame } from './editTheme.ts';
import { foldsOf, insightsAtOnce, type ReadInsight, withThemes } from './listInsights.ts';
import { quotesAny } from './quotes.rules.ts';
import { makesThemes, ownsTheme, readsInsights, requireInsightReader } from './themes.policy.ts';
import {
  countInsightsOfTheme,
  departmentsOfTheme,
  departmentsTold,
  findTheme,
  insightIdsOfTheme,
  lastTelling,
  listThemeRows,
  type Telling,
  type Theme,
  textsOfTheme,
} from './themes.store.ts';
import { insightsTogether } from './together.store.ts';

/** waiting for its answer; answered; or answered, and the departments know it. */
export type ThemeState = 'open' | 'answered' | 'told';

export interface ThemeOverview {
  theme: Theme;
  state: ThemeState;
  owner: DepartmentRow | null;
  insights: number;
}

/** A theme as one person has it before them. */
export interface ThemePage extends ThemeOverview {
  /** all: everything; answer: cause and answer. */
  edits: 'all' | 'answer' | 'nothing';
  last: Telling | null;
  /** Departments that a telling reaches now, and those that it leaves in peace. */
  departments: { reached: number; spared: number };
  /** Why it cannot be told now; null: it can. */
  hinders: 'quotes' | 'nobody' | 'nothingNew' | null;
  /** For readers of the quality department; null for the others. */
  read: { insights: ReadInsight[]; voices: Voice[] } | null;
}

/**
 * All themes for the quality department; for leaders those that their departments own.
 *
 * @throws AppError signIn.required, forbidden
 */
export async function listThemes(ctx: Ctx): Promise<{ themes: ThemeOverview[]; makesThemes: boolean }> {
  const person = await actingPerson(ctx);
  const own = person.posts.flatMap((post) =>
    ownsTheme(person, { ownerDepartmentId: post.departmentId }) ? [post.departmentId] : [],
  );
  if (own.length === 0) await requireInsightReader(ctx);
  const rows = await listThemeRows(ctx.db, readsInsights(person) ? 'all' : own);
  const ownerIds = rows.flatMap(({ theme }) => (theme.ownerDepartmentId ? [theme.ownerDepartmentId] : []));
  const owners = await findDepartments(ctx.db, [...new Set(ownerIds)]);
  return {
    makesThemes: makesThemes(person),
    themes: rows.map(({ theme, insights, last }) => ({
      theme,
      insights,
      state: stateOf(theme, last),
      owner: owners.find((one) => one.id === theme.ownerDepartmentId) ?? null,
    })),
  };
}

/**
 * Opens a theme: with its insights for the quality department, without for the leaders who own it.
 *
 * @param skip how many insights the page has already
 * @throws AppError signIn.required, forbidden, theme.notFound
 */
export async function openTheme(ctx: Ctx, themeId: string, skip = 0): Promise<ThemePage> {
  const person = await actingPerson(ctx);
  const theme = await findTheme(ctx.db, themeId);
  const isOwner = theme !== null && ownsTheme(person, theme);
  if (!isOwner) await requireInsightReader(ctx);
  if (!theme) throw new AppError('theme.notFound');
  const isReader = readsInsights(person);
  if (isReader) await auditReading(ctx, 'discussions.readTheme', themeId);
  const [last, owner, insights, departments, texts] = await Promise.all([
    lastTelling(ctx.db, themeId),
    theme.ownerDepartmentId ? findDepartment(ctx.db, theme.ownerDepartmentId) : null,
    countInsightsOfTheme(ctx.db, themeId),
    departmentsOfTheme(ctx.db, themeId),
    // Only who may tell needs to know whether it may be told.
    makesThemes(person) ? textsOfTheme(ctx.db, themeId) : [],
  ]);
  const open = departments.filter((one) => one.open);
  const told = last && isSame(last, theme) ? await departmentsTold(ctx.db, last.id) : new Set<string>();
  const reached = open.filter(({ departmentId }) => !told.has(departmentId)).length;
  const isQuoting = quotesAny([theme.title, theme.cause, theme.answer], texts);
  return {
    theme,
    state: stateOf(theme, last),
    owner,
    insights,
    edits: makesThemes(person) ? 'all' : isOwner ? 'answer' : 'nothing',
    last,
    departments: { reached, spared: departments.length - open.length },
    hinders: open.length === 0 ? 'nobody' : isQuoting ? 'quotes' : reached === 0 ? 'nothingNew' : null,
    read: isReader ? await insightsRead(ctx, person, theme, skip) : null,
  };
}

async function insightsRead(
  ctx: Ctx,
  reader: PersonRow,
  theme: Theme,
  skip: number,
): Promise<ThemePage['read']> {
  const ids = await insightIdsOfTheme(ctx.db, theme.id, { skip, take: insightsAtOnce });
  const rows = await insightsTogether(
    ctx.db,
    ids,
    reader.posts.map((post) => post.departmentId),
  );
  const voiceIds = rows.flatMap(({ voiceId }) => (voiceId ? [voiceId] : []));
  const [insights, voices] = await Promise.all([
    withThemes(ctx, rows, await foldsOf(ctx, theme.month)),
    findVoices(ctx.db, [...new Set(voiceIds)]),
  ]);
  return { insights, voices };
}

/** The state follows from what is there. */
function stateOf({ answer }: Theme, last: Telling | null): ThemeState {
  if (answer.trim() === '') return 'open';
  return last?.answer === answer ? 'told' : 'answered';
}
