import { describe, expect, it } from 'vitest';
import {
  isNudgeDue,
  isNudgeTime,
  leadersInOrder,
  type Nudgeable,
  nudgeAnswer,
} from '../../../src/domain/discussions/nudge.rules.ts';
import { defaultSettings } from '../../../src/platform/settings.ts';

const settings = defaultSettings();
const december = { openedOn: '2026-12-01', dueOn: '2026-12-18' };
const waiting: Nudgeable = {
  state: 'waiting',
  startedAt: null,
  revealAt: null,
  stepEndsAt: null,
  plannedOn: null,
  snoozedUntil: null,
  nudgedOn: null,
};
const now = new Date('2026-12-08T01:00:00Z');
const isDue = (change: Partial<Nudgeable>) => isNudgeDue({ ...waiting, ...change }, '2026-12-08', now);

describe('leaders are reminded', () => {
  it.each([
    ['2026-12-07', false],
    ['2026-12-08', true],
    ['2026-12-18', true],
    // Thirty days after the due day it can be reported.
    ['2027-01-17', true],
    ['2027-01-18', false],
  ])('from five business days after the opening on, while it can be reported: %s %s', (today, expected) => {
    expect(isNudgeTime(december, today, settings)).toBe(expected);
  });

  it.each<[string, Partial<Nudgeable>, boolean]>([
    ['not begun', {}, true],
    ['begun by an insight', { state: 'reflecting' }, true],
    ['revealed yesterday', { state: 'revealed', startedAt: new Date('2026-12-07T01:00:00Z') }, true],
    ['being held now', { state: 'reflecting', startedAt: new Date('2026-12-08T00:30:00Z') }, false],
    ['in a step that lasts days', { state: 'talking', stepEndsAt: new Date('2026-12-09T15:00:00Z') }, false],
    ['set to reveal itself', { state: 'reflecting', revealAt: new Date('2026-12-09T00:00:00Z') }, false],
    ['reported', { state: 'wrapped_up' }, false],
    ['skipped', { state: 'skipped' }, false],
    ['planned for today', { plannedOn: '2026-12-08' }, false],
    ['planned for yesterday', { plannedOn: '2026-12-07' }, true],
    ['snoozed until tomorrow', { snoozedUntil: '2026-12-09' }, false],
    ['snoozed until today', { snoozedUntil: '2026-12-08' }, true],
    ['reminded six days ago', { nudgedOn: '2026-12-02' }, false],
    ['reminded a week ago', { nudgedOn: '2026-12-01' }, true],
  ])('where it is due: %s', (_what, change, expected) => {
    expect(isDue(change)).toBe(expected);
  });

  it('and cards say what became of it', () => {
    expect(nudgeAnswer({ ...waiting, plannedOn: '2026-12-10' }, '2026-12-08')).toEqual({
      kind: 'planned',
      day: '2026-12-10',
    });
    expect(nudgeAnswer({ ...waiting, state: 'wrapped_up', plannedOn: '2026-12-10' }, '2026-12-08')).toEqual({
      kind: 'reported',
    });
    expect(nudgeAnswer(waiting, '2026-12-08')).toBeNull();
  });
});

describe('the one who is reminded', () => {
  const person = (id: string, role: string, more: object = {}) => ({
    id,
    employeeNo: id,
    status: 'active',
    entraObjectId: `entra-${id}`,
    posts: [{ departmentId: 'motor', role }],
    ...more,
  });
  const order = (leaderId: string | null, ...people: ReturnType<typeof person>[]) =>
    leadersInOrder({ departmentId: 'motor', leaderId }, people).map(({ id }) => id);

  it('is the leader of the day, else promoter, head, deputy, by number', () => {
    const people = [
      person('4', 'deputy'),
      person('3', 'head'),
      person('2', 'promoter'),
      person('1', 'promoter'),
      person('5', 'member'),
    ];
    expect(order(null, ...people)).toEqual(['1', '2', '3', '4']);
    expect(order('5', ...people)).toEqual(['5', '1', '2', '3', '4']);
  });

  it('is nobody on leave, without Teams, or who has gone to another department', () => {
    const people = [
      person('1', 'promoter', { status: 'on_leave' }),
      person('2', 'head', { entraObjectId: null }),
      person('3', 'promoter', { posts: [{ departmentId: 'property', role: 'promoter' }] }),
      person('4', 'deputy'),
    ];
    expect(order('3', ...people)).toEqual(['4']);
  });
});
