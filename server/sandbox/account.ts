import { prisma } from "~/server/db";
import type { AppId } from "~/server/generated/prisma/enums";
import { hashOfKey } from "./keys";
import { type AccountScope, Store } from "./store";

/** Finds the account that a key belongs to; null for a key that no account of this app has. */
export async function findAccount(app: AppId, key: string): Promise<AccountScope | null> {
  const keyHash = hashOfKey(key);
  if (!keyHash) return null;
  const account = await prisma().sandboxAccount.findUnique({ where: { keyHash } });
  return account?.app === app ? { workspaceId: account.workspaceId, accountId: account.id } : null;
}

/** Reads an account without waiting for its writers. */
export function readStore(scope: AccountScope): Store {
  return new Store(prisma(), scope);
}

/**
 * Runs `work` in one transaction while no other writes to the same account, so that
 * read-change-write needs no further care. Rolls back when `work` throws.
 */
export async function withAccount<T>(scope: AccountScope, work: (store: Store) => Promise<T>): Promise<T> {
  return prisma().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`sandbox ${scope.accountId}`}, 0)) IS NULL AS locked`;
      return work(new Store(tx, scope));
    },
    { maxWait: 10_000, timeout: 20_000 },
  );
}
