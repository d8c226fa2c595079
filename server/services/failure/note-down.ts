import { requireRole, type ServiceContext } from "~/server/services/context";
import { openKeys } from "./open-keys";

interface Noted {
  assigneeId?: string | null;
  snoozedUntil?: Date | null;
  note?: string | null;
}

/** Keeps what somebody did about groups; returns how many. Throws `not_found` when none of them has open failures. */
export async function noteDown(
  ctx: ServiceContext,
  keys: string[],
  noted: Noted,
): Promise<{ count: number }> {
  requireRole(ctx, "editor");
  const { db, workspaceId } = ctx;
  const open = await openKeys(ctx, keys);
  await db.$transaction(
    open.map((key) =>
      db.failureGroup.upsert({
        where: { workspaceId_key: { workspaceId, key } },
        create: { workspaceId, key, ...noted },
        update: noted,
      }),
    ),
  );
  return { count: open.length };
}
