import { z } from "zod";
import { PageInput } from "~/server/services/page";

export const ListMailsInput = PageInput;

/** A mail without its text. */
export interface MailSummary {
  id: string;
  to: string[];
  subject: string;
  createdAt: string;
  /** Null while it only lies in the local mailbox. */
  sentAt: string | null;
}

export interface MailView extends MailSummary {
  text: string;
}

export const MailInput = z.object({ id: z.string() });
