import type { Mail } from "~/server/generated/prisma/client";
import type { MailSummary } from "./schemas";

export function mailSummary({ id, to, subject, createdAt, sentAt }: Omit<Mail, "text">): MailSummary {
  return { id, to, subject, createdAt: createdAt.toISOString(), sentAt: sentAt?.toISOString() ?? null };
}
