import { inTransaction } from '../../../platform/db/client.ts';
import { AppError } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import type { Ctx } from '../../context.ts';
import { queueMessages } from '../../dispatch/index.ts';
import { audit, findDepartments, nextWorkingMoment } from '../../people/index.ts';
import { isSame } from './editTheme.ts';
import { quotesAny } from './quotes.rules.ts';
import { themePurposes } from './themeNotices.ts';
import { requireThemeMaker } from './themes.policy.ts';
import {
  departmentsOfTheme,
  insertTelling,
  insertTold,
  lastTelling,
  lockTheme,
  type Telling,
  type Theme,
  textsOfTheme,
  updateTheme,
} from './themes.store.ts';

/**
 * Tells the departments that wrote about a theme what it is and what became of it, quietly, in their channels. Told
 * again without a change it reaches only departments that came in since: each gets each revision once.
 *
 * A department in which none of its insights was shown is not told: the message alone would say what somebody
 * wrote in confidence.
 *
 * @param input.version what they had before them when they pressed
 * @throws AppError signIn.required, forbidden, theme.notFound, theme.changed, theme.quotes, theme.nobodyToTell
 */
export async function tellDepartments(
  ctx: Ctx,
  { themeId, version }: { themeId: string; version: number },
): Promise<void> {
  const teller = await requireThemeMaker(ctx);
  await inTransaction(ctx, async (tx) => {
    const theme = await lockTheme(tx.db, themeId);
    if (!theme) throw new AppError('theme.notFound');
    const last = await lastTelling(tx.db, themeId);
    const isTold = last !== null && isSame(last, theme);
    // The press that came twice finds its words told; any other change was not before the teller.
    if (!isTold && theme.version !== version) throw new AppError('theme.changed');
    if (quotesAny([theme.title, theme.cause, theme.answer], await textsOfTheme(tx.db, themeId)))
      throw new AppError('theme.quotes');
    const departmentIds = (await departmentsOfTheme(tx.db, themeId))
      .filter(({ open }) => open)
      .map(({ departmentId }) => departmentId);
    if (departmentIds.length === 0) throw new AppError('theme.nobodyToTell');
    const telling = isTold ? last : await newTelling(tx, theme, teller.id);
    const told = await insertTold(tx.db, telling.id, departmentIds);
    await post(tx, telling, told);
    if (told.length > 0)
      await audit(tx, 'discussions.tellDepartments', themeId, { departments: told.length });
  });
}

async function newTelling(tx: Ctx, theme: Theme, toldById: string): Promise<Telling> {
  const { title, ownerDepartmentId, cause, answer } = theme;
  const telling = {
    id: newId(),
    themeId: theme.id,
    revision: theme.revision + 1,
    title,
    ownerDepartmentId,
    cause,
    answer,
    toldById,
    toldAt: tx.clock.now(),
  };
  await insertTelling(tx.db, telling);
  await updateTheme(tx.db, theme.id, { toldAt: telling.toldAt, revision: telling.revision });
  return telling;
}

async function post(tx: Ctx, telling: Telling, departmentIds: readonly string[]): Promise<void> {
  const { settings } = tx;
  const departments = await findDepartments(tx.db, departmentIds);
  await queueMessages(
    tx,
    {
      purpose: themePurposes.told,
      subjectId: telling.id,
      act: 'send',
      priority: 'notice',
      revision: telling.revision,
    },
    departments.map((department) => ({
      recipientKind: 'department' as const,
      recipientId: department.id,
      notBefore: nextWorkingMoment(
        tx.clock.now(),
        department.workingHours ?? settings.calendar.workingHours,
        settings,
      ),
      alert: false,
    })),
  );
}
