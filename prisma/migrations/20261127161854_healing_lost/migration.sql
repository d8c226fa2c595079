-- AlterTable
ALTER TABLE "Healing" ADD COLUMN     "lostFrom" TIMESTAMPTZ(3),
ADD COLUMN     "lostTo" TIMESTAMPTZ(3);
