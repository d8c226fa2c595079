-- AlterEnum
ALTER TYPE "ChannelKind" ADD VALUE 'database';

-- AlterTable
ALTER TABLE "NotificationRule" ADD COLUMN     "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "lockedUntil" TIMESTAMPTZ(3),
ADD COLUMN     "seenTo" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;

-- CreateIndex
CREATE INDEX "NotificationRule_workspaceId_channelId_idx" ON "NotificationRule"("workspaceId", "channelId");

-- CreateIndex
CREATE INDEX "Run_failed_idx" ON "Run"("workspaceId", "finishedAt", "id") WHERE ("failureKey" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Run_ended_idx" ON "Run"("workspaceId", "finishedAt") WHERE ("finishedAt" IS NOT NULL AND "mode" = 'live');
