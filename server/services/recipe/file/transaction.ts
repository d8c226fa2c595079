import type { Database } from "~/server/db";
import type { ServiceContext } from "~/server/services/context";

class Undone<T> extends Error {
  constructor(readonly result: T) {
    super("undone");
  }
}

/**
 * Runs `work` in one transaction in which nobody else gives out recipe keys. When `keep` says no to its result, nothing
 * of it stays, and the result is returned all the same.
 */
export async function tryOut<T>(
  ctx: ServiceContext,
  work: (ctx: ServiceContext) => Promise<T>,
  keep: (result: T) => boolean = () => true,
): Promise<T> {
  const { workspaceId } = ctx;
  const transact = ctx.db.$transaction(
    async (tx) => {
      // This lock lets events come in: they only refer to the workspace.
      await tx.$queryRaw`SELECT 1 FROM "Workspace" WHERE "id" = ${workspaceId}::uuid FOR NO KEY UPDATE`;
      // Services never open a transaction inside of this one.
      const result = await work({ ...ctx, db: tx as unknown as Database });
      if (!keep(result)) throw new Undone(result);
      return result;
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
  return transact.catch((error: unknown) => {
    if (error instanceof Undone) return error.result as T;
    throw error;
  });
}
