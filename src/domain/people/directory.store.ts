import type { Db } from '../../platform/db/client.ts';
import { newId } from '../../platform/ids.ts';
import type { DirectoryDepartment, DirectoryPerson } from './directory.rules.ts';
import type { KnownDirectory } from './directoryChanges.rules.ts';

// Every statement takes its rows as arrays: a company of 30,000 people is a dozen statements.

/** One import at a time: the next one waits until this transaction ends. */
export async function lockDirectory(db: Db): Promise<void> {
  await db.$executeRaw`LOCK TABLE department, person IN SHARE ROW EXCLUSIVE MODE`;
}

/** Whether nobody was ever imported. */
export async function isDirectoryEmpty(db: Db): Promise<boolean> {
  return (await db.person.findFirst({ select: { id: true } })) === null;
}

/** All departments and people, left ones too, as a directory says them. */
export async function findKnownDirectory(db: Db): Promise<KnownDirectory> {
  const departments = await db.$queryRaw<KnownDirectory['departments']>`
    SELECT d.code, d.name, d.name_en AS "nameEn", d.kind, d.lines_of_business AS "linesOfBusiness",
      p.code AS "parentCode", d.opening_slot AS "openingSlot", d.working_hours AS "workingHours", d.excluded,
      d.reach::text AS reach, d.teams_conversation_id AS "teamsConversationId"
    FROM department d LEFT JOIN department p ON p.id = d.parent_id`;
  const people = await db.$queryRaw<KnownDirectory['people']>`
    SELECT p.employee_no AS "employeeNo", p.name, p.name_en AS "nameEn", p.entra_object_id AS "entraObjectId",
      p.locale, p.status::text AS status, p.employment::text AS employment,
      coalesce(o.posts, '[]') AS posts, coalesce(g.roles, '[]') AS "companyRoles"
    FROM person p
    LEFT JOIN (
      SELECT o.person_id,
        json_agg(json_build_object('departmentCode', d.code, 'role', o.role, 'main', o.main)) AS posts
      FROM post o JOIN department d ON d.id = o.department_id GROUP BY 1
    ) o ON o.person_id = p.id
    LEFT JOIN (SELECT person_id, json_agg(role) AS roles FROM "grant" GROUP BY 1) g ON g.person_id = p.id`;
  return { departments, people };
}

/**
 * Takes a channel from the department that has it where the directory gives it to another one: two that swap
 * theirs never hold the same.
 */
async function releaseChannels(db: Db, departments: readonly DirectoryDepartment[]): Promise<void> {
  await db.$executeRaw`
    UPDATE department d SET teams_conversation_id = NULL, reach = 'none'
    FROM unnest(
      ${departments.map((one) => one.code)}::text[],
      ${departments.map((one) => one.teamsConversationId)}::text[]
    ) AS n(code, channel)
    WHERE d.teams_conversation_id = n.channel AND d.code <> n.code`;
}

/** Inserts or updates departments by their codes. */
export async function writeDepartments(db: Db, departments: readonly DirectoryDepartment[]): Promise<void> {
  if (departments.length === 0) return;
  const column = <K extends keyof DirectoryDepartment>(key: K) => departments.map((one) => one[key]);
  await releaseChannels(db, departments);
  await db.$executeRaw`
    INSERT INTO department (id, code, name, name_en, kind, lines_of_business, opening_slot, working_hours,
      excluded, reach, teams_conversation_id)
    SELECT n.id, n.code, n.name, n.name_en, n.kind, ARRAY(SELECT json_array_elements_text(n.lines::json)),
      n.slot, n.hours, n.excluded, n.reach, n.channel
    FROM unnest(
      ${departments.map(() => newId())}::uuid[], ${column('code')}::text[], ${column('name')}::text[],
      ${column('nameEn')}::text[], ${column('kind')}::text[],
      ${departments.map((one) => JSON.stringify(one.linesOfBusiness))}::text[],
      ${column('openingSlot')}::text[], ${column('workingHours')}::text[], ${column('excluded')}::boolean[],
      ${column('reach')}::department_reach[], ${column('teamsConversationId')}::text[]
    ) AS n(id, code, name, name_en, kind, lines, slot, hours, excluded, reach, channel)
    ON CONFLICT (code) DO UPDATE SET name = excluded.name, name_en = excluded.name_en, kind = excluded.kind,
      lines_of_business = excluded.lines_of_business, opening_slot = excluded.opening_slot,
      working_hours = excluded.working_hours, excluded = excluded.excluded, reach = excluded.reach,
      teams_conversation_id = excluded.teams_conversation_id`;
  await db.$executeRaw`
    UPDATE department d SET parent_id = p.id
    FROM unnest(${column('code')}::text[], ${column('parentCode')}::text[]) AS n(code, parent)
    LEFT JOIN department p ON p.code = n.parent
    WHERE d.code = n.code AND d.parent_id IS DISTINCT FROM p.id`;
  await followChannels(db, column('code'));
}

