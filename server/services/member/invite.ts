import type { z } from "zod";
import { randomToken, sha256 } from "~/server/crypto";
import { env } from "~/server/env";
import { AppError } from "~/server/errors";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { mailInvitation } from "./mail-invitation";
import { InviteInput } from "./schemas";

const DAYS = 7;
/** Open invitations a workspace may have, so that nobody mails the world through us. */
const MOST_OPEN = 50;

/**
 * Offers somebody a place; asked again, an older link to the same address stops working. The link is told only now, and is
 * mailed where the install has a mail server (`mailed`). It works for seven days, once. Throws `conflict` for a member,
 * `rate_limited` when too many invitations are open.
 */
export async function inviteMember(
  ctx: ServiceContext,
  input: z.input<typeof InviteInput>,
): Promise<{ id: string; link: string; mailed: boolean }> {
  requireRole(ctx, "owner");
  const { email, role } = InviteInput.parse(input);
  const { db, workspaceId, actor } = ctx;
  if (await db.membership.findFirst({ where: { workspaceId, user: { email } }, select: { userId: true } }))
    throw new AppError("conflict", `${email} is a member of this workspace already.`, { field: "email" });
  const others = { workspaceId, email: { not: email }, expiresAt: { gt: new Date() } };
  if ((await db.invitation.count({ where: others })) >= MOST_OPEN)
    throw new AppError("rate_limited", `${MOST_OPEN} invitations are open. Take some back first.`);
  const token = randomToken();
  const terms = {
    role,
    hash: sha256(token),
    invitedBy: actor.label,
    expiresAt: new Date(Date.now() + DAYS * 86_400_000),
  };
  const { id, workspace } = await db.invitation.upsert({
    where: { workspaceId_email: { workspaceId, email } },
    create: { workspaceId, email, ...terms },
    update: terms,
    select: { id: true, workspace: { select: { name: true } } },
  });
  const link = `${env.APP_URL}/invitation/${token}`;
  const mailed = await mailInvitation({ id, email, link, workspace: workspace.name, by: actor.label });
  return { id, link, mailed };
}
