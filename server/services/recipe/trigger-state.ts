import { getTrigger } from "~/server/connectors/triggers";
import { sha256 } from "~/server/crypto";
import { Prisma } from "~/server/generated/prisma/client";
import type { Trigger } from "~/server/recipes/trigger-schema";

type Transaction = Prisma.TransactionClient;

/**
 * Lets the worker look for the recipe's events from now on, if its trigger is one that looks. The same trigger goes on
 * where it was; another one starts afresh, and what is there already starts nothing.
 */
export async function startLooking(
  tx: Transaction,
  workspaceId: string,
  recipeId: string,
  trigger: Trigger,
): Promise<void> {
  if (!getTrigger(trigger.type)?.look) return stopLooking(tx, workspaceId, recipeId);
  const fingerprint = sha256(JSON.stringify([trigger.type, trigger.connection ?? null, trigger.config]));
  const where = { workspaceId_recipeId: { workspaceId, recipeId } };
  const known = await tx.triggerState.findUnique({ where, select: { fingerprint: true } });
  if (known?.fingerprint === fingerprint) return;
  const fresh = {
    fingerprint,
    cursor: Prisma.DbNull,
    dueAt: new Date(),
    failures: 0,
    problem: null,
    lookedAt: null,
  };
  await tx.triggerState.upsert({ where, create: { workspaceId, recipeId, ...fresh }, update: fresh });
}

/** Ends the looking, and forgets how far it was: what happens to a paused recipe is never made up for. */
export async function stopLooking(tx: Transaction, workspaceId: string, recipeId: string): Promise<void> {
  await tx.triggerState.deleteMany({ where: { workspaceId, recipeId } });
}
