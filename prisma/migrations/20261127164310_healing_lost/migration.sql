-- AlterTable
ALTER TABLE "Healing" ADD COLUMN     "lostFrom" TIMESTAMPTZ(3),
ADD COLUMN     "lostTo" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Recipe" ADD COLUMN     "stoppedAt" TIMESTAMPTZ(3);
