import { type Database, prisma } from "~/server/db";
import { AppError } from "~/server/errors";
import type { Role } from "~/server/generated/prisma/enums";

/** Who acts: a signed-in person, a bearer token of the public contract, or Billhook itself. */
export interface Actor {
  kind: "user" | "token" | "system";
  id: string;
  /** What the history shows: an e-mail address or a token's name. */
  label: string;
  role: Role;
}

/** What every verb receives: one workspace, one actor, the database. No verb reaches outside its workspace. */
export interface ServiceContext {
  workspaceId: string;
  actor: Actor;
  db: Database;
}

const RANK: Record<Role, number> = { viewer: 0, editor: 1, owner: 2 };

/** Throws `forbidden` unless the actor has at least this role; the first line of every verb that writes. */
export function requireRole(ctx: ServiceContext, role: Role): void {
  if (RANK[ctx.actor.role] < RANK[role]) {
    throw new AppError(
      "forbidden",
      `This needs the role "${role}"; you have "${ctx.actor.role}". Ask an owner of the workspace.`,
    );
  }
}

/** The context of Billhook's own work in one workspace (seeding, sandbox, engine). */
export function systemContext(workspaceId: string): ServiceContext {
  return {
    workspaceId,
    actor: { kind: "system", id: "billhook", label: "Billhook", role: "owner" },
    db: prisma(),
  };
}
