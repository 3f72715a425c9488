import { AppError } from '../../platform/errors.ts';
import type { Settings } from '../../platform/settings.ts';
import type { Directory, DirectoryDepartment, DirectoryPerson } from './directory.rules.ts';

/** What can be wrong with a directory, first in how it is written, then in what it says. */
export type DirectoryFaultKind =
  | 'missing'
  | 'encoding'
  | 'table'
  | 'column'
  | 'value'
  | 'nobody'
  | 'noAdministrator'
  | 'twice'
  | 'kind'
  | 'line'
  | 'parent'
  | 'cycle'
  | 'reach'
  | 'channelTwice'
  | 'post'
  | 'postTwice'
  | 'mainPost'
  | 'accountTwice';

export interface DirectoryFault {
  fault: DirectoryFaultKind;
  /** The entry, by its place in the source or else by its key; '' when it is the whole directory. */
  place: string;
  /** What is wrong with it: a key, a column. Never a name. */
  value: string;
}

/** A directory that cannot be used, with everything that is wrong with it. */
export class BadDirectory extends AppError {
  readonly faults: readonly DirectoryFault[];

  constructor(faults: readonly DirectoryFault[]) {
    const named = faults.map(({ fault, place, value }) => [place, fault, value].filter(Boolean).join(' '));
    super('directory.badFile', { where: named.slice(0, 5).join('; ') });
    this.faults = faults;
  }
}

/**
 * What makes a directory unusable.
 *
 * @returns empty when the directory is sound
 */
export function directoryFaults(
  directory: Directory,
  settings: Pick<Settings, 'departmentKinds' | 'linesOfBusiness'>,
): DirectoryFault[] {
  return [
    ...wholeFaults(directory),
    ...departmentFaults(directory.departments, settings),
    ...peopleFaults(directory),
  ];
}

function wholeFaults({ people }: Directory): DirectoryFault[] {
  // An empty list is a broken export, not a company that everybody left.
  if (people.length === 0) return [{ fault: 'nobody', place: '', value: '' }];
  // Nobody could mend it by another import.
  const administered = people.some(
    ({ status, companyRoles }) => status === 'active' && companyRoles.includes('administrator'),
  );
  return administered ? [] : [{ fault: 'noAdministrator', place: '', value: '' }];
}

function departmentFaults(
  departments: readonly DirectoryDepartment[],
  settings: Pick<Settings, 'departmentKinds' | 'linesOfBusiness'>,
): DirectoryFault[] {
  const codes = repeated(departments.map(({ code }) => code));
  const channels = repeated(departments.map(({ teamsConversationId }) => teamsConversationId));
  const parents = new Map(departments.map(({ code, parentCode }) => [code, parentCode]));
  return departments.flatMap((department) => {
    const { code, kind, linesOfBusiness, parentCode, reach, teamsConversationId } = department;
    const faults = collector(department.place ?? code);
    if (codes.has(code)) faults.add('twice', code);
    if (!Object.hasOwn(settings.departmentKinds, kind)) faults.add('kind', kind);
    for (const line of linesOfBusiness) {
      if (!Object.hasOwn(settings.linesOfBusiness, line)) faults.add('line', line);
    }
    if (parentCode !== null && !parents.has(parentCode)) faults.add('parent', parentCode);
    if (isOwnAncestor(code, parents)) faults.add('cycle', code);
    if ((reach === 'none') !== (teamsConversationId === null)) faults.add('reach', reach);
    if (channels.has(teamsConversationId)) faults.add('channelTwice', teamsConversationId ?? '');
    return faults.found;
  });
}

function peopleFaults({ departments, people }: Directory): DirectoryFault[] {
  const codes = new Set(departments.map(({ code }) => code));
  const numbers = repeated(people.map(({ employeeNo }) => employeeNo));
  const accounts = repeated(people.map(accountOf));
  return people.flatMap((person) => {
    const { employeeNo, posts } = person;
    const faults = collector(person.place ?? employeeNo);
    if (numbers.has(employeeNo)) faults.add('twice', employeeNo);
    const postCodes = posts.map(({ departmentCode }) => departmentCode);
    for (const code of postCodes) {
      if (!codes.has(code)) faults.add('post', code);
    }
    for (const code of repeated(postCodes)) faults.add('postTwice', code ?? '');
    if (posts.filter(({ main }) => main).length !== 1) faults.add('mainPost', '');
    const account = accountOf(person);
    if (accounts.has(account)) faults.add('accountTwice', account ?? '');
    return faults.found;
  });
}

function accountOf({ entraObjectId }: DirectoryPerson): string | null {
  return entraObjectId?.toLowerCase() ?? null;
}

function collector(place: string) {
  const found: DirectoryFault[] = [];
  return {
    found,
    add: (fault: DirectoryFaultKind, value: string) => {
      found.push({ fault, place, value });
    },
  };
}

function isOwnAncestor(code: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  let above = parents.get(code) ?? null;
  while (above !== null && above !== code && !seen.has(above)) {
    seen.add(above);
    above = parents.get(above) ?? null;
  }
  return above === code;
}

/** What stands more than once in a list; nothing (null) may. */
function repeated(values: readonly (string | null)[]): Set<string | null> {
  const seen = new Set<string | null>();
  return new Set(values.filter((value) => value !== null && (seen.has(value) || !seen.add(value))));
}
