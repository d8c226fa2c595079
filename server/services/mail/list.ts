import type { z } from "zod";
import type { ServiceContext } from "~/server/services/context";
import { type Page, toPage } from "~/server/services/page";
import { ListMailsInput, type MailSummary } from "./schemas";
import { mailSummary } from "./view";

/** The workspace's mails, newest first (ids are UUIDv7, so their order is time's), without their texts. */
export async function listMails(
  { db, workspaceId }: ServiceContext,
  input: z.input<typeof ListMailsInput> = {},
): Promise<Page<MailSummary>> {
  const { limit, cursor } = ListMailsInput.parse(input);
  const rows = await db.mail.findMany({
    where: { workspaceId, ...(cursor ? { id: { lt: cursor } } : {}) },
    orderBy: { id: "desc" },
    take: limit + 1,
    omit: { text: true },
  });
  return toPage(rows, limit, mailSummary);
}
