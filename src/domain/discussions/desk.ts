import type { Ctx } from '../context.ts';
import { actingPerson } from '../people/index.ts';
import { officesOf } from './referrals/officeReaders.ts';
import { referralsTo } from './referrals/referrals.store.ts';
import { ownsTheme, readsInsights } from './themes/themes.policy.ts';
import { listThemeRows } from './themes/themes.store.ts';

/** Which pages of the quality department's work somebody may open. */
export interface Desk {
  insights: boolean;
  themes: boolean;
  /** How many hand-overs nobody has taken on; null: reads for no office. */
  referrals: number | null;
}

/**
 * What the person who acts may open beside listening and discussing.
 *
 * @throws AppError signIn.required
 */
export async function showDesk(ctx: Ctx): Promise<Desk> {
  const person = await actingPerson(ctx);
  const insights = readsInsights(person);
  const led = person.posts
    .filter((post) => ownsTheme(person, { ownerDepartmentId: post.departmentId }))
    .map((post) => post.departmentId);
  const offices = officesOf(person, ctx.settings);
  const notFrom = person.posts.map((post) => post.departmentId);
  const waiting =
    offices.length > 0
      ? (await referralsTo(ctx.db, offices, { notFrom })).filter(({ takenAt }) => takenAt === null).length
      : null;
  return {
    insights,
    themes: insights || (led.length > 0 && (await listThemeRows(ctx.db, led)).length > 0),
    referrals: waiting,
  };
}
