-- DropIndex
DROP INDEX "Event_workspaceId_type_receivedAt_idx";

-- DropIndex
DROP INDEX "Run_workspaceId_recipeId_createdAt_idx";

-- DropIndex
DROP INDEX "Run_workspaceId_status_createdAt_idx";

-- CreateIndex
CREATE INDEX "Event_workspaceId_type_id_idx" ON "Event"("workspaceId", "type", "id" DESC);

-- CreateIndex
CREATE INDEX "Event_workspaceId_fate_id_idx" ON "Event"("workspaceId", "fate", "id" DESC);

-- CreateIndex
CREATE INDEX "Run_workspaceId_recipeId_id_idx" ON "Run"("workspaceId", "recipeId", "id" DESC);

-- CreateIndex
CREATE INDEX "Run_workspaceId_status_id_idx" ON "Run"("workspaceId", "status", "id" DESC);


-- What the engine was not told of yet: the sweeper's list. Prisma cannot declare a partial index.
CREATE INDEX "Run_undispatched_idx" ON "Run"("createdAt") WHERE "dispatchedAt" IS NULL;
