import type { Ctx } from '../context.ts';
import { actingPerson } from './people.policy.ts';
import { type DepartmentRow, type PersonRow, searchDepartments, searchPeople } from './people.store.ts';

/** So many are offered at once. */
const offered = 20;

/**
 * Departments to choose from, by a part of their name or code.
 *
 * @throws AppError signIn.required
 */
export async function offerDepartments(ctx: Ctx, words: string): Promise<DepartmentRow[]> {
  await actingPerson(ctx);
  return searchDepartments(ctx.db, words.trim(), offered);
}

/**
 * Colleagues to choose from, by a part of their name; never the person who asks. Without words nobody: this is no list
 * of the company.
 *
 * @throws AppError signIn.required
 */
export async function findColleagues(ctx: Ctx, words: string): Promise<PersonRow[]> {
  const person = await actingPerson(ctx);
  if (words.trim() === '') return [];
  const found = await searchPeople(ctx.db, words, offered + 1);
  return found.filter((one) => one.id !== person.id).slice(0, offered);
}
