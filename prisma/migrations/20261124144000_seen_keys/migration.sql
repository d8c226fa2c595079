-- CreateTable
CREATE TABLE "SeenKey" (
    "workspaceId" UUID NOT NULL,
    "recipeId" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "rootRunId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeenKey_pkey" PRIMARY KEY ("workspaceId","recipeId","scope","hash")
);

CREATE INDEX "SeenKey_expiresAt_idx" ON "SeenKey"("expiresAt");
ALTER TABLE "SeenKey" ADD CONSTRAINT "SeenKey_workspaceId_recipeId_fkey" FOREIGN KEY ("workspaceId", "recipeId") REFERENCES "Recipe"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
