import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import {
  BadDirectory,
  type Directory,
  type DirectoryDepartment,
  type DirectoryFault,
  type DirectoryPerson,
  directoryDepartmentSchema,
  directoryPersonSchema,
} from '../../domain/people/index.ts';

type Row = Record<string, string>;

/** One file: its columns by the entries that they become, and how a row becomes one. */
interface Table<T> {
  file: string;
  columns: Readonly<Record<string, string>>;
  convert(row: Row, place: string): T;
}

const departments: Table<DirectoryDepartment> = {
  file: 'departments.csv',
  columns: {
    code: 'code',
    name: 'name',
    nameEn: 'name_en',
    kind: 'kind',
    linesOfBusiness: 'lines_of_business',
    parentCode: 'parent_code',
    openingSlot: 'opening_slot',
    workingHours: 'working_hours',
    excluded: 'excluded',
    reach: 'reach',
    teamsConversationId: 'teams_conversation_id',
  },
  convert: (row, place) =>
    directoryDepartmentSchema.parse({
      code: row.code,
      name: row.name,
      nameEn: row.name_en,
      kind: row.kind,
      linesOfBusiness: list(row.lines_of_business),
      parentCode: row.parent_code || null,
      openingSlot: row.opening_slot || null,
      workingHours: row.working_hours || null,
      excluded: truth(row.excluded),
      reach: row.reach,
      teamsConversationId: row.teams_conversation_id || null,
      place,
    }),
};

const people: Table<DirectoryPerson> = {
  file: 'people.csv',
  columns: {
    employeeNo: 'employee_no',
    name: 'name',
    nameEn: 'name_en',
    entraObjectId: 'entra_object_id',
    locale: 'locale',
    status: 'status',
    employment: 'employment',
    posts: 'posts',
    companyRoles: 'company_roles',
  },
  convert: (row, place) =>
    directoryPersonSchema.parse({
      employeeNo: row.employee_no,
      name: row.name,
      nameEn: row.name_en,
      entraObjectId: row.entra_object_id || null,
      locale: row.locale,
      status: row.status,
      employment: row.employment,
      posts: list(row.posts).map(toPost),
      companyRoles: list(row.company_roles),
      place,
    }),
};

/**
 * Reads a company from two CSV files, departments.csv and people.csv (columns: prisma/sample/company/README.md).
 *
 * @param folder where the two files lie
 * @throws BadDirectory naming file, line and column of everything that cannot be read
 */
export function readCsvDirectory(folder: string): Directory {
  const faults: DirectoryFault[] = [];
  const directory = {
    departments: readTable(folder, departments, faults),
    people: readTable(folder, people, faults),
  };
  if (faults.length > 0) throw new BadDirectory(faults);
  return directory;
}

function readTable<T>(folder: string, table: Table<T>, faults: DirectoryFault[]): T[] {
  const { file } = table;
  const source = readText(join(folder, file));
  if ('fault' in source) {
    faults.push({ fault: source.fault, place: file, value: '' });
    return [];
  }
  const rows = parseRows(source.text, file, faults);
  const missing = Object.values(table.columns).filter((column) => rows.columns && !rows.columns.has(column));
  for (const column of missing) faults.push({ fault: 'column', place: file, value: column });
  if (missing.length > 0) return [];
  return rows.rows.flatMap(({ row, place }) => {
    try {
      return [table.convert(row, place)];
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      const columns = error.issues.map(({ path }) => table.columns[String(path[0])] ?? '');
      for (const column of new Set(columns)) faults.push({ fault: 'value', place, value: column });
      return [];
    }
  });
}

function readText(path: string): { text: string } | { fault: 'missing' | 'encoding' } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return { fault: 'missing' };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // A spreadsheet's plain CSV is in Shift_JIS: half of it would be read as other characters.
    return { fault: 'encoding' };
  }
}

interface Rows {
  /** null where there is not even a header. */
  columns: ReadonlySet<string> | null;
  rows: { row: Row; place: string }[];
}

function parseRows(text: string, file: string, faults: DirectoryFault[]): Rows {
  let columns: string[] = [];
  try {
    const records = parse<{ record: Row; info: { lines: number } }>(text, {
      columns: (header: string[]) => {
        columns = header.map((column) => column.trim());
        return columns;
      },
      info: true,
      skip_empty_lines: true,
      // Rows that a spreadsheet left behind.
      skip_records_with_empty_values: true,
      trim: true,
    });
    const rows = records.map(({ record, info }) => ({ row: record, place: `${file}:${info.lines}` }));
    return { columns: new Set(columns), rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as { lines?: unknown }).lines;
    const place = typeof line === 'number' ? `${file}:${line}` : file;
    faults.push({ fault: 'table', place, value: '' });
    return { columns: null, rows: [] };
  }
}

function toPost(post: string): { departmentCode: string; role: string; main: boolean } {
  const [departmentCode = '', role = '', main] = post.split(':');
  return { departmentCode, role, main: main === 'main' };
}

function list(cell: string | undefined): string[] {
  return (cell ?? '')
    .split('|')
    .map((entry) => entry.trim())
    .filter(Boolean);
}

/** Spreadsheets write TRUE and FALSE; anything else is left to be refused. */
function truth(cell = ''): boolean | string {
  const word = cell.toLowerCase();
  return word === 'true' || (word !== '' && word !== 'false' && cell);
}
