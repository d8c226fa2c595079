import { v7 as uuid } from "uuid";
import { env } from "~/server/env";
import type { ServiceContext } from "~/server/services/context";
import { publicColumns } from "./http-columns";
import { type OpenConnection, sealCredentials } from "./open";
import type { ConnectionView, CreateConnectionInput } from "./schemas";
import { verifyHttp } from "./verify-http";
import { connectionView } from "./view";

type HttpInput = CreateConnectionInput & { app: "http" };

/**
 * Keeps the credentials of another web API; those that can be tried are tried first, unless `verify` is false. Throws
 * `invalid_input` for an origin that is out of reach, and `connection_rejected`.
 */
export async function createHttp(
  ctx: ServiceContext,
  { app, name, credentials }: HttpInput,
  { verify }: { verify: boolean },
): Promise<ConnectionView> {
  const id = uuid();
  const opened: OpenConnection = { id, app, allowLoopback: env.ALLOW_LOOPBACK, credentials };
  const columns = publicColumns(opened);
  const { untried } = verify ? await verifyHttp(opened) : {};
  const data = {
    ...columns,
    workspaceId: ctx.workspaceId,
    id,
    app,
    name,
    status: verify && !untried ? ("connected" as const) : ("unverified" as const),
    statusDetail: untried ?? null,
    credentials: sealCredentials(ctx, id, credentials),
    checkedAt: verify && !untried ? new Date() : null,
  };
  return connectionView(await ctx.db.connection.create({ data }));
}
