import { inTransaction } from '../../platform/db/client.ts';
import { idFrom } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import { timelinessOf } from '../discussions/index.ts';
import { heardCounts } from '../listening/index.ts';
import { addDays, allDepartments, countConcerned, dayOf } from '../people/index.ts';
import {
  type CountableEdition,
  type CountedDiscussion,
  countableEditions,
  countedBefore,
  countedDiscussions,
  deliveredCards,
  findCountable,
  forgetCancelledMonths,
  lockMonth,
  reachedDepartments,
  writeMonth,
} from './counting.store.ts';
import { type Counts, noCounts } from './counts.rules.ts';
import { hasFigures, monthTree } from './monthTree.rules.ts';

/** Stands for the whole company, above all departments. */
export const companyId = idFrom('reports.company');

/**
 * Counts every month that may still change: those that are open, and closed ones until nobody can report a discussion
 * any more. Every minute, and when an edition opens, closes or is cancelled.
 */
export async function refreshFigures(ctx: Ctx): Promise<void> {
  await forgetCancelledMonths(ctx.db);
  for (const edition of await countableEditions(ctx.db)) await countMonth(ctx, edition.id);
}

async function countMonth(ctx: Ctx, editionId: string): Promise<void> {
  await inTransaction(ctx, async (tx) => {
    const before = await findCountable(tx.db, editionId);
    if (!before) return;
    await lockMonth(tx.db, before.month);
    // Another replica may have counted while we waited.
    const edition = await findCountable(tx.db, editionId);
    if (edition?.state !== 'open' && edition?.state !== 'closed') return;
    const now = tx.clock.now();
    const isDue = isPeopleDue(edition, now, tx.settings.listening.cardUpdateMinutes);
    const departments = await allDepartments(tx.db);
    const excluded = new Set(departments.filter((one) => one.excluded).map((one) => one.id));
    const counts = await (isDue ? countPeople(tx, edition, excluded) : keptCounts(tx, edition));
    if (edition.state === 'closed')
      for (const figures of counts.values()) figures.missed = figures.departments;
    for (const discussion of await countedDiscussions(tx.db, editionId)) {
      Object.assign(counts.get(discussion.departmentId) ?? {}, discussionCounts(discussion, edition));
    }
    const own = [...counts]
      .map(([departmentId, figures]) => ({ departmentId, counts: figures }))
      // Merged in the middle of a month: its people are counted elsewhere, what it did stays here.
      .filter((one) => !excluded.has(one.departmentId) || hasFigures(one.counts));
    const rows = monthTree(own, departments, companyId, tx.settings.listening.bandsBelow);
    const lastDay = addDays(edition.dueOn, tx.settings.discussion.lateReportDays);
    await writeMonth(
      tx.db,
      {
        month: edition.month,
        editionId,
        countedAt: isDue ? now : (edition.countedAt ?? now),
        final: edition.state === 'closed' && dayOf(now, tx.settings) > lastDay,
      },
      rows,
    );
  });
}

/**
 * People are counted as seldom as the cards say it: a figure that moved with every press would say who just listened. After
 * the closing once more, and then never again.
 */
function isPeopleDue({ countedAt, closedAt }: CountableEdition, now: Date, minutes: number): boolean {
  if (!countedAt) return true;
  if (closedAt) return countedAt < closedAt;
  return now.getTime() - countedAt.getTime() >= minutes * 60_000;
}

async function countPeople(
  tx: Ctx,
  edition: CountableEdition,
  excluded: ReadonlySet<string>,
): Promise<Map<string, Counts>> {
  const reached = await reachedDepartments(tx.db, edition.id);
  const ids = reached.map((one) => one.departmentId);
  const isOpen = edition.state === 'open';
  const target = isOpen ? await countConcerned(tx.db, ids) : null;
  const heard = isOpen ? await heardCounts(tx.db, edition.id) : null;
  const cards = new Map((await deliveredCards(tx.db, edition.id)).map((one) => [one.departmentId, one]));
  // Whether a department was left out while the month was open can be told only by who counted it then.
  const leavesOut = isOpen || edition.countedAt !== null;
  return new Map(
    reached.map((one) => {
      const id = one.departmentId;
      const counts = { ...noCounts(), departments: 1, channels: one.hasChannel ? 1 : 0 };
      counts.cards = cards.get(id)?.cards ?? 0;
      if (leavesOut && excluded.has(id)) return [id, counts];
      counts.target = (target ? target.get(id) : one.target) ?? 0;
      counts.heard = (heard ? heard.get(id) : one.heard) ?? 0;
      // Whoever went on leave since then got a card and is not concerned any more.
      counts.delivered = Math.min(cards.get(id)?.delivered ?? 0, counts.target);
      return [id, counts];
    }),
  );
}

async function keptCounts(tx: Ctx, { month }: CountableEdition): Promise<Map<string, Counts>> {
  return new Map((await countedBefore(tx.db, month)).map((one) => [one.departmentId, one.counts]));
}

/** What a discussion adds to the figures of its department. */
export function discussionCounts(
  discussion: CountedDiscussion,
  { dueOn, state: month }: Pick<CountableEdition, 'dueOn' | 'state'>,
): Partial<Counts> {
  const { state, isBegun, heldOn, reportedOn, insights, shownInsights, suggested } = discussion;
  const isHeld = state === 'wrapped_up' && heldOn !== null && reportedOn !== null;
  const timeliness = isHeld ? timelinessOf(heldOn, reportedOn, dueOn) : null;
  const isSkipped = state === 'skipped';
  const isAhead = !isHeld && !isSkipped;
  const isOpen = month === 'open';
  return {
    heldInTime: timeliness === 'inTime' ? 1 : 0,
    heldReportedLate: timeliness === 'lateReport' ? 1 : 0,
    heldLate: timeliness === 'lateHeld' ? 1 : 0,
    skipped: isSkipped ? 1 : 0,
    underWay: isAhead && isOpen && isBegun ? 1 : 0,
    missed: isAhead && !isOpen ? 1 : 0,
    participants: isHeld ? (discussion.participants ?? 0) : 0,
    insights,
    shownInsights,
    suggested,
  };
}
