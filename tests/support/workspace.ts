import { randomBytes } from "node:crypto";
import { prisma } from "~/server/db";
import type { Role } from "~/server/generated/prisma/enums";
import type { ServiceContext } from "~/server/services/context";

/** A fresh workspace with one member of the given role, as the services see it. */
export async function makeWorkspace(role: Role = "owner"): Promise<ServiceContext> {
  const name = `test-${randomBytes(5).toString("hex")}`;
  const email = `${name}@example.com`;
  const user = await prisma().user.create({ data: { email, name } });
  const workspace = await prisma().workspace.create({
    data: { slug: name, name, memberships: { create: { userId: user.id, role } } },
  });
  return {
    workspaceId: workspace.id,
    actor: { kind: "user", id: user.id, label: email, role },
    db: prisma(),
  };
}
