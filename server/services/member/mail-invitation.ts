import { log } from "~/server/log";
import { sendsMail } from "~/server/notify/email";
import { fitText, fitTitle, SILENT } from "~/server/notify/message";
import { sendBySmtp } from "~/server/notify/smtp";

interface Letter {
  id: string;
  email: string;
  link: string;
  workspace: string;
  by: string;
}

/**
 * Mails the link; false where there is no mail server, or it did not take the mail: the owner has the link to pass on. It is
 * never kept in the workspace's mailbox, where those with a lesser role could read it.
 */
export async function mailInvitation({ id, email, link, workspace, by }: Letter): Promise<boolean> {
  if (!sendsMail()) return false;
  const subject = fitTitle(`${by} invites you to ${workspace} on Billhook`);
  const text = `${fitText(`${by} invites you to the workspace "${workspace}" on Billhook.`)}\n\n${link}\n\nThe link works for seven days, once.\n`;
  try {
    await sendBySmtp({ to: [email], subject, text, key: `invitation-${id}` }, SILENT);
    return true;
  } catch (error) {
    log.warn({ err: error, invitation: id }, "an invitation could not be mailed");
    return false;
  }
}
