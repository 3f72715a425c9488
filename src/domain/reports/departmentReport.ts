import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import type { DiscussionState } from '../discussions/index.ts';
import { actingPerson } from '../people/index.ts';
import { countedDiscussions } from './counting.store.ts';
import { discussionCounts } from './countMonth.ts';
import { ledDepartments } from './reports.policy.ts';
import type { CountedMonth } from './reports.store.ts';
import { countedMonths, monthsOf } from './reports.store.ts';
import { type ShownFigures, shownFigures } from './shown.rules.ts';

/** One department as its leaders see it: numbers, never names. */
export interface DepartmentReport {
  department: { id: string; code: string; name: string; nameEn: string };
  /** Oldest first. */
  months: { month: string; figures: ShownFigures }[];
  /** The same together with all departments below; null where there are none. */
  withBelow: { month: string; figures: ShownFigures }[] | null;
  /** How this month's discussion stands; null where no month is open or it is not reached. */
  discussion: DiscussionState | null;
}

/**
 * The departments that a person leads, over the last months.
 *
 * @param input.months how many, the newest included
 * @returns the newest month and when it was counted; null where nothing was counted yet
 * @throws AppError signIn.required, forbidden where the person leads none
 */
export async function departmentReports(
  ctx: Ctx,
  input: { months: number },
): Promise<{ latest: CountedMonth | null; reports: DepartmentReport[] }> {
  const person = await actingPerson(ctx);
  const departments = ledDepartments(person);
  if (departments.length === 0) throw new AppError('forbidden', { roles: 'head, promoter, deputy' });
  const months = (await countedMonths(ctx.db)).slice(0, input.months);
  const latest = months[0] ?? null;
  const period = { from: months.at(-1)?.month ?? '', to: latest?.month ?? '' };
  // Whoever has just reported sees it: how a discussion stands is not a figure of people.
  const discussions = latest
    ? await countedDiscussions(
        ctx.db,
        latest.editionId,
        departments.map((one) => one.id),
      )
    : [];
  const reports: DepartmentReport[] = [];
  for (const { id, code, name, nameEn } of departments) {
    const discussion = discussions.find((one) => one.departmentId === id);
    const own = (await monthsOf(ctx.db, id, period, 'own'))
      .filter((one) => one.counts.departments > 0)
      .map((one) =>
        latest && discussion && one.month === latest.month
          ? { ...one, counts: { ...one.counts, ...discussionCounts(discussion, latest) } }
          : one,
      );
    const all = await monthsOf(ctx.db, id, period, 'all');
    const hasBelow = all.some((one) => one.children > 0);
    reports.push({
      department: { id, code, name, nameEn },
      months: own.map(shown),
      withBelow: hasBelow ? all.map(shown) : null,
      discussion: latest?.state === 'open' ? (discussion?.state ?? null) : null,
    });
  }
  return { latest, reports };
}

function shown({ month, counted, counts }: Awaited<ReturnType<typeof monthsOf>>[number]) {
  return { month, figures: shownFigures(counts, counted, 'workplace') };
}
