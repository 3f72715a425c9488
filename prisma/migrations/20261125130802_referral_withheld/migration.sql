-- AlterTable
ALTER TABLE "referral" ADD COLUMN     "withheld" BOOLEAN NOT NULL DEFAULT false;
