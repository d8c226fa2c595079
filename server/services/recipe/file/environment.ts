import type { FileEnvironment } from "~/server/recipes/file/environment";
import type { ServiceContext } from "~/server/services/context";

/** What recipe files of this workspace can name; nothing of another workspace is ever in it. */
export async function fileEnvironment({ db, workspaceId }: ServiceContext): Promise<FileEnvironment> {
  const where = { workspaceId, deletedAt: null };
  const orderBy = { id: "asc" } as const;
  const [connections, channels, recipes] = await Promise.all([
    db.connection.findMany({ where, orderBy, select: { id: true, app: true, name: true, mode: true } }),
    db.channel.findMany({ where, orderBy, select: { id: true, kind: true, name: true } }),
    db.recipe.findMany({ where, orderBy, select: { id: true, key: true, name: true } }),
  ]);
  return { connections, channels, recipes };
}
