-- AlterTable
ALTER TABLE "department_month" ADD COLUMN     "all_missed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "all_under_way" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "missed" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "under_way" INTEGER NOT NULL DEFAULT 0;

-- Months that are over: what was neither held nor skipped was not held.
UPDATE "department_month" m SET
  "missed" = greatest(0, m."departments" - m."held_in_time" - m."held_reported_late" - m."held_late" - m."skipped"),
  "all_missed" = greatest(0, m."all_departments" - m."all_held_in_time" - m."all_held_reported_late" - m."all_held_late" - m."all_skipped")
FROM "report_month" r JOIN "edition" e ON e."id" = r."edition_id"
WHERE r."month" = m."month" AND e."state" = 'closed';
