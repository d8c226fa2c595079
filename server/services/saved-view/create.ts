import type { z } from "zod";
import { AppError } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { VIEW_SELECT } from "./list";
import { clearDefault, nameTaken, viewOwner } from "./owner";
import { CreateViewInput, type SavedViewSummary } from "./schemas";

const MOST = 50;

/** Gives filters a name. Throws `conflict` when the name is taken, or when there are too many. */
export async function createView(
  ctx: ServiceContext,
  input: z.input<typeof CreateViewInput>,
): Promise<SavedViewSummary> {
  const { name, query, isDefault } = CreateViewInput.parse(input);
  const owner = viewOwner(ctx);
  if ((await ctx.db.savedView.count({ where: owner })) >= MOST)
    throw new AppError("conflict", `You have ${MOST} views already. Delete one that you do not use.`);
  return ctx.db
    .$transaction(async (tx) => {
      if (isDefault) await clearDefault(tx, owner);
      return tx.savedView.create({ data: { ...owner, name, query, isDefault }, select: VIEW_SELECT });
    })
    .catch((error: unknown) => nameTaken(error, name));
}
