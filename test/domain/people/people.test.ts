import { expect, it } from 'vitest';
import { findPeople, findPerson } from '../../../src/domain/people/index.ts';
import { openTestApp } from '../../support/testApp.ts';

it('one person is read like many: with every post, its department, and the roles', async () => {
  const t = await openTestApp({ working: false });
  const everybody = Object.values(t.people).map(({ id }) => id);
  const many = await findPeople(t.ctx.db, everybody);
  expect(many.some((person) => person.posts.length > 1)).toBe(true);
  expect(many.some((person) => person.grants.length > 0)).toBe(true);
  for (const person of many) {
    const one = await findPerson(t.ctx.db, person.id);
    const byDepartment = [...person.posts].sort((a, b) => (a.departmentId < b.departmentId ? -1 : 1));
    const posts = [...(one?.posts ?? [])].sort((a, b) => (a.departmentId < b.departmentId ? -1 : 1));
    expect({ ...one, posts }).toEqual({ ...person, posts: byDepartment });
  }
});
