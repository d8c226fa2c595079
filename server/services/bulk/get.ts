import type { ServiceContext } from "~/server/services/context";
import { getOperationRow } from "./internal";
import type { OperationView } from "./schemas";
import { operationViews } from "./view";

/** One operation with how far it has got. Throws `not_found`. */
export async function getOperation(ctx: ServiceContext, { id }: { id: string }): Promise<OperationView> {
  const [view] = await operationViews(ctx, [await getOperationRow(ctx, id)]);
  if (!view) throw new Error("A row has a view.");
  return view;
}
