import { z } from "zod";
import type { HttpCredentials } from "~/server/connectors/http/credentials";
import type { Connection } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";
import { changeCredentials } from "./change-credentials";
import { publicColumns } from "./http-columns";
import { type OpenConnection, unlock } from "./open";
import { KEYS } from "./schemas";
import { verifyHttp } from "./verify-http";

/** Replaces origin and secret of another web API's connection. Throws as `updateConnection` does. */
export async function replaceHttp(
  ctx: ServiceContext,
  row: Connection,
  given: Record<string, unknown>,
): Promise<void> {
  const { credentials: keys } = z.object({ credentials: KEYS.http }).parse({ credentials: given });
  const opened = unlock(row) as OpenConnection & { app: "http" };
  const credentials = { ...opened.credentials, ...keys } as HttpCredentials;
  const next = { ...opened, credentials };
  const columns = publicColumns(next);
  await verifyHttp(next);
  await changeCredentials(ctx, row.id, credentials, columns);
}
