import { AppError } from "~/server/errors";
import type { Definition } from "~/server/recipes/definition";
import { fillConnections } from "~/server/recipes/fill-connections";
import { getTemplate } from "~/server/recipes/gallery/index";
import type { ServiceContext } from "~/server/services/context";

/** A template's definition with the workspace's connections, where there is one of its app. Throws `invalid_input`. */
export async function fromTemplate({ db, workspaceId }: ServiceContext, id: string): Promise<Definition> {
  const template = getTemplate(id);
  if (!template)
    throw new AppError(
      "invalid_input",
      `templateId: there is no template "${id}". GET /templates lists them.`,
    );
  const connections = await db.connection.findMany({
    where: { workspaceId, deletedAt: null },
    select: { id: true, app: true },
  });
  return fillConnections(template.definition, connections);
}
