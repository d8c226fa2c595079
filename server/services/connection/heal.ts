import { claimAccount, noteAccounts } from "~/server/engine/healing/claim";
import { compareAccount } from "~/server/engine/healing/compare";
import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { getHealing, isListenedTo } from "./healing";
import type { HealedView } from "./healing-schemas";
import { getConnectionRow } from "./internal";

/** Somebody waits for the answer: what is left after this is done by the worker. */
const NOW = { allowanceMs: 5_000, budgetMs: 20_000 };

/**
 * Compares Stripe's list of events with what arrived now, and takes what is missing. While a worker is at it, it only says
 * so. Throws `not_found`, and `conflict` when there is nothing to compare or the account's keys are refused.
 */
export async function healConnection(ctx: ServiceContext, { id }: { id: string }): Promise<HealedView> {
  requireRole(ctx, "editor");
  const { app, name, heldSince } = await getConnectionRow(ctx, id);
  if (app !== "stripe")
    throw new AppError("conflict", `"${name}" is no Stripe account: only Stripe keeps a list of its events.`);
  if (heldSince)
    throw new AppError(
      "conflict",
      `The keys of "${name}" are refused. Connect it again first; then this goes on by itself.`,
    );
  if (!(await isListenedTo(ctx, id)))
    throw new AppError(
      "conflict",
      `No live recipe listens to "${name}", so that no event can be missing. Set one live first.`,
    );
  await noteAccounts();
  const due = await claimAccount(ctx.workspaceId, id);
  const foundNow = due ? await compareAccount(due, NOW) : 0;
  return { ...(await getHealing(ctx, { id })), foundNow };
}
