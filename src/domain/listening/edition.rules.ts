import { z } from 'zod';
import { AppError } from '../../platform/errors.ts';
import type { Settings } from '../../platform/settings.ts';
import {
  addBusinessDays,
  addMonths,
  businessDayOnOrBefore,
  type Day,
  dayOf,
  endOf,
  firstBusinessDay,
  instantAt,
  lastBusinessDay,
  type Month,
  monthOf,
  nextWorkingMoment,
} from '../people/index.ts';

export type EditionState = 'draft' | 'in_review' | 'approved' | 'open' | 'closed' | 'cancelled';

/** Which state an edition may leave for which. Any other move is an error. */
export const editionMoves: Readonly<Record<EditionState, readonly EditionState[]>> = {
  draft: ['in_review', 'cancelled'],
  in_review: ['approved', 'draft'],
  approved: ['open', 'draft', 'cancelled'],
  open: ['closed', 'cancelled'],
  closed: [],
  cancelled: [],
};

/** An edition as far as its state goes. */
type Stated = { state: EditionState; month: Month };

/** @throws AppError edition.badState, naming the states that would do */
export function requireEditionState({ state, month }: Stated, ...allowed: EditionState[]): void {
  if (allowed.includes(state)) return;
  throw new AppError('edition.badState', { month, state, allowed: allowed.join(', ') });
}

/** @throws AppError edition.badState, naming the states from which the move is possible */
export function requireEditionMove(edition: Stated, to: EditionState): void {
  const states = Object.keys(editionMoves) as EditionState[];
  requireEditionState(edition, ...states.filter((from) => editionMoves[from].includes(to)));
}

export const promptsSchema = z
  .array(z.object({ ja: z.string().min(1), en: z.string().min(1) }))
  .min(1)
  .max(5);
export type Prompt = z.infer<typeof promptsSchema>[number];

/** Most voices that one month asks people to listen to. */
export const mostVoices = 3;

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/;

/** Whether a text is a month, yyyy-mm. */
export function isMonth(text: string): boolean {
  return monthPattern.test(text);
}

/** Nobody plans further ahead: a year beyond it was mistyped, and no calendar knows its holidays. */
const furthestYears = 10;

/** @throws AppError edition.monthTooFar */
export function requireNearMonth(month: Month, now: Date, settings: Settings): void {
  const last = addMonths(monthOf(now, settings), 12 * furthestYears);
  if (month > last) throw new AppError('edition.monthTooFar', { month, last });
}

/** When an edition opens if nobody says otherwise: the month's first business day, settings.edition.openingTime. */
export function defaultOpening(month: Month, settings: Settings): Date {
  return instantAt(firstBusinessDay(month, settings), settings.edition.openingTime, settings);
}

/** The due day if nobody says otherwise: settings.edition.dueDay or the business day before it. */
export function defaultDueDay(month: Month, settings: Settings): Day {
  const day = String(settings.edition.dueDay).padStart(2, '0');
  return businessDayOnOrBefore(`${month}-${day}`, settings);
}

/**
 * The due day of an edition that opens in the middle of a month (the sample company's): never before the
 * default, at least five business days to listen, and not before the month's last business day, so that
 * there is an edition open whenever one looks.
 */
export function dueDayFromToday(month: Month, today: Day, settings: Settings): Day {
  return [
    defaultDueDay(month, settings),
    lastBusinessDay(month, settings),
    addBusinessDays(today, 5, settings),
  ].reduce((latest, day) => (day > latest ? day : latest));
}

/** Whether the due day is over. */
export function isPastDue(dueOn: Day, now: Date, settings: Settings): boolean {
  return now >= endOf(dueOn, settings);
}

/**
 * When the first department's cards may go: the edition opens then. A department's own slot may be earlier
 * than the company's opening time, on the same day.
 */
export function openingMoment(opensAt: Date, slots: readonly string[], settings: Settings): Date {
  const day = dayOf(opensAt, settings);
  return slots
    .map((slot) => instantAt(day, slot, settings))
    .reduce((earliest, moment) => (moment < earliest ? moment : earliest), opensAt);
}

/**
 * When one department's cards go out: at its own slot or the company's opening time, and if that has passed
 * (the server was down) as soon as its people are at work.
 */
export function deliveryMoment(
  opensAt: Date,
  department: { openingSlot: string | null; workingHours: string | null },
  now: Date,
  settings: Settings,
): Date {
  const due = department.openingSlot
    ? instantAt(dayOf(opensAt, settings), department.openingSlot, settings)
    : opensAt;
  const hours = department.workingHours ?? settings.calendar.workingHours;
  return nextWorkingMoment(due > now ? due : now, hours, settings);
}

/** @throws AppError edition.badDue, edition.badOpening */
export function checkDates(dates: { opensAt: Date; dueOn: Day }, now: Date, settings: Settings): void {
  if (Number.isNaN(dates.opensAt.getTime())) throw new AppError('edition.badOpening');
  const end = endOf(dates.dueOn, settings);
  // No calendar day: every comparison below would be false.
  if (Number.isNaN(end.getTime())) throw new AppError('edition.badDue', { dueOn: dates.dueOn });
  if (isPastDue(dates.dueOn, now, settings)) throw new AppError('edition.badDue', { dueOn: dates.dueOn });
  if (dates.opensAt >= end) throw new AppError('edition.badDue', { dueOn: dates.dueOn });
}
