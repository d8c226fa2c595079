-- AlterTable
ALTER TABLE "Connection" ADD COLUMN "accountId" TEXT,
ADD COLUMN "scopes" TEXT;
CREATE INDEX "Connection_accountId_idx" ON "Connection"("accountId");

-- CreateTable
CREATE TABLE "OAuthState" (
    "hash" TEXT NOT NULL,
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "browserHash" TEXT NOT NULL,
    "connectionId" UUID,
    "verifier" BYTEA,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OAuthState_pkey" PRIMARY KEY ("hash")
);

ALTER TABLE "OAuthState" ADD CONSTRAINT "OAuthState_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
