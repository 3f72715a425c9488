/** The words for each role that the server may name. */
export const roleKeys = {
  head: 'role.head',
  promoter: 'role.promoter',
  deputy: 'role.deputy',
  curator: 'role.curator',
  approver: 'role.approver',
  triager: 'role.triager',
  administrator: 'role.administrator',
  officer: 'role.officer',
} as const;

/** Whether there are words for this role; one that is newer than the page is shown by its key. */
export function isRole(role: string): role is keyof typeof roleKeys {
  return role in roleKeys;
}
