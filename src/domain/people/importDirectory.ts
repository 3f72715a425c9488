import { inTransaction } from '../../platform/db/client.ts';
import { AppError } from '../../platform/errors.ts';
import type { Ctx } from '../context.ts';
import { type Directory, directoryFaults } from './directory.rules.ts';
import { markLeft, setParent, upsertDepartment, upsertPerson } from './directory.store.ts';

/**
 * Brings departments and people to what the directory says: new ones come, changed ones change, people who
 * are missing count as having left.
 *
 * @throws AppError directory.badFile naming the faulty entries; nothing is changed then
 */
export async function importDirectory(
  ctx: Ctx,
  directory: Directory,
): Promise<{ departments: number; people: number; left: number }> {
  const faults = directoryFaults(directory);
  if (faults.length > 0) throw new AppError('directory.badFile', { where: faults.slice(0, 5).join('; ') });
  return inTransaction(ctx, async (tx) => {
    const ids = new Map<string, string>();
    for (const department of directory.departments) {
      ids.set(department.code, await upsertDepartment(tx.db, department));
    }
    for (const { code, parentCode } of directory.departments) {
      await setParent(tx.db, ids.get(code) ?? '', parentCode ? (ids.get(parentCode) ?? null) : null);
    }
    for (const person of directory.people) await upsertPerson(tx.db, person, ids);
    const left = await markLeft(
      tx.db,
      directory.people.map((person) => person.employeeNo),
    );
    return { departments: directory.departments.length, people: directory.people.length, left };
  });
}
