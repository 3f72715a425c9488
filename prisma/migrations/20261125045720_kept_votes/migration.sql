-- AlterTable
ALTER TABLE "insight_group" ADD COLUMN     "kept_votes" INTEGER;
