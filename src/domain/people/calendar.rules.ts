import holidayJp from '@holiday-jp/holiday_jp';
import { DateTime } from 'luxon';
import type { Settings } from '../../platform/settings.ts';

/** A calendar day of the company's time zone, "yyyy-mm-dd". */
export type Day = string;
/** "yyyy-mm" */
export type Month = string;

export type CalendarSettings = Pick<Settings, 'calendar' | 'timeZone'>;

/**
 * Whether people work on this day: not a weekend, not a public holiday (with substitute and citizens'
 * holidays; corrections in settings.calendar), not one of the company's own days off.
 */
export function isBusinessDay(day: Day, settings: CalendarSettings): boolean {
  const { companyDaysOff, extraHolidays, notHolidays } = settings.calendar;
  if (DateTime.fromISO(day, { zone: 'utc' }).weekday > 5) return false;
  if (companyDaysOff.includes(day.slice(5))) return false;
  if (extraHolidays.includes(day)) return false;
  return notHolidays.includes(day) || !(day in holidayJp.holidays);
}

/** The first business day of a month. */
export function firstBusinessDay(month: Month, settings: CalendarSettings): Day {
  return businessDayFrom(`${month}-01`, 1, settings);
}

/** The day itself if people work on it, else the last business day before it. */
export function businessDayOnOrBefore(day: Day, settings: CalendarSettings): Day {
  return businessDayFrom(day, -1, settings);
}

/** The last business day of a month. */
export function lastBusinessDay(month: Month, settings: CalendarSettings): Day {
  const last = DateTime.fromISO(`${month}-01`, { zone: 'utc' }).endOf('month').toISODate() ?? `${month}-28`;
  return businessDayOnOrBefore(last, settings);
}

/** The n-th business day after a day, not counting that day itself. */
export function addBusinessDays(day: Day, count: number, settings: CalendarSettings): Day {
  let current = day;
  for (let done = 0; done < count; done += 1) current = businessDayFrom(addDays(current, 1), 1, settings);
  return current;
}

/** The n-th business day before a day, not counting that day itself. */
export function businessDaysBefore(day: Day, count: number, settings: CalendarSettings): Day {
  let current = day;
  for (let done = 0; done < count; done += 1) current = businessDayFrom(addDays(current, -1), -1, settings);
  return current;
}

/** Calendar arithmetic; negative counts go back. */
export function addDays(day: Day, days: number): Day {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toISODate() ?? day;
}

/** The month before or after. */
export function addMonths(month: Month, months: number): Month {
  return DateTime.fromISO(`${month}-01`, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM');
}

/** The same day so many months before, or the last of that month where it has no such day. */
export function monthsBefore(day: Day, months: number): Day {
  return DateTime.fromISO(day, { zone: 'utc' }).minus({ months }).toISODate() ?? day;
}

/** Which day it is at an instant, in the company's time zone. */
export function dayOf(instant: Date, settings: CalendarSettings): Day {
  return DateTime.fromJSDate(instant, { zone: settings.timeZone }).toISODate() ?? '';
}

/** Which month it is at an instant, in the company's time zone. */
export function monthOf(instant: Date, settings: CalendarSettings): Month {
  return dayOf(instant, settings).slice(0, 7);
}

/** The instant of a time of day ("HH:MM") on a day, in the company's time zone. */
export function instantAt(day: Day, time: string, settings: CalendarSettings): Date {
  return DateTime.fromISO(`${day}T${time}`, { zone: settings.timeZone }).toJSDate();
}

/** The first instant after a day, in the company's time zone. */
export function endOf(day: Day, settings: CalendarSettings): Date {
  return instantAt(addDays(day, 1), '00:00', settings);
}

/**
 * The instant itself if it lies within working hours of a business day, else the next moment that does.
 *
 * @param workingHours "HH:MM-HH:MM"; the end is outside
 */
export function nextWorkingMoment(instant: Date, workingHours: string, settings: CalendarSettings): Date {
  const [start = '09:00', end = '18:00'] = workingHours.split('-');
  const day = dayOf(instant, settings);
  if (isBusinessDay(day, settings)) {
    if (instant < instantAt(day, start, settings)) return instantAt(day, start, settings);
    if (instant < instantAt(day, end, settings)) return instant;
  }
  return instantAt(addBusinessDays(day, 1, settings), start, settings);
}

/**
 * Whether people are at work at this instant.
 *
 * @param workingHours "HH:MM-HH:MM"; the end is outside
 */
export function isWorkingMoment(instant: Date, workingHours: string, settings: CalendarSettings): boolean {
  return nextWorkingMoment(instant, workingHours, settings).getTime() === instant.getTime();
}

function businessDayFrom(day: Day, step: 1 | -1, settings: CalendarSettings): Day {
  let current = day;
  while (!isBusinessDay(current, settings)) current = addDays(current, step);
  return current;
}
