-- AlterTable
ALTER TABLE "discussion" ADD COLUMN     "reports" INTEGER NOT NULL DEFAULT 0;

-- What is reported was reported once at least.
UPDATE "discussion" SET "reports" = 1 WHERE "state" = 'wrapped_up';
