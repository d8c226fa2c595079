import { z } from "zod";
import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { leased } from "~/server/services/lease";
import { changeCredentials } from "./change-credentials";
import { checkConnection } from "./check";
import { getConnectionRow } from "./internal";
import { type OpenConnection, unlock } from "./open";
import { replaceHttp } from "./replace-http";
import { overlapOf } from "./rotate-secret";
import { type ConnectionView, KEYS, modeOfKey, type UpdateConnectionInput } from "./schemas";
import { setLimits } from "./set-limits";
import { type KeyFacts, verifyKeys } from "./verify-keys";
import { connectionView } from "./view";

/**
 * Renames a connection, replaces some of its keys, or sets limits of its own; recipes keep using it. New keys are tried first with a real call.
 * Throws `connection_rejected` and `invalid_input`, and then nothing has changed.
 */
export async function updateConnection(
  ctx: ServiceContext,
  { id, name, credentials, limits }: z.output<typeof UpdateConnectionInput>,
): Promise<ConnectionView> {
  requireRole(ctx, "editor");
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  await getConnectionRow(ctx, id);
  if (credentials) await leased(ctx, `webhook:${id}`, () => replaceKeys(ctx, id, credentials));
  if (limits) await setLimits(ctx, id, limits);
  if (name !== undefined) await ctx.db.connection.update({ where, data: { name } });
  return credentials ? checkConnection(ctx, { id }) : connectionView(await getConnectionRow(ctx, id));
}

async function replaceKeys(ctx: ServiceContext, id: string, given: Record<string, unknown>): Promise<void> {
  const row = await getConnectionRow(ctx, id);
  if (row.sandboxAccountId)
    throw new AppError(
      "invalid_input",
      "A sandbox account has keys of its own; there is nothing to replace.",
    );
  if (row.app === "http") return replaceHttp(ctx, row, given);
  const parsed = z.object({ credentials: KEYS[row.app] }).parse({ credentials: given });
  const { credentials: keys } = parsed;
  const mode = "apiKey" in keys && keys.apiKey ? modeOfKey(keys.apiKey) : undefined;
  if (mode && row.mode && mode !== row.mode) {
    const message = `credentials.apiKey is a ${mode} key, but this connection is of the ${row.mode} account. Connect it as a new connection.`;
    throw new AppError("invalid_input", message, { field: "credentials.apiKey" });
  }
  const opened = unlock(row);
  const next = { ...opened, credentials: { ...opened.credentials, ...keys } } as OpenConnection;
  const onlySigning = Object.keys(keys).every(
    (key) => key === "webhookSigningKey" || key === "webhookSecret",
  );
  const facts: KeyFacts = onlySigning ? {} : await verifyKeys(next);
  if (row.accountId && facts.accountId && facts.accountId !== row.accountId)
    throw new AppError(
      "conflict",
      "These keys open another account. Its recipes would speak of customers that are not there: connect it as a new connection.",
    );
  const canReport = next.app === "customerio" && next.credentials.webhookSigningKey !== undefined;
  // A key that somebody pasted takes the place of what was granted.
  const granted = "apiKey" in keys && keys.apiKey ? { oauth: undefined } : {};
  const overlap =
    opened.app === "stripe" && "webhookSecret" in keys
      ? overlapOf(opened.credentials, keys.webhookSecret)
      : {};
  const change = { ...keys, ...granted, ...overlap };
  await changeCredentials(ctx, id, change, {
    canReport,
    ...facts,
    ...("oauth" in change ? { scopes: null } : {}),
  });
}
