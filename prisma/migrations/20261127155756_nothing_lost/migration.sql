-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('first_failure', 'every_n', 'digest', 'error_rate', 'recovered', 'connection');

-- CreateEnum
CREATE TYPE "BulkKind" AS ENUM ('rerun', 'backfill');

-- CreateEnum
CREATE TYPE "BulkStatus" AS ENUM ('running', 'paused', 'done', 'canceled', 'failed');

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "concurrency" INTEGER,
ADD COLUMN     "pausedAt" TIMESTAMPTZ(3),
ADD COLUMN     "retentionDays" INTEGER NOT NULL DEFAULT 30;

-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "heldSince" TIMESTAMPTZ(3),
ADD COLUMN     "limits" JSONB;

-- AlterTable
ALTER TABLE "Recipe" ADD COLUMN     "concurrency" INTEGER,
ADD COLUMN     "laneBy" TEXT,
ADD COLUMN     "liveSince" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "prunedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Run" ADD COLUMN     "failureKey" TEXT,
ADD COLUMN     "lane" TEXT,
ADD COLUMN     "laneAt" TIMESTAMPTZ(3),
ADD COLUMN     "priority" SMALLINT NOT NULL DEFAULT 0,
ADD COLUMN     "repeats" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "rerunOfId" UUID,
ADD COLUMN     "resolution" TEXT,
ADD COLUMN     "resolvedAt" TIMESTAMPTZ(3),
ADD COLUMN     "subject" TEXT,
ADD COLUMN     "waitingFor" TEXT,
ADD COLUMN     "waitingOn" UUID;

-- AlterTable
ALTER TABLE "StepRun" ADD COLUMN     "reusedFrom" UUID;

-- CreateTable
CREATE TABLE "RateBucket" (
    "workspaceId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "nextAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lineAt" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "blockedUntil" TIMESTAMPTZ(3),
    "blockedWhy" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "windowAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "windowCount" INTEGER NOT NULL DEFAULT 0,
    "lastCount" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RateBucket_pkey" PRIMARY KEY ("workspaceId","connectionId","name")
);

-- CreateTable
CREATE TABLE "Healing" (
    "workspaceId" UUID NOT NULL,
    "connectionId" UUID NOT NULL,
    "comparedTo" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lockedUntil" TIMESTAMPTZ(3),
    "lastAt" TIMESTAMPTZ(3),
    "lastFound" INTEGER NOT NULL DEFAULT 0,
    "lastFoundAt" TIMESTAMPTZ(3),
    "found" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,

    CONSTRAINT "Healing_pkey" PRIMARY KEY ("workspaceId","connectionId")
);

-- CreateTable
CREATE TABLE "NotificationRule" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "recipeId" UUID,
    "channelId" UUID NOT NULL,
    "config" JSONB NOT NULL DEFAULT '{}',
    "state" JSONB NOT NULL DEFAULT '{}',
    "isOn" BOOLEAN NOT NULL DEFAULT true,
    "lastToldAt" TIMESTAMPTZ(3),
    "problem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "NotificationRule_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "FailureGroup" (
    "workspaceId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "assigneeId" UUID,
    "snoozedUntil" TIMESTAMPTZ(3),
    "note" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FailureGroup_pkey" PRIMARY KEY ("workspaceId","key")
);

-- CreateTable
CREATE TABLE "BulkOperation" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" "BulkKind" NOT NULL,
    "status" "BulkStatus" NOT NULL DEFAULT 'running',
    "input" JSON NOT NULL,
    "cursor" JSON,
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "author" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lockedUntil" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "BulkOperation_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "DailyCount" (
    "workspaceId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "noun" TEXT NOT NULL,
    "recipeId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "DailyCount_pkey" PRIMARY KEY ("workspaceId","day","noun","recipeId","state")
);

-- CreateIndex
CREATE INDEX "Healing_dueAt_idx" ON "Healing"("dueAt");

-- CreateIndex
CREATE INDEX "BulkOperation_workspaceId_createdAt_idx" ON "BulkOperation"("workspaceId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "BulkOperation_due_idx" ON "BulkOperation"("dueAt") WHERE ("status" = 'running');

-- CreateIndex
CREATE INDEX "Run_workspaceId_rootRunId_idx" ON "Run"("workspaceId", "rootRunId");

-- CreateIndex
CREATE INDEX "Run_backlog_idx" ON "Run"("workspaceId", "priority", "id") WHERE ("dispatchedAt" IS NULL AND "status" = 'queued');

-- CreateIndex
CREATE INDEX "Run_places_idx" ON "Run"("workspaceId", "recipeId") WHERE ("dispatchedAt" IS NOT NULL AND "status" IN ('queued', 'running'));

-- CreateIndex
CREATE INDEX "Run_due_idx" ON "Run"("workspaceId", "nextAttemptAt") WHERE ("dispatchedAt" IS NULL AND "status" = 'waiting');

-- CreateIndex
CREATE INDEX "Run_lane_idx" ON "Run"("workspaceId", "recipeId", "lane", "laneAt", "id") WHERE ("lane" IS NOT NULL AND "status" IN ('queued', 'running', 'waiting', 'held'));

-- CreateIndex
CREATE INDEX "Run_subject_idx" ON "Run"("workspaceId", "recipeId", "subject", "laneAt") WHERE ("subject" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Run_waiting_idx" ON "Run"("workspaceId", "waitingOn", "waitingFor") WHERE ("waitingOn" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Run_inbox_idx" ON "Run"("workspaceId", "failureKey", "id") WHERE ("failureKey" IS NOT NULL AND "resolvedAt" IS NULL);

-- AddForeignKey
ALTER TABLE "RateBucket" ADD CONSTRAINT "RateBucket_workspaceId_connectionId_fkey" FOREIGN KEY ("workspaceId", "connectionId") REFERENCES "Connection"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Healing" ADD CONSTRAINT "Healing_workspaceId_connectionId_fkey" FOREIGN KEY ("workspaceId", "connectionId") REFERENCES "Connection"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationRule" ADD CONSTRAINT "NotificationRule_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationRule" ADD CONSTRAINT "NotificationRule_workspaceId_recipeId_fkey" FOREIGN KEY ("workspaceId", "recipeId") REFERENCES "Recipe"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationRule" ADD CONSTRAINT "NotificationRule_workspaceId_channelId_fkey" FOREIGN KEY ("workspaceId", "channelId") REFERENCES "Channel"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FailureGroup" ADD CONSTRAINT "FailureGroup_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FailureGroup" ADD CONSTRAINT "FailureGroup_assigneeId_fkey" FOREIGN KEY ("assigneeId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BulkOperation" ADD CONSTRAINT "BulkOperation_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DailyCount" ADD CONSTRAINT "DailyCount_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- A recipe that is live has been since its current version was published.
UPDATE "Recipe" r SET "liveSince" = v."createdAt" FROM "RecipeVersion" v
WHERE v."workspaceId" = r."workspaceId" AND v."recipeId" = r."id" AND v."version" = r."currentVersion" AND r."status" IN ('live', 'shadow');
