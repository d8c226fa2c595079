import type { Mail } from "~/server/generated/prisma/client";
import type { ServiceContext } from "~/server/services/context";

/** Keeps a mail once for each key, and returns what is kept: with `sentAt` when it has gone out already. */
export async function keepMail(
  { db, workspaceId }: ServiceContext,
  mail: Pick<Mail, "to" | "subject" | "text" | "key">,
): Promise<Mail> {
  await db.mail.createMany({ data: [{ workspaceId, ...mail }], skipDuplicates: true });
  return db.mail.findUniqueOrThrow({ where: { workspaceId_key: { workspaceId, key: mail.key } } });
}
