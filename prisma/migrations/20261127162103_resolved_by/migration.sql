-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "resolvedBy" TEXT;
