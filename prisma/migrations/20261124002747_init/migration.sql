-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('owner', 'editor', 'viewer');

-- CreateEnum
CREATE TYPE "AppId" AS ENUM ('stripe', 'customerio');

-- CreateEnum
CREATE TYPE "ConnectionStatus" AS ENUM ('connected', 'unverified', 'failing');

-- CreateEnum
CREATE TYPE "AccountMode" AS ENUM ('live', 'test');

-- CreateEnum
CREATE TYPE "RecipeStatus" AS ENUM ('draft', 'shadow', 'live', 'paused');

-- CreateEnum
CREATE TYPE "EventSource" AS ENUM ('webhook', 'poll', 'backfill', 'manual');

-- CreateEnum
CREATE TYPE "EventFate" AS ENUM ('ran', 'filtered', 'duplicate', 'superseded', 'unmatched', 'held');

-- CreateEnum
CREATE TYPE "RunMode" AS ENUM ('live', 'shadow', 'test');

-- CreateEnum
CREATE TYPE "RunStatus" AS ENUM ('queued', 'running', 'waiting', 'succeeded', 'filtered', 'failed', 'outcome_unknown', 'canceled', 'held');

-- CreateEnum
CREATE TYPE "StepStatus" AS ENUM ('running', 'waiting', 'succeeded', 'filtered', 'failed', 'outcome_unknown');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "passwordHash" TEXT,
    "emailVerifiedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OAuthIdentity" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OAuthIdentity_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "Workspace" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Workspace_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "workspaceId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "role" "Role" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("workspaceId","userId")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "role" "Role" NOT NULL DEFAULT 'editor',
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Connection" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "app" "AppId" NOT NULL,
    "name" TEXT NOT NULL,
    "mode" "AccountMode",
    "status" "ConnectionStatus" NOT NULL,
    "region" TEXT,
    "credentials" BYTEA,
    "endpoints" JSONB,
    "accountLabel" TEXT,
    "endpointToken" TEXT,
    "sandboxAccountId" UUID,
    "statusDetail" TEXT,
    "checkedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Connection_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "SandboxAccount" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "app" "AppId" NOT NULL,
    "keyHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SandboxAccount_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "SandboxObject" (
    "workspaceId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "data" JSON NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SandboxObject_pkey" PRIMARY KEY ("workspaceId","accountId","kind","id")
);

-- CreateTable
CREATE TABLE "Recipe" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "RecipeStatus" NOT NULL DEFAULT 'draft',
    "definition" JSON NOT NULL,
    "currentVersion" INTEGER,
    "triggerConnectionId" UUID,
    "triggerEvents" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "templateId" TEXT,
    "archivedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Recipe_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "RecipeVersion" (
    "workspaceId" UUID NOT NULL,
    "recipeId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSON NOT NULL,
    "note" TEXT,
    "author" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RecipeVersion_pkey" PRIMARY KEY ("workspaceId","recipeId","version")
);

-- CreateTable
CREATE TABLE "Event" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "connectionId" UUID,
    "externalId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "source" "EventSource" NOT NULL,
    "fate" "EventFate" NOT NULL,
    "apiVersion" TEXT,
    "payload" JSON NOT NULL,
    "deliveries" INTEGER NOT NULL DEFAULT 1,
    "occurredAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastReceivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "Run" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "recipeId" UUID NOT NULL,
    "version" INTEGER,
    "definition" JSON,
    "eventId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "rootRunId" UUID NOT NULL,
    "mode" "RunMode" NOT NULL DEFAULT 'live',
    "dryRun" BOOLEAN NOT NULL DEFAULT false,
    "status" "RunStatus" NOT NULL DEFAULT 'queued',
    "error" JSON,
    "dispatchedAt" TIMESTAMPTZ(3),
    "nextAttemptAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Run_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateTable
CREATE TABLE "StepRun" (
    "workspaceId" UUID NOT NULL,
    "runId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "action" TEXT,
    "status" "StepStatus" NOT NULL,
    "effectKey" TEXT,
    "input" JSON,
    "output" JSON,
    "error" JSON,
    "attempts" JSON NOT NULL DEFAULT '[]',
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StepRun_pkey" PRIMARY KEY ("workspaceId","runId","path")
);

