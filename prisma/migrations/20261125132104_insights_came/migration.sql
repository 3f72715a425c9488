-- AlterTable
ALTER TABLE "discussion" ADD COLUMN     "insights_came" BOOLEAN NOT NULL DEFAULT false;

UPDATE "discussion" d SET "insights_came" = true WHERE EXISTS (SELECT 1 FROM "insight" i WHERE i."discussion_id" = d."id");
