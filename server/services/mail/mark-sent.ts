import type { ServiceContext } from "~/server/services/context";

/** Notes that the mail server took a mail, so that it is never handed over again. */
export async function markSent({ db, workspaceId }: ServiceContext, { id }: { id: string }): Promise<void> {
  await db.mail.updateMany({ where: { workspaceId, id, sentAt: null }, data: { sentAt: new Date() } });
}
