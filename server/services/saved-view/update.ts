import type { z } from "zod";
import { notFound } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { VIEW_SELECT } from "./list";
import { clearDefault, nameTaken, viewOwner } from "./owner";
import { type SavedViewSummary, UpdateViewInput } from "./schemas";

/** Renames a view, gives it other filters, or makes it the one the list opens with. Throws `not_found` and `conflict`. */
export async function updateView(
  ctx: ServiceContext,
  input: z.input<typeof UpdateViewInput>,
): Promise<SavedViewSummary> {
  const { id, name, query, isDefault } = UpdateViewInput.parse(input);
  const owner = viewOwner(ctx);
  const data = {
    ...(name !== undefined && { name }),
    ...(query !== undefined && { query }),
    ...(isDefault !== undefined && { isDefault }),
  };
  return ctx.db
    .$transaction(async (tx) => {
      if (isDefault) await clearDefault(tx, owner);
      const { count } = await tx.savedView.updateMany({ where: { ...owner, id }, data });
      if (count === 0) throw notFound("view");
      return tx.savedView.findFirstOrThrow({ where: { ...owner, id }, select: VIEW_SELECT });
    })
    .catch((error: unknown) => nameTaken(error, name));
}
