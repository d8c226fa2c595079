import { AppError } from "~/server/errors";
import type { Prisma } from "~/server/generated/prisma/client";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { changeCredentials } from "./change-credentials";
import { isRefusal } from "./confirm-keys";
import { heldWith } from "./held-with";
import { getConnectionRow } from "./internal";
import { openFresh } from "./oauth/fresh";
import type { OpenConnection } from "./open";
import { releaseHeld } from "./release-held";
import type { ConnectionView } from "./schemas";
import { verifyKeys } from "./verify-keys";
import { connectionView } from "./view";
import { makeWebhookEndpoint } from "./webhook-endpoint";
import { neededEvents, refreshListeners } from "./webhook-events";

type Change = Prisma.ConnectionUncheckedUpdateInput;

/**
 * Asks the vendor again and keeps what it said: `connected`, and then runs that were held go on, or `failing` with the
 * reason; keys that are refused hold the runs that need them. A Stripe connection that was
 * saved unverified and without a signing secret gets its webhook endpoint now; one that Billhook made is told again what to send.
 */
export async function checkConnection(ctx: ServiceContext, { id }: { id: string }): Promise<ConnectionView> {
  requireRole(ctx, "editor");
  const row = await getConnectionRow(ctx, id);
  const result = await opened(row).then(
    async ({ connection, region, accountId, untried }): Promise<Change> => ({
      status: untried ? "unverified" : "connected",
      statusDetail: untried ?? null,
      heldSince: null,
      ...(region ? { region } : {}),
      ...(accountId ? { accountId } : {}),
      ...(await missingEndpoint(ctx, connection, row.endpointToken)),
    }),
    (error: unknown): Change =>
      isRefusal(error) ? heldWith(row, error) : { status: "failing", statusDetail: reasonOf(error) },
  );
  const where = { workspaceId_id: { workspaceId: ctx.workspaceId, id } };
  const data = { ...result, checkedAt: new Date() };
  const checked = await ctx.db.connection.update({ where, data });
  if (!checked.heldSince) await releaseHeld(ctx, id);
  return connectionView(checked);
}

async function opened(row: Parameters<typeof openFresh>[0]) {
  const connection = await openFresh(row);
  return { connection, ...(await verifyKeys(connection)) };
}

/** Without an endpoint the keys still serve actions, so that a refusal is told but fails nothing. */
async function missingEndpoint(
  ctx: ServiceContext,
  opened: OpenConnection,
  token: string | null,
): Promise<Change> {
  if (opened.app !== "stripe" || !token) return {};
  try {
    await refreshListeners(ctx, opened.id);
    if (opened.credentials.webhookSecret) return {};
    const webhookEvents = await neededEvents(ctx, opened.id);
    const { apiVersion, ...made } = await makeWebhookEndpoint(opened, token, webhookEvents);
    await changeCredentials(ctx, opened.id, made);
    return { webhookEvents, webhookApiVersion: apiVersion };
  } catch (error) {
    return { statusDetail: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  throw error;
}
