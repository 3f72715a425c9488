import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { findDepartment } from '../people/index.ts';
import { companyId } from './countMonth.ts';
import { addCounts, noCounts } from './counts.rules.ts';
import { requireQuality } from './reports.policy.ts';
import { type CountedMonth, countedMonths, monthsOf, type Period } from './reports.store.ts';
import { type ShownFigures, shownFigures } from './shown.rules.ts';

/** Most months that one question asks for. */
export const mostMonths = 60;

export interface CompanyReport {
  /** Null: the whole company. */
  department: { id: string; code: string; name: string; nameEn: string } | null;
  /** Oldest first; of each department with everything below it. */
  months: { month: string; figures: ShownFigures }[];
  /** All these months together; null where there are none. */
  total: ShownFigures | null;
}

/**
 * What the company, or a department with all below it, reached month by month.
 *
 * @throws AppError signIn.required, forbidden (the quality department only), report.unknownDepartment, report.badPeriod
 */
export async function companyReport(
  ctx: Ctx,
  input: Period & { departmentId: string | null },
): Promise<CompanyReport> {
  await requireQuality(ctx);
  requirePeriod(input);
  const department = input.departmentId ? await findDepartment(ctx.db, input.departmentId) : null;
  if (input.departmentId && !department) throw new AppError('report.unknownDepartment');
  const months = await monthsOf(ctx.db, department?.id ?? companyId, input, 'all');
  return {
    department: department && {
      id: department.id,
      code: department.code,
      name: department.name,
      nameEn: department.nameEn,
    },
    months: months.map(({ month, counted, counts }) => ({
      month,
      figures: shownFigures(counts, counted, 'quality'),
    })),
    total: months.length > 0 ? sumOf(months) : null,
  };
}

/** A sum of months is a count only where each of them is. */
function sumOf(months: Awaited<ReturnType<typeof monthsOf>>): ShownFigures {
  const counts = noCounts();
  for (const month of months) addCounts(counts, month.counts);
  const isCounted = months.every((month) => month.counted);
  return shownFigures(counts, isCounted, 'quality');
}

/** @throws AppError report.badPeriod where the end is before the beginning, or too many months are asked for */
export function requirePeriod({ from, to }: Period): void {
  const count = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  const months = count(to) - count(from) + 1;
  if (months < 1 || months > mostMonths) throw new AppError('report.badPeriod', { most: mostMonths });
}

/**
 * The months that there are figures of, newest first.
 *
 * @throws AppError signIn.required, forbidden
 */
export async function reportMonths(ctx: Ctx): Promise<CountedMonth[]> {
  await requireQuality(ctx);
  return countedMonths(ctx.db);
}
