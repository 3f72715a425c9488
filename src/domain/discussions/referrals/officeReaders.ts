import type { Settings } from '../../../platform/settings.ts';
import type { Ctx } from '../../context.ts';
import { findPersonByEmployeeNo, hasRole, type PersonRow, peopleWithRole } from '../../people/index.ts';

/**
 * Who reads what is handed over to an office (settings.officeReaders). Never somebody with a post in the department
 * where it was written: among colleagues words tell whose they are, and misconduct may be theirs.
 *
 * @param departmentId null: nobody knows where it was written, and who is left out must not tell
 */
export async function readersOfOffice(
  ctx: Ctx,
  office: string,
  departmentId: string | null,
): Promise<PersonRow[]> {
  const { roles = [], people = [] } = ctx.settings.officeReaders[office] ?? {};
  const found = new Map<string, PersonRow>();
  for (const role of roles) {
    for (const person of await peopleWithRole(ctx.db, role)) found.set(person.id, person);
  }
  for (const employeeNo of people) {
    const person = await findPersonByEmployeeNo(ctx.db, employeeNo);
    if (person?.status === 'active') found.set(person.id, person);
  }
  return [...found.values()].filter((person) => departmentId === null || !isColleague(person, departmentId));
}

/**
 * The offices to which something may be handed over: those for which somebody would read it.
 *
 * @param departmentId as for `readersOfOffice`
 */
export async function openOffices(ctx: Ctx, departmentId: string | null): Promise<string[]> {
  const offices = Object.keys(ctx.settings.offices);
  const readers = await Promise.all(offices.map((office) => readersOfOffice(ctx, office, departmentId)));
  return offices.filter((_, index) => (readers[index]?.length ?? 0) > 0);
}

/** The offices whose readers a person is one of. */
export function officesOf(
  person: PersonRow,
  settings: Pick<Settings, 'offices' | 'officeReaders'>,
): string[] {
  if (person.status !== 'active') return [];
  return Object.keys(settings.offices).filter((office) => {
    const { roles = [], people = [] } = settings.officeReaders[office] ?? {};
    return people.includes(person.employeeNo) || hasRole(person, ...roles);
  });
}

export function isColleague(person: PersonRow, departmentId: string): boolean {
  return person.posts.some((post) => post.departmentId === departmentId);
}
