import { setTimeout as sleep } from "node:timers/promises";
import { v4 as uuid } from "uuid";
import { AppError } from "~/server/errors";
import type { ServiceContext } from "./context";

/** Longer than the work can take, so that only a dead holder loses it. */
const HOLD_SECONDS = 60;
const WAIT_MS = 45_000;
const ASK_AGAIN_MS = 40;

/**
 * Does work that must not be done twice at once in this workspace, in whatever process. A row and no database lock:
 * the work calls vendors, and a connection held meanwhile would be missing elsewhere. Throws `conflict` after 45 s.
 */
export async function leased<T>(ctx: ServiceContext, name: string, work: () => Promise<T>): Promise<T> {
  const holder = uuid();
  const giveUp = Date.now() + WAIT_MS;
  while (!(await take(ctx, name, holder))) {
    if (Date.now() > giveUp)
      throw new AppError("conflict", "Somebody else is changing this right now. Try again in a minute.");
    await sleep(ASK_AGAIN_MS);
  }
  try {
    return await work();
  } finally {
    await ctx.db.lease.deleteMany({ where: { workspaceId: ctx.workspaceId, name, holder } });
  }
}

async function take({ db, workspaceId }: ServiceContext, name: string, holder: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    INSERT INTO "Lease" ("workspaceId", "name", "holder", "until")
    VALUES (${workspaceId}::uuid, ${name}, ${holder}::uuid, now() + ${HOLD_SECONDS} * interval '1 second')
    ON CONFLICT ("workspaceId", "name") DO UPDATE SET "holder" = excluded."holder", "until" = excluded."until"
    WHERE "Lease"."until" < now()
    RETURNING 1`;
  return rows.length > 0;
}
