import { AppError } from "~/server/errors";
import type { AppId } from "~/server/generated/prisma/enums";
import type { AccountScope } from "~/server/sandbox/store";
import type { ServiceContext } from "~/server/services/context";

/** The workspace's simulated account of an app; null before "Open sandbox accounts". */
export async function findAccountOf(ctx: ServiceContext, app: AppId): Promise<AccountScope | null> {
  const { workspaceId } = ctx;
  const account = await ctx.db.sandboxAccount.findUnique({
    where: { workspaceId_app: { workspaceId, app } },
    select: { id: true },
  });
  return account && { workspaceId, accountId: account.id };
}

/** Same, but throws `not_found` with the remedy. */
export async function requireAccount(ctx: ServiceContext, app: AppId): Promise<AccountScope> {
  const scope = await findAccountOf(ctx, app);
  if (!scope)
    throw new AppError(
      "not_found",
      'This workspace has no sandbox accounts yet. Press "Open sandbox accounts".',
    );
  return scope;
}
