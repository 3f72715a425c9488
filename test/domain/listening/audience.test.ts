import { describe, expect, it } from 'vitest';
import { audienceSchema, departmentsOf } from '../../../src/domain/listening/audience.rules.ts';

const departments = [
  { code: 'CL-AUTO1', kind: 'claims', linesOfBusiness: ['auto'], excluded: false },
  { code: 'SL-MINATO', kind: 'sales', linesOfBusiness: ['auto', 'fire'], excluded: false },
  { code: 'HQ-PLAN', kind: 'head_office', linesOfBusiness: [], excluded: false },
  { code: 'HQ-UNION', kind: 'head_office', linesOfBusiness: ['auto'], excluded: true },
];
const codes = (audience: Parameters<typeof departmentsOf>[0]) =>
  departmentsOf(audience, departments).map((department) => department.code);

describe('the audience', () => {
  it('is everybody but 対象外', () => {
    expect(codes({ all: true })).toEqual(['CL-AUTO1', 'SL-MINATO', 'HQ-PLAN']);
  });

  it('is a kind of department', () => {
    expect(codes({ kinds: ['claims'] })).toEqual(['CL-AUTO1']);
  });

  it('is who works in a line of business', () => {
    expect(codes({ linesOfBusiness: ['fire'] })).toEqual(['SL-MINATO']);
  });

  it('is departments by name, each once, and never one that is 対象外', () => {
    expect(codes({ departments: ['HQ-PLAN', 'HQ-UNION'], kinds: ['head_office'] })).toEqual(['HQ-PLAN']);
  });

  it('matches any of what is given', () => {
    expect(codes({ kinds: ['head_office'], linesOfBusiness: ['fire'] })).toEqual(['SL-MINATO', 'HQ-PLAN']);
  });

  it.each([
    [{ all: true }, true],
    [{ kinds: ['claims'] }, true],
    [{}, false],
    [{ kinds: [] }, false],
    [{ all: false }, false],
    [{ all: true, kinds: ['claims'] }, false],
    [{ people: ['A0001'] }, false],
  ])('reads %j: %s', (audience, isSound) => {
    expect(audienceSchema.safeParse(audience).success).toBe(isSound);
  });
});
