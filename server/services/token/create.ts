import { randomToken, sha256 } from "~/server/crypto";
import { requireRole, type ServiceContext } from "~/server/services/context";

/** Makes a bearer token of the contract. The token is told only now; its hash is kept. */
export async function createToken(
  ctx: ServiceContext,
  { name }: { name: string },
): Promise<{ id: string; token: string }> {
  requireRole(ctx, "owner");
  const token = `bh_${randomToken(32)}`;
  const data = { workspaceId: ctx.workspaceId, name, hash: sha256(token), hint: token.slice(-4) };
  const { id } = await ctx.db.apiToken.create({ data, select: { id: true } });
  return { id, token };
}
