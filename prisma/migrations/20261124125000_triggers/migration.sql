-- AlterEnum
ALTER TYPE "EventSource" ADD VALUE 'schedule';
ALTER TYPE "EventSource" ADD VALUE 'recipe';

-- AlterTable
ALTER TABLE "Recipe" ADD COLUMN "triggerType" TEXT NOT NULL DEFAULT 'stripe.event',
ADD COLUMN "hookToken" TEXT,
ADD COLUMN "hookSecret" BYTEA;

CREATE UNIQUE INDEX "Recipe_hookToken_key" ON "Recipe"("hookToken");
CREATE INDEX "Recipe_workspaceId_triggerType_idx" ON "Recipe"("workspaceId", "triggerType");

ALTER TABLE "Connection" ADD COLUMN "canReport" BOOLEAN NOT NULL DEFAULT false;

-- An event without a connection was a test of one recipe, with an id of its own.
ALTER TABLE "Event" ADD COLUMN "originId" UUID;
UPDATE "Event" SET "originId" = coalesce("connectionId", "id");
ALTER TABLE "Event" ALTER COLUMN "originId" SET NOT NULL;
DROP INDEX "Event_workspaceId_connectionId_externalId_key";
CREATE UNIQUE INDEX "Event_workspaceId_originId_externalId_key" ON "Event"("workspaceId", "originId", "externalId");

-- CreateTable
CREATE TABLE "TriggerState" (
    "workspaceId" UUID NOT NULL,
    "recipeId" UUID NOT NULL,
    "cursor" JSON,
    "fingerprint" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lockedUntil" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "lookedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TriggerState_pkey" PRIMARY KEY ("workspaceId","recipeId")
);

CREATE INDEX "TriggerState_dueAt_idx" ON "TriggerState"("dueAt");
ALTER TABLE "TriggerState" ADD CONSTRAINT "TriggerState_workspaceId_recipeId_fkey" FOREIGN KEY ("workspaceId", "recipeId") REFERENCES "Recipe"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Failures are few: what starts on them finds them without reading all runs.
CREATE INDEX "Run_failures_idx" ON "Run"("workspaceId", "finishedAt") WHERE "status" IN ('failed', 'outcome_unknown');
