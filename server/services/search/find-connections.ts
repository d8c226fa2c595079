import { closest } from "~/server/recipes/closeness";
import type { ServiceContext } from "~/server/services/context";
import type { Hit } from "./schemas";

/** Connections by name, app and account. */
export async function findConnections({ db, workspaceId }: ServiceContext, query: string): Promise<Hit[]> {
  const rows = await db.connection.findMany({
    where: { workspaceId, deletedAt: null },
    orderBy: { createdAt: "asc" },
    take: 500,
    select: { id: true, name: true, app: true, accountLabel: true, accountId: true, status: true },
  });
  const textOf = ({ name, app, accountLabel, accountId }: (typeof rows)[number]) =>
    [name, app, accountLabel, accountId].join(" ");
  return closest(rows, query, textOf, 4).map(({ id, name, accountLabel, status }) => ({
    kind: "connection",
    id,
    title: name,
    detail: accountLabel,
    status,
  }));
}
