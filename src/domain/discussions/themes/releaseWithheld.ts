import type { Ctx } from '../../context.ts';
import { releaseWithheldInsights } from './together.store.ts';

/** What was withheld is read among that of so many departments at least. */
const fewestDepartments = 3;

/**
 * Every night: withheld insights become readable for the quality department, those of several departments together.
 * One that could be read in the minute of its reveal would tell whose department it comes from. Where too few wait,
 * they wait for more, and for the month's end at the latest.
 */
export async function releaseWithheld(ctx: Ctx): Promise<void> {
  await releaseWithheldInsights(ctx.db, fewestDepartments);
}
