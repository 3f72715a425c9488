import { z } from 'zod';
import { timeOfDaySchema, workingHoursSchema } from '../../platform/settings.ts';

export const directoryDepartmentSchema = z.strictObject({
  code: z.string().min(1).max(40),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  kind: z.string().min(1),
  linesOfBusiness: z.array(z.string()),
  parentCode: z.string().nullable(),
  openingSlot: timeOfDaySchema.nullable(),
  workingHours: workingHoursSchema.nullable(),
  excluded: z.boolean(),
  reach: z.enum(['channel', 'group_chat', 'none']),
  teamsConversationId: z.string().nullable(),
});
export type DirectoryDepartment = z.infer<typeof directoryDepartmentSchema>;

export const directoryPersonSchema = z.strictObject({
  employeeNo: z.string().min(1).max(40),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  entraObjectId: z.guid().nullable(),
  locale: z.enum(['ja', 'en']),
  status: z.enum(['active', 'on_leave', 'excluded', 'left']),
  employment: z.enum(['employee', 'officer', 'seconded', 'dispatched', 'part_time']),
  posts: z
    .array(
      z.strictObject({
        departmentCode: z.string(),
        role: z.enum(['member', 'promoter', 'deputy', 'head']),
        main: z.boolean(),
      }),
    )
    .min(1),
  companyRoles: z.array(z.enum(['curator', 'approver', 'triager', 'administrator'])),
});
export type DirectoryPerson = z.infer<typeof directoryPersonSchema>;

export interface Directory {
  departments: DirectoryDepartment[];
  people: DirectoryPerson[];
}

/**
 * What makes a directory unusable, each as a sentence part that names the entry.
 *
 * @returns empty when the directory is sound
 */
export function directoryFaults(directory: Directory): string[] {
  const codes = new Set(directory.departments.map((department) => department.code));
  const faults: string[] = [];
  if (codes.size !== directory.departments.length) faults.push('department code twice');
  const numbers = new Set(directory.people.map((person) => person.employeeNo));
  if (numbers.size !== directory.people.length) faults.push('employee number twice');
  // An empty list is a broken export, not a company that everybody left.
  if (directory.people.length === 0) faults.push('no people');
  for (const department of directory.departments) {
    if (department.parentCode && !codes.has(department.parentCode))
      faults.push(`parent of ${department.code}`);
    if ((department.reach === 'none') !== (department.teamsConversationId === null)) {
      faults.push(`reach of ${department.code}`);
    }
  }
  for (const person of directory.people) {
    if (person.posts.some((post) => !codes.has(post.departmentCode)))
      faults.push(`post of ${person.employeeNo}`);
    if (person.posts.filter((post) => post.main).length !== 1)
      faults.push(`main post of ${person.employeeNo}`);
    for (const code of repeated(person.posts.map((post) => post.departmentCode))) {
      faults.push(`two posts of ${person.employeeNo} in ${code}`);
    }
  }
  const channels = repeated(directory.departments.map((department) => department.teamsConversationId));
  for (const { code, teamsConversationId } of directory.departments) {
    if (channels.has(teamsConversationId)) faults.push(`channel of ${code}`);
  }
  const accounts = repeated(directory.people.map((person) => person.entraObjectId));
  for (const { employeeNo, entraObjectId } of directory.people) {
    if (accounts.has(entraObjectId)) faults.push(`Entra object id of ${employeeNo}`);
  }
  return faults;
}

/** What stands more than once in a list; nothing (null) may. */
function repeated(values: readonly (string | null)[]): Set<string | null> {
  const seen = new Set<string | null>();
  return new Set(values.filter((value) => value !== null && (seen.has(value) || !seen.add(value))));
}
