import type { Db } from '../../platform/db/client.ts';

/** A person with their posts and roles: what policies and cards need to know. */
export type PersonRow = Awaited<ReturnType<typeof findPeople>>[number];
export type DepartmentRow = NonNullable<Awaited<ReturnType<typeof findDepartment>>>;

const withPosts = { posts: { include: { department: true } }, grants: true } as const;

/** Written out: who acts is asked at every door, and posts, departments and roles would be four queries. */
export async function findPerson(db: Db, personId: string): Promise<PersonRow | null> {
  const rows = await db.$queryRaw<PersonRow[]>`
    SELECT p.id, p.employee_no AS "employeeNo", p.name, p.name_en AS "nameEn", p.entra_object_id AS "entraObjectId",
      p.locale, p.status::text AS status, p.employment::text AS employment,
      (SELECT coalesce(jsonb_agg(jsonb_build_object(
          'personId', post.person_id, 'departmentId', post.department_id, 'role', post.role, 'main', post.main,
          'department', jsonb_build_object(
            'id', d.id, 'code', d.code, 'name', d.name, 'nameEn', d.name_en, 'kind', d.kind,
            'linesOfBusiness', d.lines_of_business, 'parentId', d.parent_id, 'openingSlot', d.opening_slot,
            'workingHours', d.working_hours, 'excluded', d.excluded, 'reach', d.reach,
            'teamsConversationId', d.teams_conversation_id))), '[]')
        FROM post JOIN department d ON d.id = post.department_id WHERE post.person_id = p.id) AS posts,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('personId', g.person_id, 'role', g.role)), '[]')
        FROM "grant" g WHERE g.person_id = p.id) AS grants
    FROM person p WHERE p.id = ${personId}::uuid`;
  return rows[0] ?? null;
}

export async function findPersonByEntraObjectId(db: Db, entraObjectId: string) {
  return db.person.findUnique({ where: { entraObjectId }, include: withPosts });
}

export async function findPersonByEmployeeNo(db: Db, employeeNo: string) {
  return db.person.findUnique({ where: { employeeNo }, include: withPosts });
}

export async function findPeople(db: Db, personIds: readonly string[]) {
  return db.person.findMany({ where: { id: { in: [...personIds] } }, include: withPosts });
}

/** How to address somebody, and whether they are there: what a message to them needs, and no more. */
export interface Contact {
  id: string;
  entraObjectId: string | null;
  locale: string;
  status: PersonRow['status'];
}

/** Written out because a month's opening asks for everybody, a batch at a time: posts and roles cost thrice. */
export async function findContacts(db: Db, personIds: readonly string[]): Promise<Contact[]> {
  if (personIds.length === 0) return [];
  return db.$queryRaw`
    SELECT id, entra_object_id AS "entraObjectId", locale, status::text AS status
    FROM person WHERE id = ANY(${[...personIds]}::uuid[])`;
}

/** A person's place in one department: what a discussion asks of everybody at every press. */
export interface Membership {
  id: string;
  name: string;
  nameEn: string;
  status: PersonRow['status'];
  role: PersonRow['posts'][number]['role'];
}

/** Written out: posts, departments and roles would be four queries where one will do. */
export async function findMembership(
  db: Db,
  personId: string,
  departmentId: string,
): Promise<Membership | null> {
  const rows = await db.$queryRaw<Membership[]>`
    SELECT person.id, person.name, person.name_en AS "nameEn", person.status::text AS status,
      post.role::text AS role
    FROM person JOIN post ON post.person_id = person.id
    WHERE person.id = ${personId}::uuid AND post.department_id = ${departmentId}::uuid`;
  return rows[0] ?? null;
}

/** The people of a department who have not left, by number: names and whether they are counted there. */
export async function membersOf(db: Db, departmentId: string): Promise<(Membership & { main: boolean })[]> {
  return db.$queryRaw`
    SELECT person.id, person.name, person.name_en AS "nameEn", person.status::text AS status,
      post.role::text AS role, post.main
    FROM person JOIN post ON post.person_id = person.id
    WHERE post.department_id = ${departmentId}::uuid AND person.status <> 'left'
    ORDER BY person.employee_no`;
}

