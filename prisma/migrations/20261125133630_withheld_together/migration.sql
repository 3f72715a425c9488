-- AlterTable
ALTER TABLE "insight" ADD COLUMN     "readable" BOOLEAN NOT NULL DEFAULT false;

-- What was withheld before could be read at once.
UPDATE "insight" SET "readable" = true WHERE "state" = 'withheld';
