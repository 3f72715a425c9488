/** People: departments, persons, posts, roles, their sessions, and the log of what they did. */
export { audit, auditDetail, auditReading } from './audit.ts';
export {
  addBusinessDays,
  addDays,
  addMonths,
  businessDayOnOrBefore,
  businessDaysBefore,
  type CalendarSettings,
  type Day,
  dayOf,
  endOf,
  firstBusinessDay,
  instantAt,
  isBusinessDay,
  isWorkingMoment,
  lastBusinessDay,
  type Month,
  monthOf,
  monthsBefore,
  nextWorkingMoment,
} from './calendar.rules.ts';
export {
  type Directory,
  type DirectoryDepartment,
  type DirectoryPerson,
  directoryDepartmentSchema,
  directoryPersonSchema,
} from './directory.rules.ts';
export { isDirectoryEmpty } from './directory.store.ts';
export { BadDirectory, type DirectoryFault } from './directoryFaults.rules.ts';
export { forgetOldPeopleRecords } from './forgetOld.ts';
export { type DirectoryImport, importDirectory } from './importDirectory.ts';
export { findColleagues, offerDepartments } from './lookUp.ts';
export { actingPerson, hasRole, mayTakePart, type Role, requireRole } from './people.policy.ts';
export { localeOf, mainPost, workingHoursOf } from './people.rules.ts';
export {
  allDepartments,
  allPeople,
  type Contact,
  concernedPeople,
  countConcerned,
  type DepartmentRow,
  findContacts,
  findDepartment,
  findDepartmentByConversation,
  findDepartments,
  findMembership,
  findNames,
  findPeople,
  findPerson,
  findPersonByEmployeeNo,
  findPersonByEntraObjectId,
  type Membership,
  membersOf,
  type PersonRow,
  peopleOfDepartment,
  peopleWithRole,
  searchDepartments,
} from './people.store.ts';
export { createSessionLink, redeemSessionLink } from './sessionLinks.ts';
