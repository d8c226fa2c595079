import { z } from "zod";
import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { noteDown } from "./note-down";
import { openKeys } from "./open-keys";

/** Gives groups to a member of the workspace (id or e-mail address), or to nobody. Throws `not_found`, `invalid_input`. */
export async function assignFailures(
  ctx: ServiceContext,
  { keys, assignee }: { keys: string[]; assignee: string | null },
): Promise<{ count: number }> {
  requireRole(ctx, "editor");
  const open = await openKeys(ctx, keys);
  return noteDown(ctx, open, { assigneeId: assignee === null ? null : await memberId(ctx, assignee) });
}

async function memberId({ db, workspaceId }: ServiceContext, who: string): Promise<string> {
  const user = z.uuid().safeParse(who).success ? { id: who } : { email: who.trim().toLowerCase() };
  const member = await db.membership.findFirst({ where: { workspaceId, user }, select: { userId: true } });
  if (member) return member.userId;
  throw new AppError(
    "invalid_input",
    "assignee: is no member of this workspace. Give the id or e-mail address of a member.",
  );
}
