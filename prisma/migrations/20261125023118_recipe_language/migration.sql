-- CreateEnum
CREATE TYPE "ChannelKind" AS ENUM ('email', 'slack', 'webhook');

-- AlterEnum
ALTER TYPE "AppId" ADD VALUE 'http';

-- AlterEnum
ALTER TYPE "StepStatus" ADD VALUE 'skipped';

-- AlterTable
ALTER TABLE "Recipe" ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "folder" TEXT,
ADD COLUMN     "key" TEXT,
ADD COLUMN     "shadowVersion" INTEGER,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "pinned" JSON;

-- CreateTable
CREATE TABLE "Channel" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "ChannelKind" NOT NULL,
    "name" TEXT NOT NULL,
    "config" BYTEA NOT NULL,
    "label" TEXT NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Channel_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Mail" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "to" TEXT[],
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE INDEX "Mail_workspaceId_createdAt_idx" ON "Mail"("workspaceId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Mail_workspaceId_key_key" ON "Mail"("workspaceId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Recipe_workspaceId_key_key" ON "Recipe"("workspaceId", "key");

-- AddForeignKey
ALTER TABLE "Channel" ADD CONSTRAINT "Channel_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Until now deleting was archiving.
UPDATE "Recipe" SET "deletedAt" = "archivedAt" WHERE "archivedAt" IS NOT NULL;
