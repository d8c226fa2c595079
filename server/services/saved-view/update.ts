import type { z } from "zod";
import { notFound } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { nameTaken, viewOwner } from "./owner";
import { UpdateViewInput } from "./schemas";

/** Renames a view, gives it other filters, or makes it the one the list opens with. Throws `not_found` and `conflict`. */
export async function updateView(ctx: ServiceContext, input: z.input<typeof UpdateViewInput>): Promise<void> {
  const { id, name, query, isDefault } = UpdateViewInput.parse(input);
  const owner = viewOwner(ctx);
  const data = {
    ...(name !== undefined && { name }),
    ...(query !== undefined && { query }),
    ...(isDefault !== undefined && { isDefault }),
  };
  await ctx.db
    .$transaction(async (tx) => {
      if (isDefault)
        await tx.savedView.updateMany({ where: { ...owner, isDefault: true }, data: { isDefault: false } });
      const { count } = await tx.savedView.updateMany({ where: { ...owner, id }, data });
      if (count === 0) throw notFound("view");
    })
    .catch((error: unknown) => nameTaken(error, name));
}
