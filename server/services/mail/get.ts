import { validate } from "uuid";
import { notFound } from "~/server/errors";
import type { ServiceContext } from "~/server/services/context";
import type { MailView } from "./schemas";
import { mailSummary } from "./view";

/** One mail with its text. Throws `not_found`, also for another workspace's. */
export async function getMail(
  { db, workspaceId }: ServiceContext,
  { id }: { id: string },
): Promise<MailView> {
  const row = validate(id)
    ? await db.mail.findUnique({ where: { workspaceId_id: { workspaceId, id } } })
    : null;
  if (!row) throw notFound("mail");
  return { ...mailSummary(row), text: row.text };
}
