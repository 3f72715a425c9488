import { describe, expect, it } from 'vitest';
import {
  checkDates,
  defaultDueDay,
  defaultOpening,
  deliveryMoment,
  dueDayFromToday,
  type EditionState,
  isPastDue,
  openingMoment,
  promptsSchema,
  requireEditionMove,
} from '../../../src/domain/listening/edition.rules.ts';
import { requireVoiceMove, type VoiceState } from '../../../src/domain/voices/voices.rules.ts';
import { AppError } from '../../../src/platform/errors.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';

const settings = defaultSettings();
const at = (iso: string) => new Date(`${iso}+09:00`);
const codeOf = (act: () => unknown): string => {
  try {
    act();
    return 'allowed';
  } catch (error) {
    return error instanceof AppError ? error.code : 'crash';
  }
};

describe('an edition moves', () => {
  const states: EditionState[] = ['draft', 'in_review', 'approved', 'open', 'closed', 'cancelled'];
  // The table of the design, written out once more: whoever changes one has to mean it.
  const allowed = new Set([
    'draft → in_review',
    'draft → cancelled',
    'in_review → approved',
    'in_review → draft',
    'approved → open',
    'approved → draft',
    'approved → cancelled',
    'open → closed',
    'open → cancelled',
  ]);
  const moves = states.flatMap((from) => states.map((to) => ({ from, to, move: `${from} → ${to}` })));

  it.each(moves)('$move as the table says', ({ from, to, move }) => {
    expect(codeOf(() => requireEditionMove({ state: from, month: '2026-12' }, to))).toBe(
      allowed.has(move) ? 'allowed' : 'edition.badState',
    );
  });
});

describe('a voice moves', () => {
  const states: VoiceState[] = ['in_review', 'approved', 'withdrawn'];
  const allowed = new Set(['in_review → approved', 'in_review → withdrawn', 'approved → withdrawn']);
  const moves = states.flatMap((from) => states.map((to) => ({ from, to, move: `${from} → ${to}` })));

  it.each(moves)('$move as the table says', ({ from, to, move }) => {
    expect(codeOf(() => requireVoiceMove({ state: from, reference: 'T-1' }, to))).toBe(
      allowed.has(move) ? 'allowed' : 'voice.badState',
    );
  });
});

describe('the dates of an edition', () => {
  it('opens on the first business day at 09:30, by default', () => {
    expect(defaultOpening('2026-12', settings)).toEqual(at('2026-12-01T09:30'));
    expect(defaultOpening('2027-01', settings)).toEqual(at('2027-01-04T09:30'));
  });

  it('is due on the 20th or the business day before', () => {
    expect(defaultDueDay('2026-10', settings)).toBe('2026-10-20');
    expect(defaultDueDay('2026-12', settings)).toBe('2026-12-18');
    expect(defaultDueDay('2026-09', settings)).toBe('2026-09-18');
  });

  it('ends with its due day, at midnight in Tokyo', () => {
    expect(isPastDue('2026-12-18', at('2026-12-18T23:59:59'), settings)).toBe(false);
    expect(isPastDue('2026-12-18', at('2026-12-19T00:00:00'), settings)).toBe(true);
  });

  it('gives the sample company five business days, whatever the day', () => {
    expect(dueDayFromToday('2026-12', '2026-12-01', settings)).toBe('2026-12-30');
    expect(dueDayFromToday('2026-12', '2026-12-30', settings)).toBe('2027-01-08');
  });

  it('opens with the earliest slot of its departments, on the same day', () => {
    const opensAt = at('2026-12-01T09:30');
    expect(openingMoment(opensAt, ['10:00', '13:30'], settings)).toEqual(opensAt);
    expect(openingMoment(opensAt, ['08:15', '13:30'], settings)).toEqual(at('2026-12-01T08:15'));
    expect(openingMoment(opensAt, [], settings)).toEqual(opensAt);
  });

  it.each([
    ['has no slot: at the opening', null, '09:00-17:00', '2026-12-01T09:30', '2026-12-01T09:30'],
    ['has its own slot', '13:30', '13:00-21:00', '2026-12-01T09:30', '2026-12-01T13:30'],
    ['has a slot before its hours begin', '08:00', '09:00-17:00', '2026-12-01T08:00', '2026-12-01T09:00'],
    [
      'was missed: when its people are next at work',
      null,
      '09:00-17:00',
      '2026-12-01T19:00',
      '2026-12-02T09:00',
    ],
    ['was missed over a weekend', null, '09:00-17:00', '2026-12-05T12:00', '2026-12-07T09:00'],
    ['works in the evening: still today', '13:30', '13:00-21:00', '2026-12-01T19:00', '2026-12-01T19:00'],
    ['has no hours of its own: the company’s', null, null, '2026-12-01T18:30', '2026-12-02T09:00'],
  ])('delivers to a department that %s', (_which, openingSlot, workingHours, now, expected) => {
    const moment = deliveryMoment(at('2026-12-01T09:30'), { openingSlot, workingHours }, at(now), settings);
    expect(moment).toEqual(at(expected));
  });

  it.each([
    ['a due day that is over', '2026-12-01T09:30', '2026-11-20', 'edition.badDue'],
    ['a due day before the opening', '2026-12-21T09:30', '2026-12-18', 'edition.badDue'],
    ['an opening that is no date', 'nonsense', '2026-12-18', 'edition.badOpening'],
    ['a due day that is no date', '2026-12-01T09:30', '2026-12-45', 'edition.badDue'],
    ['a due day that is a word', '2026-12-01T09:30', 'tomorrow', 'edition.badDue'],
    ['the opening on the due day', '2026-12-18T09:30', '2026-12-18', 'allowed'],
  ])('refuses %s', (_what, opensAt, dueOn, expected) => {
    const check = () => checkDates({ opensAt: at(opensAt), dueOn }, at('2026-12-01T08:00'), settings);
    expect(codeOf(check)).toBe(expected);
  });

  it('takes one to five prompts in both languages', () => {
    const prompt = { ja: '何ができますか。', en: 'What can we do?' };
    expect(promptsSchema.safeParse([prompt]).success).toBe(true);
    expect(promptsSchema.safeParse([]).success).toBe(false);
    expect(promptsSchema.safeParse(Array(6).fill(prompt)).success).toBe(false);
    expect(promptsSchema.safeParse([{ ja: '日本語だけ' }]).success).toBe(false);
  });
});