-- CreateTable
CREATE TABLE "Worker" (
    "id" TEXT NOT NULL,
    "workerIds" TEXT[],
    "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heartbeatAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Worker_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "OAuthIdentity_userId_idx" ON "OAuthIdentity"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Workspace_slug_key" ON "Workspace"("slug");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "Connection_endpointToken_key" ON "Connection"("endpointToken");

-- CreateIndex
CREATE INDEX "Connection_workspaceId_app_idx" ON "Connection"("workspaceId", "app");

-- CreateIndex
CREATE UNIQUE INDEX "Connection_workspaceId_sandboxAccountId_key" ON "Connection"("workspaceId", "sandboxAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxAccount_keyHash_key" ON "SandboxAccount"("keyHash");

-- CreateIndex
CREATE UNIQUE INDEX "SandboxAccount_workspaceId_app_key" ON "SandboxAccount"("workspaceId", "app");

-- CreateIndex
CREATE INDEX "SandboxObject_workspaceId_accountId_kind_createdAt_idx" ON "SandboxObject"("workspaceId", "accountId", "kind", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Recipe_workspaceId_updatedAt_idx" ON "Recipe"("workspaceId", "updatedAt" DESC);

-- CreateIndex
CREATE INDEX "Recipe_workspaceId_triggerConnectionId_idx" ON "Recipe"("workspaceId", "triggerConnectionId");

-- CreateIndex
CREATE INDEX "Event_workspaceId_receivedAt_idx" ON "Event"("workspaceId", "receivedAt" DESC);

-- CreateIndex
CREATE INDEX "Event_workspaceId_type_receivedAt_idx" ON "Event"("workspaceId", "type", "receivedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Event_workspaceId_connectionId_externalId_key" ON "Event"("workspaceId", "connectionId", "externalId");

-- CreateIndex
CREATE INDEX "Run_workspaceId_createdAt_idx" ON "Run"("workspaceId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Run_workspaceId_recipeId_createdAt_idx" ON "Run"("workspaceId", "recipeId", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Run_workspaceId_status_createdAt_idx" ON "Run"("workspaceId", "status", "createdAt" DESC);

-- CreateIndex
CREATE INDEX "Run_workspaceId_eventId_idx" ON "Run"("workspaceId", "eventId");

-- CreateIndex
CREATE UNIQUE INDEX "Run_workspaceId_recipeId_eventId_sequence_key" ON "Run"("workspaceId", "recipeId", "eventId", "sequence");

-- AddForeignKey
ALTER TABLE "OAuthIdentity" ADD CONSTRAINT "OAuthIdentity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Connection" ADD CONSTRAINT "Connection_workspaceId_sandboxAccountId_fkey" FOREIGN KEY ("workspaceId", "sandboxAccountId") REFERENCES "SandboxAccount"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "SandboxAccount" ADD CONSTRAINT "SandboxAccount_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SandboxObject" ADD CONSTRAINT "SandboxObject_workspaceId_accountId_fkey" FOREIGN KEY ("workspaceId", "accountId") REFERENCES "SandboxAccount"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recipe" ADD CONSTRAINT "Recipe_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recipe" ADD CONSTRAINT "Recipe_workspaceId_triggerConnectionId_fkey" FOREIGN KEY ("workspaceId", "triggerConnectionId") REFERENCES "Connection"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "RecipeVersion" ADD CONSTRAINT "RecipeVersion_workspaceId_recipeId_fkey" FOREIGN KEY ("workspaceId", "recipeId") REFERENCES "Recipe"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_workspaceId_connectionId_fkey" FOREIGN KEY ("workspaceId", "connectionId") REFERENCES "Connection"("workspaceId", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_workspaceId_recipeId_fkey" FOREIGN KEY ("workspaceId", "recipeId") REFERENCES "Recipe"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_workspaceId_recipeId_version_fkey" FOREIGN KEY ("workspaceId", "recipeId", "version") REFERENCES "RecipeVersion"("workspaceId", "recipeId", "version") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "Run" ADD CONSTRAINT "Run_workspaceId_eventId_fkey" FOREIGN KEY ("workspaceId", "eventId") REFERENCES "Event"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StepRun" ADD CONSTRAINT "StepRun_workspaceId_runId_fkey" FOREIGN KEY ("workspaceId", "runId") REFERENCES "Run"("workspaceId", "id") ON DELETE CASCADE ON UPDATE CASCADE;
