import { AppError } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import { leased } from "~/server/services/lease";
import { heldWith } from "./held-with";
import { openFresh } from "./oauth/fresh";
import { GrantRefused } from "./oauth/token";
import { verifyKeys } from "./verify-keys";

/** `held`: the keys are refused; `changed`: others are kept by now; `good`: the vendor takes them; `unsure`: it did not say. */
export type KeyVerdict = "held" | "changed" | "good" | "unsure";

interface Asked {
  /** The keys that were refused, as they were kept. */
  sealed: Uint8Array | null;
  since: Date;
}

/**
 * Finds out, once whoever asks, whether a connection's keys are refused altogether or only for one call; if they are, the
 * connection is held until it is connected again. Throws `conflict` when somebody else's check takes too long.
 */
export async function confirmKeys(
  ctx: ServiceContext,
  id: string,
  { sealed, since }: Asked,
): Promise<KeyVerdict> {
  const { db, workspaceId } = ctx;
  const where = { workspaceId_id: { workspaceId, id } };
  return leased(ctx, `keys:${id}`, async () => {
    const row = await db.connection.findUniqueOrThrow({ where });
    if (row.heldSince) return "held";
    if (row.deletedAt || !isSame(row.credentials, sealed)) return "changed";
    if (row.status === "connected" && row.checkedAt && row.checkedAt > since) return "good";
    try {
      await verifyKeys(await openFresh(row));
      await db.connection.update({
        where,
        data: { status: "connected", statusDetail: null, checkedAt: new Date() },
      });
      return "good";
    } catch (error) {
      if (!isRefusal(error)) return "unsure";
      // Only while it has the keys that were tried: whoever connected again meanwhile is not held.
      const tried = { workspaceId, id, deletedAt: null, credentials: row.credentials };
      const { count } = await db.connection.updateMany({ where: tried, data: heldWith(row, error) });
      return count > 0 ? "held" : "changed";
    }
  });
}

const isSame = (one: Uint8Array | null, other: Uint8Array | null) =>
  one !== null && other !== null && Buffer.compare(one, other) === 0;

/** Whether the vendor said that these keys are not, or no more, good: not a lost answer, and not a missing permission. */
export function isRefusal(error: unknown): error is AppError {
  if (error instanceof GrantRefused) return true;
  if (!(error instanceof AppError) || error.code !== "connection_rejected") return false;
  const { status, code } = (error.details ?? {}) as { status?: number; code?: string };
  return status === 401 || code === "account_invalid";
}
