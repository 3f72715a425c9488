import { inTransaction } from '../../platform/db/client.ts';
import { idFrom } from '../../platform/ids.ts';
import type { Ctx } from '../context.ts';
import { audit } from './audit.ts';
import type { Directory } from './directory.rules.ts';
import {
  excludeDepartments,
  findKnownDirectory,
  lockDirectory,
  markLeft,
  writeDepartments,
  writePeople,
} from './directory.store.ts';
import { type DirectoryChanges, directoryChanges } from './directoryChanges.rules.ts';
import { BadDirectory, directoryFaults } from './directoryFaults.rules.ts';
import { requireRole } from './people.policy.ts';

/** What an import does, in numbers. */
export interface DirectoryImport {
  /** `excluded`: not in the directory any more; they take no part from now on. */
  departments: { total: number; new: number; changed: number; excluded: number };
  people: { total: number; new: number; changed: number; left: number };
}

/** What the audit log calls the directory. */
export const directoryId = idFrom('people.directory');

/**
 * Brings departments and people to what the directory says: new ones come, changed ones change, people who
 * are missing count as having left, departments that are missing take no part any more. All rows stay:
 * what happened keeps its people and places.
 *
 * @param options.dryRun changes nothing and says what it would
 * @throws AppError forbidden (administrators; the product itself may), BadDirectory naming the faulty entries
 */
export async function importDirectory(
  ctx: Ctx,
  directory: Directory,
  options: { dryRun?: boolean } = {},
): Promise<DirectoryImport> {
  return inTransaction(ctx, async (tx) => {
    if (tx.actor.kind === 'person') await requireRole(tx, 'administrator');
    const faults = directoryFaults(directory, ctx.settings);
    if (faults.length > 0) throw new BadDirectory(faults);
    if (!options.dryRun) await lockDirectory(tx.db);
    const changes = directoryChanges(await findKnownDirectory(tx.db), directory);
    const result = summary(directory, changes);
    if (options.dryRun) return result;
    await writeDepartments(tx.db, [...changes.newDepartments, ...changes.changedDepartments]);
    await excludeDepartments(tx.db, changes.goneDepartments);
    await writePeople(tx.db, [...changes.newPeople, ...changes.changedPeople, ...changes.leavingPeople]);
    await markLeft(tx.db, changes.gonePeople);
    await audit(tx, 'people.importDirectory', directoryId, result);
    return result;
  });
}

function summary({ departments, people }: Directory, changes: DirectoryChanges): DirectoryImport {
  return {
    departments: {
      total: departments.length,
      new: changes.newDepartments.length,
      changed: changes.changedDepartments.length,
      excluded: changes.goneDepartments.length,
    },
    people: {
      total: people.length,
      new: changes.newPeople.length,
      changed: changes.changedPeople.length,
      left: changes.leavingPeople.length + changes.gonePeople.length,
    },
  };
}
