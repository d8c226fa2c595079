import type { ServiceContext } from "~/server/services/context";
import { getConnectionRow } from "./internal";
import type { ConnectionView } from "./schemas";
import { connectionView } from "./view";

/** One connection without its secrets. Throws `not_found`. */
export async function getConnection(ctx: ServiceContext, { id }: { id: string }): Promise<ConnectionView> {
  return connectionView(await getConnectionRow(ctx, id));
}
