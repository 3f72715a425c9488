import type { Db } from '../../platform/db/client.ts';
import type { DepartmentProgress } from '../ports.ts';

export interface EditionDepartment {
  departmentId: string;
  reach: 'channel' | 'group_chat' | 'none';
  targetCount: number;
}

export async function insertEditionDepartments(
  db: Db,
  editionId: string,
  departments: readonly EditionDepartment[],
): Promise<void> {
  await db.editionDepartment.createMany({
    data: departments.map((department) => ({ editionId, ...department })),
    skipDuplicates: true,
  });
}

export async function findEditionDepartments(db: Db, editionId: string) {
  return db.editionDepartment.findMany({ where: { editionId } });
}

/** Ids of the departments that an edition reaches. */
export async function editionDepartments(db: Db, editionId: string): Promise<string[]> {
  const rows = await db.editionDepartment.findMany({ where: { editionId }, select: { departmentId: true } });
  return rows.map((row) => row.departmentId);
}

export async function findEditionDepartment(db: Db, editionId: string, departmentId: string) {
  return db.editionDepartment.findUnique({ where: { editionId_departmentId: { editionId, departmentId } } });
}

/** Somebody of the department heard something: its card may be out of date. */
export async function markProgressDirty(db: Db, editionId: string, departmentId: string): Promise<void> {
  await db.editionDepartment.updateMany({
    where: { editionId, departmentId },
    data: { progressDirty: true },
  });
}

/**
 * Holds an edition's departments until the transaction ends. Whoever ends an edition takes them before any message:
 * bringing cards up to date takes both in that order, and the other way round each would wait for the other.
 */
export async function lockEditionDepartments(db: Db, editionId: string): Promise<void> {
  await db.$queryRaw`
    SELECT 1 FROM edition_department WHERE edition_id = ${editionId}::uuid ORDER BY department_id FOR UPDATE`;
}

export interface DirtyDepartment {
  editionId: string;
  departmentId: string;
  /** What its card said at the last update; null before the first. */
  shown: unknown;
}

/**
 * Takes the departments whose card may be brought up to date now: something changed, and the last update was
 * before `updatedBefore`. Whoever calls this owns them; a second caller gets none of them, and what somebody else
 * holds waits for the next time.
 */
export async function takeDirtyDepartments(db: Db, updatedBefore: Date): Promise<DirtyDepartment[]> {
  return db.$queryRaw`
    WITH due AS (
      SELECT d.edition_id, d.department_id FROM edition_department d JOIN edition e ON e.id = d.edition_id
      WHERE e.state = 'open' AND d.progress_dirty
        AND (d.progress_updated_at IS NULL OR d.progress_updated_at <= ${updatedBefore})
      FOR UPDATE OF d SKIP LOCKED
    )
    UPDATE edition_department d SET progress_dirty = false FROM due
    WHERE d.edition_id = due.edition_id AND d.department_id = due.department_id
    RETURNING d.edition_id AS "editionId", d.department_id AS "departmentId", d.progress_shown AS shown`;
}

/** Keeps what a department's card says from now on. */
export async function saveShownProgress(
  db: Db,
  department: { editionId: string; departmentId: string },
  shown: DepartmentProgress,
  now: Date,
): Promise<void> {
  await db.editionDepartment.update({
    where: { editionId_departmentId: department },
    data: { progressShown: shown, progressUpdatedAt: now },
  });
}

/** Freezes what each department reached, at closing. */
export async function freezeCounts(
  db: Db,
  editionId: string,
  counts: readonly { departmentId: string; heard: number; target: number }[],
): Promise<void> {
  await db.$executeRaw`
    UPDATE edition_department d SET heard_count = c.heard, target_count = c.target, progress_dirty = false
    FROM unnest(
      ${counts.map((one) => one.departmentId)}::uuid[], ${counts.map((one) => one.heard)}::int[],
      ${counts.map((one) => one.target)}::int[]
    ) AS c(department_id, heard, target)
    WHERE d.edition_id = ${editionId}::uuid AND d.department_id = c.department_id`;
}
