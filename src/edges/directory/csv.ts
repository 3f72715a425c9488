import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  type Directory,
  type DirectoryDepartment,
  type DirectoryPerson,
  directoryDepartmentSchema,
  directoryPersonSchema,
} from '../../domain/people/index.ts';
import { AppError } from '../../platform/errors.ts';

type Row = Record<string, string>;

/**
 * Reads a company from two CSV files, departments.csv and people.csv (columns: prisma/sample/company/README.md).
 *
 * @param folder where the two files lie
 * @throws AppError directory.badFile naming file and line
 */
export function readCsvDirectory(folder: string): Directory {
  return {
    departments: readRows(folder, 'departments.csv', toDepartment),
    people: readRows(folder, 'people.csv', toPerson),
  };
}

function readRows<T>(folder: string, file: string, convert: (row: Row) => T): T[] {
  return parseCsv(folder, file).map((row, index) => {
    try {
      return convert(row);
    } catch {
      // Line 1 holds the column names.
      throw new AppError('directory.badFile', { where: `${file}:${index + 2}` });
    }
  });
}

function parseCsv(folder: string, file: string): Row[] {
  try {
    return parse(readFileSync(join(folder, file), 'utf8'), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    throw new AppError('directory.badFile', { where: file });
  }
}

function toDepartment(row: Row): DirectoryDepartment {
  return directoryDepartmentSchema.parse({
    code: row.code,
    name: row.name,
    nameEn: row.name_en,
    kind: row.kind,
    linesOfBusiness: list(row.lines_of_business),
    parentCode: row.parent_code || null,
    openingSlot: row.opening_slot || null,
    workingHours: row.working_hours || null,
    excluded: row.excluded === 'true',
    reach: row.reach,
    teamsConversationId: row.teams_conversation_id || null,
  });
}

function toPerson(row: Row): DirectoryPerson {
  return directoryPersonSchema.parse({
    employeeNo: row.employee_no,
    name: row.name,
    nameEn: row.name_en,
    entraObjectId: row.entra_object_id || null,
    locale: row.locale,
    status: row.status,
    employment: row.employment,
    posts: list(row.posts).map(toPost),
    companyRoles: list(row.company_roles),
  });
}

function toPost(post: string): { departmentCode: string; role: string; main: boolean } {
  const [departmentCode = '', role = '', main] = post.split(':');
  return { departmentCode, role, main: main === 'main' };
}

function list(cell: string | undefined): string[] {
  return (cell ?? '').split('|').filter(Boolean);
}
