import type { Ctx } from '../context.ts';
import { actingPerson, hasRole, type PersonRow, type Role, requireRole } from '../people/index.ts';

/** The quality department: who prepares, releases and answers. */
const qualityRoles: Role[] = ['curator', 'approver', 'triager'];
const leadingRoles = ['head', 'promoter', 'deputy'];

/** May see the figures of all departments. */
export function seesCompany(person: PersonRow): boolean {
  return hasRole(person, ...qualityRoles);
}

/** @throws AppError signIn.required, forbidden */
export async function requireQuality(ctx: Ctx): Promise<PersonRow> {
  return requireRole(ctx, ...qualityRoles);
}

/** The departments whose figures a person sees as their head, promoter or deputy. */
export function ledDepartments(person: PersonRow): PersonRow['posts'][number]['department'][] {
  if (person.status !== 'active') return [];
  return person.posts.filter((post) => leadingRoles.includes(post.role)).map((post) => post.department);
}

/** What of the reports a person may open. */
export async function reportAccess(ctx: Ctx): Promise<{ departments: number; company: boolean }> {
  const person = await actingPerson(ctx);
  return { departments: ledDepartments(person).length, company: seesCompany(person) };
}
