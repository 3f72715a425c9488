import { z } from 'zod';

const slot = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const directoryDepartmentSchema = z.strictObject({
  code: z.string().min(1).max(40),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  kind: z.string().min(1),
  linesOfBusiness: z.array(z.string()),
  parentCode: z.string().nullable(),
  openingSlot: slot.nullable(),
  workingHours: z
    .string()
    .regex(/^\d\d:\d\d-\d\d:\d\d$/)
    .nullable(),
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
  }
  return faults;
}
