-- AlterTable
ALTER TABLE "Connection" ADD COLUMN     "webhookApiVersion" TEXT,
ADD COLUMN     "webhookEvents" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Lease" (
    "workspaceId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "holder" UUID NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Lease_pkey" PRIMARY KEY ("workspaceId","name")
);

-- AddForeignKey
ALTER TABLE "Lease" ADD CONSTRAINT "Lease_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE CASCADE ON UPDATE CASCADE;
