import type { AppError } from "~/server/errors";
import type { Connection } from "~/server/generated/prisma/client";

/** What a connection says of itself while its runs are held; since when stays what it was. */
export function heldWith({ heldSince }: Pick<Connection, "heldSince">, { message }: AppError) {
  const now = new Date();
  return {
    status: "failing" as const,
    statusDetail: message,
    heldSince: heldSince ?? now,
    checkedAt: now,
  };
}
