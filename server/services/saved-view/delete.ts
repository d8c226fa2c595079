import { notFound } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { viewOwner } from "./owner";

/** Forgets a view; the runs it shows stay. Throws `not_found`. */
export async function deleteView(ctx: ServiceContext, { id }: { id: string }): Promise<void> {
  const { count } = await ctx.db.savedView.deleteMany({ where: { ...viewOwner(ctx), id } });
  if (count === 0) throw notFound("view");
}
