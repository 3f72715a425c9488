import type { Directory, DirectoryDepartment, DirectoryPerson } from './directory.rules.ts';

export type KnownDepartment = Omit<DirectoryDepartment, 'place'>;
export type KnownPerson = Omit<DirectoryPerson, 'place'>;

/** Departments and people as the database has them. */
export interface KnownDirectory {
  departments: KnownDepartment[];
  people: KnownPerson[];
}

/** What has to be written for the database to say what the directory says. */
export interface DirectoryChanges {
  newDepartments: DirectoryDepartment[];
  changedDepartments: DirectoryDepartment[];
  /** Codes of departments that are not in the directory any more and still took part. */
  goneDepartments: string[];
  newPeople: DirectoryPerson[];
  changedPeople: DirectoryPerson[];
  /** People in the directory who count as having left from now on. */
  leavingPeople: DirectoryPerson[];
  /** Numbers of people who are not in the directory any more and had not left. */
  gonePeople: string[];
}

/** Compares what is known with a directory. */
export function directoryChanges(known: KnownDirectory, directory: Directory): DirectoryChanges {
  const departments = new Map(known.departments.map((one) => [one.code, one]));
  const people = new Map(known.people.map((one) => [one.employeeNo, one]));
  const codes = new Set(directory.departments.map(({ code }) => code));
  const numbers = new Set(directory.people.map(({ employeeNo }) => employeeNo));
  const differing = directory.people.filter((person) => {
    const before = people.get(person.employeeNo);
    return before && personKey(before) !== personKey(person);
  });
  const leaves = ({ employeeNo, status }: DirectoryPerson) =>
    status === 'left' && people.get(employeeNo)?.status !== 'left';
  return {
    newDepartments: directory.departments.filter(({ code }) => !departments.has(code)),
    changedDepartments: directory.departments.filter((department) => {
      const before = departments.get(department.code);
      return before && departmentKey(before) !== departmentKey(department);
    }),
    goneDepartments: known.departments
      .filter(({ code, excluded }) => !codes.has(code) && !excluded)
      .map(({ code }) => code),
    newPeople: directory.people.filter(({ employeeNo }) => !people.has(employeeNo)),
    changedPeople: differing.filter((person) => !leaves(person)),
    leavingPeople: differing.filter(leaves),
    gonePeople: known.people
      .filter(({ employeeNo, status }) => !numbers.has(employeeNo) && status !== 'left')
      .map(({ employeeNo }) => employeeNo),
  };
}

/** Equal for departments of which the same is said. */
function departmentKey(department: KnownDepartment): string {
  return JSON.stringify([
    department.name,
    department.nameEn,
    department.kind,
    [...department.linesOfBusiness].sort(),
    department.parentCode,
    department.openingSlot,
    department.workingHours,
    department.excluded,
    department.reach,
    department.teamsConversationId,
  ]);
}

function personKey(person: KnownPerson): string {
  return JSON.stringify([
    person.name,
    person.nameEn,
    person.entraObjectId,
    person.locale,
    person.status,
    person.employment,
    person.posts.map(({ departmentCode, role, main }) => `${departmentCode}:${role}:${main}`).sort(),
    [...person.companyRoles].sort(),
  ]);
}
