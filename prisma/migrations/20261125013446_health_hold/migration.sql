-- AlterTable
ALTER TABLE "voice" ADD COLUMN     "health_hold" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "health_override_reason" TEXT;
