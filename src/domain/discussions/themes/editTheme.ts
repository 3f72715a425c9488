import { inTransaction } from '../../../platform/db/client.ts';
import { AppError } from '../../../platform/errors.ts';
import type { Ctx } from '../../context.ts';
import { actingPerson, audit, findDepartment } from '../../people/index.ts';
import { maskWritten } from '../../privacy/index.ts';
import { tellOwners } from './themeNotices.ts';
import { makesThemes, ownsTheme, requireThemeMaker } from './themes.policy.ts';
import {
  findTheme,
  lockTheme,
  removeFromTheme,
  type Theme,
  type ThemeWords,
  updateTheme,
} from './themes.store.ts';

/**
 * Changes what a theme says. Leaders of the owning department may write cause and answer, the quality department
 * everything. Leaders of a department that becomes the owner get one notice.
 *
 * @param input.version the edit that they had before them
 * @throws AppError signIn.required, forbidden, theme.notFound, theme.changed (somebody else was faster),
 *   discussion.unknownKey (no such department)
 */
export async function editTheme(
  ctx: Ctx,
  input: ThemeWords & { themeId: string; version: number },
): Promise<void> {
  const { themeId, version, ownerDepartmentId } = input;
  const theme = await findTheme(ctx.db, themeId);
  await requireEditor(ctx, theme, input);
  const { texts } = await maskWritten(ctx.detector, [input.title, input.cause, input.answer]);
  const [title = '', cause = '', answer = ''] = texts;
  await inTransaction(ctx, async (tx) => {
    const locked = await lockTheme(tx.db, themeId);
    if (!locked) throw new AppError('theme.notFound');
    const words = { title, ownerDepartmentId, cause, answer };
    if (isSame(locked, words)) return;
    if (locked.version !== version) throw new AppError('theme.changed');
    // Asked once more with the theme locked: it may have got another owner.
    await requireEditor(tx, locked, input);
    if (ownerDepartmentId && !(await findDepartment(tx.db, ownerDepartmentId)))
      throw new AppError('discussion.unknownKey');
    await updateTheme(tx.db, themeId, words);
    await audit(tx, 'discussions.editTheme', themeId);
    if (ownerDepartmentId && ownerDepartmentId !== locked.ownerDepartmentId)
      await tellOwners(tx, themeId, ownerDepartmentId);
  });
}

/** @throws AppError signIn.required, forbidden, theme.notFound */
async function requireEditor(ctx: Ctx, theme: Theme | null, words: ThemeWords): Promise<void> {
  const person = await actingPerson(ctx);
  if (makesThemes(person)) {
    if (!theme) throw new AppError('theme.notFound');
    return;
  }
  const isOwner = theme !== null && ownsTheme(person, theme);
  // Title and owner are the quality department's.
  const isTheirs =
    isOwner && words.title === theme.title && words.ownerDepartmentId === theme.ownerDepartmentId;
  // Throws: says which roles may.
  if (!isTheirs) await requireThemeMaker(ctx);
}

/** Whether a theme says these words. */
export function isSame(a: ThemeWords, b: ThemeWords): boolean {
  return (
    a.title === b.title &&
    a.ownerDepartmentId === b.ownerDepartmentId &&
    a.cause === b.cause &&
    a.answer === b.answer
  );
}

/**
 * Takes an insight out of a theme.
 *
 * @throws AppError signIn.required, forbidden, theme.notFound
 */
export async function removeInsight(
  ctx: Ctx,
  { themeId, insightId }: { themeId: string; insightId: string },
): Promise<void> {
  await requireThemeMaker(ctx);
  await inTransaction(ctx, async (tx) => {
    if (!(await lockTheme(tx.db, themeId))) throw new AppError('theme.notFound');
    if ((await removeFromTheme(tx.db, themeId, insightId)) > 0)
      await audit(tx, 'discussions.removeInsight', themeId);
  });
}