/** Where the bot met a department moves with its channel: cards must not go to the old one. */
async function followChannels(db: Db, codes: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE conversation c SET conversation_id = d.teams_conversation_id
    FROM department d
    WHERE c.recipient_kind = 'department' AND c.recipient_id = d.id AND d.code = ANY(${[...codes]}::text[])
      AND c.conversation_id <> d.teams_conversation_id`;
}

/** Departments that are gone take no part any more. Their rows stay: months past have their figures. */
export async function excludeDepartments(db: Db, codes: readonly string[]): Promise<void> {
  await db.$executeRaw`UPDATE department SET excluded = true WHERE code = ANY(${[...codes]}::text[])`;
}

/**
 * Takes Teams accounts from whoever has them where the directory gives them to somebody else or to nobody,
 * and forgets the chats that the bot has there: they are another person's now.
 */
async function releaseAccounts(db: Db, people: readonly DirectoryPerson[]): Promise<void> {
  await db.$executeRaw`
    WITH n AS (
      SELECT * FROM unnest(
        ${people.map((one) => one.employeeNo)}::text[], ${people.map((one) => one.entraObjectId)}::text[]
      ) AS n(employee_no, account)
    ), released AS (
      UPDATE person SET entra_object_id = NULL WHERE id IN (
        SELECT p.id FROM person p JOIN n ON p.entra_object_id = n.account WHERE p.employee_no <> n.employee_no
        UNION
        SELECT p.id FROM person p JOIN n ON p.employee_no = n.employee_no
        WHERE p.entra_object_id <> coalesce(n.account, ''))
      RETURNING id
    )
    DELETE FROM conversation c USING released r WHERE c.recipient_kind = 'person' AND c.recipient_id = r.id`;
}

/** Inserts or updates people by their numbers, and replaces their posts and roles. */
export async function writePeople(db: Db, people: readonly DirectoryPerson[]): Promise<void> {
  if (people.length === 0) return;
  const column = <K extends keyof DirectoryPerson>(key: K) => people.map((one) => one[key]);
  await releaseAccounts(db, people);
  await db.$executeRaw`
    INSERT INTO person (id, employee_no, name, name_en, entra_object_id, locale, status, employment)
    SELECT * FROM unnest(
      ${people.map(() => newId())}::uuid[], ${column('employeeNo')}::text[], ${column('name')}::text[],
      ${column('nameEn')}::text[], ${column('entraObjectId')}::text[], ${column('locale')}::text[],
      ${column('status')}::person_status[], ${column('employment')}::employment[])
    ON CONFLICT (employee_no) DO UPDATE SET name = excluded.name, name_en = excluded.name_en,
      entra_object_id = excluded.entra_object_id, locale = excluded.locale, status = excluded.status,
      employment = excluded.employment`;
  await replacePosts(db, people);
  await replaceGrants(db, people);
}

async function replacePosts(db: Db, people: readonly DirectoryPerson[]): Promise<void> {
  const posts = people.flatMap(({ employeeNo, posts: own }) => own.map((post) => ({ employeeNo, ...post })));
  await db.$executeRaw`
    DELETE FROM post o USING person p
    WHERE p.id = o.person_id AND p.employee_no = ANY(${people.map((one) => one.employeeNo)}::text[])`;
  await db.$executeRaw`
    INSERT INTO post (person_id, department_id, role, main)
    SELECT p.id, d.id, n.role, n.main
    FROM unnest(
      ${posts.map((one) => one.employeeNo)}::text[], ${posts.map((one) => one.departmentCode)}::text[],
      ${posts.map((one) => one.role)}::post_role[], ${posts.map((one) => one.main)}::boolean[]
    ) AS n(employee_no, code, role, main)
    JOIN person p ON p.employee_no = n.employee_no
    JOIN department d ON d.code = n.code`;
}

async function replaceGrants(db: Db, people: readonly DirectoryPerson[]): Promise<void> {
  const grants = people.flatMap(({ employeeNo, companyRoles }) =>
    [...new Set(companyRoles)].map((role) => ({ employeeNo, role })),
  );
  await db.$executeRaw`
    DELETE FROM "grant" g USING person p
    WHERE p.id = g.person_id AND p.employee_no = ANY(${people.map((one) => one.employeeNo)}::text[])`;
  await db.$executeRaw`
    INSERT INTO "grant" (person_id, role)
    SELECT p.id, n.role
    FROM unnest(
      ${grants.map((one) => one.employeeNo)}::text[], ${grants.map((one) => one.role)}::company_role[]
    ) AS n(employee_no, role)
    JOIN person p ON p.employee_no = n.employee_no`;
}

/** People who are not in the directory any more. Their rows stay: what they did must keep its author. */
export async function markLeft(db: Db, employeeNumbers: readonly string[]): Promise<void> {
  await db.$executeRaw`
    UPDATE person SET status = 'left' WHERE employee_no = ANY(${[...employeeNumbers]}::text[])`;
}