/** What people are called, in both languages. */
export async function findNames(
  db: Db,
  personIds: readonly string[],
): Promise<Map<string, { id: string; name: string; nameEn: string }>> {
  if (personIds.length === 0) return new Map();
  const rows = await db.person.findMany({
    where: { id: { in: [...personIds] } },
    select: { id: true, name: true, nameEn: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Everybody with a post in a department who has not left, with all their posts and roles, by number. */
export async function peopleOfDepartment(db: Db, departmentId: string) {
  return db.person.findMany({
    where: { status: { not: 'left' }, posts: { some: { departmentId } } },
    include: withPosts,
    orderBy: { employeeNo: 'asc' },
  });
}

export async function allPeople(db: Db) {
  return db.person.findMany({
    where: { status: { not: 'left' } },
    include: withPosts,
    orderBy: { employeeNo: 'asc' },
  });
}

export async function peopleWithRole(db: Db, role: 'curator' | 'approver' | 'triager' | 'administrator') {
  return db.person.findMany({
    where: { status: 'active', grants: { some: { role } } },
    include: withPosts,
    orderBy: { employeeNo: 'asc' },
  });
}

export async function findDepartment(db: Db, departmentId: string) {
  return db.department.findUnique({ where: { id: departmentId } });
}

export async function findDepartments(db: Db, departmentIds: readonly string[]) {
  if (departmentIds.length === 0) return [];
  return db.department.findMany({ where: { id: { in: [...departmentIds] } } });
}

export async function findDepartmentByConversation(db: Db, teamsConversationId: string) {
  return db.department.findUnique({ where: { teamsConversationId } });
}

export async function allDepartments(db: Db) {
  return db.department.findMany({ orderBy: { code: 'asc' } });
}

/** 対象者: the people counted in each department, by their main post; without leave, 対象外 and leavers. */
export async function concernedPeople(db: Db, departmentIds: readonly string[]) {
  return db.post.findMany({
    where: { main: true, departmentId: { in: [...departmentIds] }, person: { status: 'active' } },
    select: { personId: true, departmentId: true },
  });
}

/** How many people each of these departments counts (対象者数). */
export async function countConcerned(db: Db, departmentIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ departmentId: string; count: number }[]>`
    SELECT post.department_id AS "departmentId", count(*)::int AS count
    FROM post JOIN person ON person.id = post.person_id
    WHERE post.main AND person.status = 'active' AND post.department_id = ANY(${[...departmentIds]}::uuid[])
    GROUP BY 1`;
  return new Map(rows.map((row) => [row.departmentId, row.count]));
}

/** Departments whose name or code holds these words, by code. */
export async function searchDepartments(db: Db, words: string, most: number) {
  const contains = { contains: words, mode: 'insensitive' } as const;
  return db.department.findMany({
    where: { OR: [{ name: contains }, { nameEn: contains }, { code: contains }] },
    orderBy: { code: 'asc' },
    take: most,
  });
}

/** People who have not left whose name holds these words, with or without the space between its parts; by name. */
export async function searchPeople(db: Db, words: string, most: number): Promise<PersonRow[]> {
  const pattern = `%${words.replaceAll(/\s/gu, '').replaceAll(/[\\%_]/g, '\\$&')}%`;
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM person
    WHERE status <> 'left' AND (replace(name, ' ', '') ILIKE ${pattern} OR replace(name_en, ' ', '') ILIKE ${pattern})
    ORDER BY name, id LIMIT ${most}::int`;
  const people = await findPeople(
    db,
    rows.map(({ id }) => id),
  );
  return rows.flatMap(({ id }) => people.find((person) => person.id === id) ?? []);
}

interface NewAuditEntry {
  id: string;
  at: Date;
  actorId: string | null;
  act: string;
  subjectId: string;
  detail: object;
}

export async function insertAudit(db: Db, entry: NewAuditEntry): Promise<void> {
  await db.auditEntry.create({ data: entry });
}

/** Nothing where a line with this id is there. */
export async function insertAuditOnce(db: Db, entry: NewAuditEntry): Promise<void> {
  await db.auditEntry.createMany({ data: [entry], skipDuplicates: true });
}

/** The detail of the newest line about an act. */
export async function findAuditDetail(db: Db, act: string, subjectId: string) {
  const row = await db.auditEntry.findFirst({ where: { act, subjectId }, orderBy: { id: 'desc' } });
  return row?.detail ?? null;
}

export async function insertSessionLink(
  db: Db,
  link: { tokenHash: string; personId: string; expiresAt: Date },
): Promise<void> {
  await db.sessionLink.create({ data: link });
}

/** Marks a link used and returns its person; null when it is unknown, used or run out. One winner. */
export async function markSessionLinkUsed(db: Db, tokenHash: string, now: Date): Promise<string | null> {
  const used = await db.sessionLink.updateManyAndReturn({
    where: { tokenHash, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  return used[0]?.personId ?? null;
}

export async function deleteSessionLinksBefore(db: Db, instant: Date): Promise<number> {
  return (await db.sessionLink.deleteMany({ where: { expiresAt: { lt: instant } } })).count;
}

export async function deleteAuditBefore(db: Db, instant: Date): Promise<number> {
  return (await db.auditEntry.deleteMany({ where: { at: { lt: instant } } })).count;
}
