import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  businessDayOnOrBefore,
  dayOf,
  endOf,
  firstBusinessDay,
  instantAt,
  isBusinessDay,
  lastBusinessDay,
  monthOf,
  nextWorkingMoment,
} from '../../../src/domain/people/index.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';

const settings = defaultSettings();
const at = (iso: string) => new Date(`${iso}+09:00`);

describe('the calendar', () => {
  it.each([
    ['2026-04', '2026-04-01'],
    ['2026-05', '2026-05-01'],
    ['2026-06', '2026-06-01'],
    ['2026-07', '2026-07-01'],
    ['2026-08', '2026-08-03'],
    ['2026-09', '2026-09-01'],
    ['2026-10', '2026-10-01'],
    ['2026-11', '2026-11-02'],
    ['2026-12', '2026-12-01'],
    ['2027-01', '2027-01-04'],
    ['2027-02', '2027-02-01'],
    ['2027-03', '2027-03-01'],
  ])('knows the first business day of %s, fiscal year 2026', (month, day) => {
    expect(firstBusinessDay(month, settings)).toBe(day);
  });

  it.each([
    ['2026-09-22', 'a citizens’ holiday between two holidays'],
    ['2026-09-21', '敬老の日'],
    ['2026-09-23', '秋分の日'],
    ['2026-05-06', 'the substitute of 2026-05-03, a Sunday, after two more holidays'],
    ['2027-03-22', 'the substitute of 春分の日 on a Sunday'],
    ['2026-12-31', 'a day off of the company'],
    ['2027-01-02', 'a day off of the company'],
    ['2026-12-05', 'a Saturday'],
    ['2026-12-06', 'a Sunday'],
  ])('nobody works on %s: %s', (day) => {
    expect(isBusinessDay(day, settings)).toBe(false);
  });

  it.each(['2026-09-24', '2026-05-07', '2026-12-01', '2026-12-30', '2027-01-04'])(
    'people work on %s',
    (day) => {
      expect(isBusinessDay(day, settings)).toBe(true);
    },
  );

  it('takes the company’s corrections of public holidays', () => {
    const corrected = {
      ...settings,
      calendar: { ...settings.calendar, extraHolidays: ['2026-12-01'], notHolidays: ['2026-09-22'] },
    };
    expect(isBusinessDay('2026-12-01', corrected)).toBe(false);
    expect(isBusinessDay('2026-09-22', corrected)).toBe(true);
    expect(firstBusinessDay('2026-12', corrected)).toBe('2026-12-02');
  });

  it('never works on a weekend that is declared no holiday', () => {
    const corrected = { ...settings, calendar: { ...settings.calendar, notHolidays: ['2026-12-05'] } };
    expect(isBusinessDay('2026-12-05', corrected)).toBe(false);
  });

  it('goes back to the business day before', () => {
    expect(businessDayOnOrBefore('2026-12-20', settings)).toBe('2026-12-18');
    expect(businessDayOnOrBefore('2026-10-20', settings)).toBe('2026-10-20');
    expect(businessDayOnOrBefore('2026-09-23', settings)).toBe('2026-09-18');
  });

  it('finds a month’s last business day, around New Year and in February', () => {
    expect(lastBusinessDay('2026-12', settings)).toBe('2026-12-30');
    expect(lastBusinessDay('2027-02', settings)).toBe('2027-02-26');
    expect(lastBusinessDay('2028-02', settings)).toBe('2028-02-29');
  });

  it('counts business days over the silver week', () => {
    expect(addBusinessDays('2026-09-18', 1, settings)).toBe('2026-09-24');
    expect(addBusinessDays('2026-09-18', 5, settings)).toBe('2026-09-30');
    expect(addBusinessDays('2026-09-19', 1, settings)).toBe('2026-09-24');
  });

  it('lives in Tokyo, wherever the server is', () => {
    expect(dayOf(new Date('2026-11-30T15:00:00Z'), settings)).toBe('2026-12-01');
    expect(dayOf(new Date('2026-11-30T14:59:59Z'), settings)).toBe('2026-11-30');
    expect(monthOf(new Date('2026-12-31T15:00:00Z'), settings)).toBe('2027-01');
    expect(instantAt('2026-12-01', '09:30', settings)).toEqual(at('2026-12-01T09:30'));
    expect(endOf('2026-12-18', settings)).toEqual(at('2026-12-19T00:00'));
  });

  it.each([
    ['within working hours', '2026-12-01T10:00', '2026-12-01T10:00'],
    ['at the very start', '2026-12-01T09:00', '2026-12-01T09:00'],
    ['early in the morning', '2026-12-01T07:00', '2026-12-01T09:00'],
    ['at the very end', '2026-12-01T17:00', '2026-12-02T09:00'],
    ['in the evening', '2026-12-01T20:00', '2026-12-02T09:00'],
    ['on a Friday evening', '2026-12-04T18:00', '2026-12-07T09:00'],
    ['on a Saturday noon', '2026-12-05T12:00', '2026-12-07T09:00'],
    ['on New Year’s Eve', '2026-12-31T10:00', '2027-01-04T09:00'],
    ['on the citizens’ holiday', '2026-09-22T10:00', '2026-09-24T09:00'],
  ])('finds the next working moment %s', (_when, instant, expected) => {
    expect(nextWorkingMoment(at(instant), '09:00-17:00', settings)).toEqual(at(expected));
  });

  it('knows shifts in the evening', () => {
    expect(nextWorkingMoment(at('2026-12-01T09:30'), '13:00-21:00', settings)).toEqual(
      at('2026-12-01T13:00'),
    );
    expect(nextWorkingMoment(at('2026-12-01T20:59'), '13:00-21:00', settings)).toEqual(
      at('2026-12-01T20:59'),
    );
  });
});
