import type { Db } from '../../platform/db/client.ts';
import { newId } from '../../platform/ids.ts';
import type { DirectoryDepartment, DirectoryPerson } from './directory.rules.ts';

/** Inserts or updates one department by its code; returns its id. The parent is set in a second pass. */
export async function upsertDepartment(db: Db, department: DirectoryDepartment): Promise<string> {
  const { code, parentCode: _parent, ...facts } = department;
  const row = await db.department.upsert({
    where: { code },
    create: { id: newId(), code, ...facts },
    update: facts,
    select: { id: true },
  });
  return row.id;
}

export async function setParent(db: Db, departmentId: string, parentId: string | null): Promise<void> {
  await db.department.update({ where: { id: departmentId }, data: { parentId } });
}

/** Inserts or updates one person by employee number, and replaces their posts and roles. */
export async function upsertPerson(
  db: Db,
  person: DirectoryPerson,
  departmentIds: ReadonlyMap<string, string>,
): Promise<void> {
  const { employeeNo, posts, companyRoles, ...facts } = person;
  const row = await db.person.upsert({
    where: { employeeNo },
    create: { id: newId(), employeeNo, ...facts },
    update: facts,
    select: { id: true },
  });
  await db.post.deleteMany({ where: { personId: row.id } });
  await db.grant.deleteMany({ where: { personId: row.id } });
  await db.post.createMany({
    data: posts.map((post) => ({
      personId: row.id,
      departmentId: departmentIds.get(post.departmentCode) ?? '',
      role: post.role,
      main: post.main,
    })),
  });
  await db.grant.createMany({ data: companyRoles.map((role) => ({ personId: row.id, role })) });
}

/** People who are not in the directory any more. Their rows stay: what they did must keep its author. */
export async function markLeft(db: Db, employeeNumbersThatStay: readonly string[]): Promise<number> {
  const left = await db.person.updateMany({
    where: { employeeNo: { notIn: [...employeeNumbersThatStay] }, status: { not: 'left' } },
    data: { status: 'left' },
  });
  return left.count;
}
