-- AlterTable
ALTER TABLE "RecipeVersion" ADD COLUMN     "shadow" BOOLEAN NOT NULL DEFAULT false;
