-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "forgottenAt" TIMESTAMPTZ(3),
ADD COLUMN     "pausedBy" TEXT,
ADD COLUMN     "resumedAt" TIMESTAMPTZ(3),
ADD COLUMN     "resumedBy" TEXT;
