import { z } from 'zod';
import { timeOfDaySchema, workingHoursSchema } from '../../platform/settings.ts';

/** Where an entry stands in its source, as whoever mends it finds it: "people.csv:12". */
const place = z.string().optional();

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
  place,
});
export type DirectoryDepartment = z.infer<typeof directoryDepartmentSchema>;

export const directoryPersonSchema = z.strictObject({
  employeeNo: z.string().min(1).max(40),
  name: z.string().min(1),
  nameEn: z.string().min(1),
  // Teams writes it in small letters.
  entraObjectId: z.guid().toLowerCase().nullable(),
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
  place,
});
export type DirectoryPerson = z.infer<typeof directoryPersonSchema>;

export interface Directory {
  departments: DirectoryDepartment[];
  people: DirectoryPerson[];
}
