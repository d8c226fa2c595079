import type { z } from "zod";
import type { ServiceContext } from "~/server/services/context";
import { type Page, toPage } from "~/server/services/page";
import { readGroups } from "./groups";
import { type FailureGroup, ListFailuresInput } from "./schemas";

/** Failures that somebody has to look at, grouped by cause, the one with the newest run first. */
export async function listFailures(
  ctx: ServiceContext,
  input: z.input<typeof ListFailuresInput> = {},
): Promise<Page<FailureGroup>> {
  const { view, status = null, recipeId = null, limit, cursor = null } = ListFailuresInput.parse(input);
  // Nothing can be assigned to a token.
  if (view === "mine" && ctx.actor.kind !== "user") return { data: [], nextCursor: null };
  const groups = await readGroups(ctx, {
    key: null,
    recipeId,
    status,
    snoozed: view === "all" ? null : view === "snoozed",
    assigneeId: view === "mine" ? ctx.actor.id : null,
    before: cursor,
    limit: limit + 1,
  });
  return toPage(groups, limit, ({ id: _, ...group }) => group);
}
