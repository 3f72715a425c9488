import type { Ctx } from '../../context.ts';
import { hasRole, type PersonRow, type Role, requireRole } from '../../people/index.ts';

/** The quality department: reads insights across departments. */
const readers: readonly Role[] = ['curator', 'approver', 'triager'];
/** … and makes themes of them. */
const makers: readonly Role[] = ['curator', 'triager'];

/** @throws AppError signIn.required, forbidden */
export function requireInsightReader(ctx: Ctx): Promise<PersonRow> {
  return requireRole(ctx, ...readers);
}

/** @throws AppError signIn.required, forbidden */
export function requireThemeMaker(ctx: Ctx): Promise<PersonRow> {
  return requireRole(ctx, ...makers);
}

export const readsInsights = (person: PersonRow): boolean => hasRole(person, ...readers);
export const makesThemes = (person: PersonRow): boolean => hasRole(person, ...makers);

/** Posts that answer for their department. */
const answering = ['head', 'deputy', 'promoter'];

/** Answers for a theme: leads the department that owns it. */
export function ownsTheme(person: PersonRow, theme: { ownerDepartmentId: string | null }): boolean {
  return person.posts.some(
    (post) => post.departmentId === theme.ownerDepartmentId && answering.includes(post.role),
  );
}
