-- AlterTable
ALTER TABLE "topic" ADD COLUMN     "kind" TEXT;
