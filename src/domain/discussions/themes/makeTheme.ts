import { inTransaction } from '../../../platform/db/client.ts';
import { AppError } from '../../../platform/errors.ts';
import type { Ctx } from '../../context.ts';
import { audit, type PersonRow } from '../../people/index.ts';
import { maskWritten } from '../../privacy/index.ts';
import { filterOf, foldsOf, type InsightSearch } from './listInsights.ts';
import { requireThemeMaker } from './themes.policy.ts';
import { addTopicToTheme, addToTheme, findTheme, insertTheme, lockTheme } from './themes.store.ts';
import { topicsOfMonth } from './topics.store.ts';

/** Which insights: all of a topic that a search finds, or picked ones. */
export type InsightChoice =
  | { topicId: string; month: string; search: InsightSearch }
  | { insightIds: readonly string[] };

/**
 * Makes a theme (課題) of a topic or of picked insights.
 *
 * @param input.themeId the page's own id: making it twice is making it once
 * @throws AppError signIn.required, forbidden, theme.topicGone (grouped anew in the meantime), theme.empty,
 *   discussion.unknownKey (an id that is taken)
 */
export async function makeTheme(
  ctx: Ctx,
  input: { themeId: string; month: string; title: string; from: InsightChoice },
): Promise<void> {
  const { themeId, month, from } = input;
  const maker = await requireThemeMaker(ctx);
  const { texts } = await maskWritten(ctx.detector, [input.title]);
  await inTransaction(ctx, async (tx) => {
    const theme = { id: themeId, month, title: texts[0] ?? '', createdById: maker.id };
    if (!(await insertTheme(tx.db, { ...theme, createdAt: tx.clock.now() }))) {
      const known = await findTheme(tx.db, themeId);
      if (known?.createdById === maker.id && known.month === month) return;
      throw new AppError('discussion.unknownKey');
    }
    if ((await put(tx, maker, themeId, from)) === 0) throw new AppError('theme.empty');
    await audit(tx, 'discussions.makeTheme', themeId);
  });
}

/**
 * Puts further insights into a theme.
 *
 * @throws AppError signIn.required, forbidden, theme.notFound, theme.topicGone
 */
export async function addInsights(
  ctx: Ctx,
  { themeId, from }: { themeId: string; from: InsightChoice },
): Promise<void> {
  const maker = await requireThemeMaker(ctx);
  await inTransaction(ctx, async (tx) => {
    if (!(await lockTheme(tx.db, themeId))) throw new AppError('theme.notFound');
    if ((await put(tx, maker, themeId, from)) > 0) await audit(tx, 'discussions.addInsights', themeId);
  });
}

/** @returns how many were new */
async function put(tx: Ctx, maker: PersonRow, themeId: string, from: InsightChoice): Promise<number> {
  if ('insightIds' in from) return addToTheme(tx.db, themeId, from.insightIds);
  const { topicId, month, search } = from;
  const topics = await topicsOfMonth(tx.db, month);
  if (!topics.some((topic) => topic.id === topicId)) throw new AppError('theme.topicGone');
  const filter = filterOf(maker, month, search, await foldsOf(tx, month));
  return addTopicToTheme(tx.db, themeId, topicId, filter);
}
