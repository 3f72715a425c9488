import { AppError } from '../../../platform/errors.ts';
import { idFrom } from '../../../platform/ids.ts';
import type { Ctx } from '../../context.ts';
import { auditReading, type PersonRow } from '../../people/index.ts';
import { findVoices, type Voice } from '../../voices/index.ts';
import { openOffices } from '../referrals/officeReaders.ts';
import { foldedKinds, otherKinds } from './kinds.rules.ts';
import { makesThemes, requireInsightReader } from './themes.policy.ts';
import { type ThemeName, themesOfInsights } from './themes.store.ts';
import {
  firstOfTopics,
  type InsightFilter,
  type InsightTogether,
  insightsOfTopic,
  kindsOfMonth,
  monthsOfInsights,
  voicesOfMonth,
} from './together.store.ts';
import { type Topic, topicsOfMonth } from './topics.store.ts';

/** What a reader asks for; the kind of department as the page shows it. */
export interface InsightSearch {
  voiceId?: string | undefined;
  lineOfBusiness?: string | undefined;
  /** A kind that stands for itself, or `other`. */
  kind?: string | undefined;
  words?: string | undefined;
}

/** An insight for a reader of the quality department, with the kind of department that may be shown. */
export interface ReadInsight extends InsightTogether {
  themes: ThemeName[];
}

export interface InsightsPage {
  /** Null where no month was ever opened. */
  month: string | null;
  months: string[];
  voices: Voice[];
  kinds: string[];
  topics: { topic: Topic | null; count: number; insights: ReadInsight[] }[];
  /** Reads, and makes themes. */
  makesThemes: boolean;
  /** Keys of the offices that somebody reads for. */
  openOffices: string[];
}

/** So many insights stand below each topic at first. */
const firstOfTopic = 3;
/** So many more come at once. */
export const insightsAtOnce = 50;

/**
 * A month's insights of the whole company, by topic, the largest first.
 *
 * @param month yyyy-mm; undefined: the newest
 * @throws AppError signIn.required, forbidden
 */
export async function readInsights(
  ctx: Ctx,
  month: string | undefined,
  search: InsightSearch,
): Promise<InsightsPage> {
  const reader = await requireInsightReader(ctx);
  const months = await monthsOfInsights(ctx.db);
  const offices = await openOffices(ctx, null);
  const chosen = months.find((one) => one === month) ?? months[0];
  const page = {
    months,
    voices: [],
    kinds: [],
    topics: [],
    makesThemes: makesThemes(reader),
    openOffices: offices,
  };
  if (!chosen) return { ...page, month: null };
  await auditReading(ctx, 'discussions.readInsights', idFrom('month', chosen));
  const [folded, topics, voiceIds] = await Promise.all([
    foldsOf(ctx, chosen),
    topicsOfMonth(ctx.db, chosen),
    voicesOfMonth(ctx.db, chosen),
  ]);
  const [{ counts, insights: rows }, voices] = await Promise.all([
    firstOfTopics(ctx.db, filterOf(reader, chosen, search, folded), firstOfTopic),
    findVoices(ctx.db, voiceIds),
  ]);
  const insights = await withThemes(ctx, rows, folded);
  const shown = [...topics.map((topic) => ({ id: topic.id, topic })), { id: null, topic: null }];
  return {
    ...page,
    month: chosen,
    voices: voiceIds.flatMap((id) => voices.filter((voice) => voice.id === id)),
    kinds: kindsToChoose(folded),
    topics: shown
      .map(({ id, topic }) => ({
        topic,
        count: counts.get(id) ?? 0,
        insights: insights.filter((insight) => insight.topicId === id),
      }))
      .filter(({ count }) => count > 0),
  };
}

/**
 * More of one topic.
 *
 * @param topicId null: what is not grouped yet
 * @param skip how many are there already
 * @throws AppError signIn.required, forbidden
 */
export async function readTopic(
  ctx: Ctx,
  input: { month: string; topicId: string | null; skip: number; search: InsightSearch },
): Promise<ReadInsight[]> {
  const reader = await requireInsightReader(ctx);
  const { month, topicId, skip, search } = input;
  await auditReading(ctx, 'discussions.readInsights', idFrom('month', month));
  const folded = await foldsOf(ctx, month);
  const rows = await insightsOfTopic(ctx.db, filterOf(reader, month, search, folded), topicId, {
    skip,
    take: insightsAtOnce,
  });
  return withThemes(ctx, rows, folded);
}

/** What of a month is folded, and what stands for itself. */
export interface Folds {
  folded: ReadonlySet<string>;
  all: readonly string[];
}

export async function foldsOf(ctx: Ctx, month: string): Promise<Folds> {
  const counts = await kindsOfMonth(ctx.db, month);
  return { folded: foldedKinds(counts), all: [...counts.keys()].sort() };
}

function kindsToChoose({ folded, all }: Folds): string[] {
  const whole = all.filter((kind) => !folded.has(kind));
  return folded.size > 0 ? [...whole, otherKinds] : whole;
}

/** @throws AppError discussion.unknownKey for a kind that is not shown by itself */
export function filterOf(
  reader: PersonRow,
  month: string,
  search: InsightSearch,
  { folded, all }: Folds,
): InsightFilter {
  const { kind, words, ...same } = search;
  if (kind !== undefined && kind !== otherKinds && (folded.has(kind) || !all.includes(kind)))
    throw new AppError('discussion.unknownKey');
  const kinds = kind === undefined ? undefined : kind === otherKinds ? [...folded] : [kind];
  return {
    ...same,
    month,
    kinds,
    words: (words ?? '').split(/\s+/).filter(Boolean),
    ownDepartments: reader.posts.map((post) => post.departmentId),
  };
}

export async function withThemes(
  ctx: Ctx,
  rows: readonly InsightTogether[],
  { folded }: Folds,
): Promise<ReadInsight[]> {
  const themes = await themesOfInsights(
    ctx.db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    ...row,
    departmentKind: folded.has(row.departmentKind) ? otherKinds : row.departmentKind,
    themes: themes.get(row.id) ?? [],
  }));
}
