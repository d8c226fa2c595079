-- AlterTable
ALTER TABLE "Event" ADD COLUMN     "amount" BIGINT,
ADD COLUMN     "currency" TEXT,
ADD COLUMN     "customerId" TEXT,
ADD COLUMN     "email" TEXT,
ADD COLUMN     "moneyKey" TEXT,
ADD COLUMN     "objectId" TEXT;

-- CreateTable
CREATE TABLE "SavedView" (
    "workspaceId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("workspaceId","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_workspaceId_userId_name_key" ON "SavedView"("workspaceId", "userId", "name");

-- CreateIndex
CREATE INDEX "Event_object_idx" ON "Event"("workspaceId", "objectId", "id" DESC) WHERE ("objectId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Event_customer_idx" ON "Event"("workspaceId", "customerId", "id" DESC) WHERE ("customerId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Event_email_idx" ON "Event"("workspaceId", "email" text_pattern_ops, "id" DESC) WHERE ("email" IS NOT NULL);

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_workspaceId_userId_fkey" FOREIGN KEY ("workspaceId", "userId") REFERENCES "Membership"("workspaceId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- The words of error messages, with the workspace as one of them, so that nobody's search reads another's. The message is
-- cut out of the JSON's text, because no field can be read of a JSON that holds a NUL character, and is cut to 500 characters,
-- because a longer word would be refused. `server/services/run/error-words.ts` writes the same expression.
CREATE INDEX "Run_error_words_idx" ON "Run" USING gin ((array_to_tsvector(array_remove(regexp_split_to_array(lower('w' || replace("workspaceId"::text, '-', '') || ' ' || left(regexp_replace(substring("error"::text from '"message" *: *"((?:[^"\\]|\\.)*)"'), '\\(u[0-9a-fA-F]{4}|.)', ' ', 'g'), 500)), '[][[:space:]!-/:-@\\^_`{|}~]+'), '')))) WHERE "error" IS NOT NULL;
