import type { Metadata } from "next";
import { Lead } from "~/components/settings/lead";
import { MailList } from "~/components/settings/mail-list";
import { MailText } from "~/components/settings/mail-text";
import { Panel } from "~/components/ui/card";
import { Pagination } from "~/components/ui/pagination";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Mailbox" };

interface MailboxProps {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const idIn = (value: unknown) => (typeof value === "string" && UUID.test(value) ? value : undefined);

export default async function MailboxPage({ params, searchParams }: MailboxProps) {
  const { workspace } = await params;
  const query = await searchParams;
  const [open, cursor] = [idIn(query.mail), idIn(query.cursor)];
  const api = await caller(workspace);
  const [page, mail] = await Promise.all([
    api.mail.list({ workspace, ...(cursor ? { cursor } : {}) }),
    // A mail that is not there is no reason to show no list.
    open ? api.mail.get({ workspace, id: open }).catch(() => null) : null,
  ]);
  const path = `/w/${workspace}/settings/mailbox`;
  return (
    <>
      <Lead>
        Every mail that e-mail channels were given. Without a mail server (SMTP_URL) it stays here; with one
        it goes out as well.
      </Lead>
      <div className="flex max-w-3xl flex-col gap-5">
        {open ? <MailText mail={mail} /> : null}
        <Panel>
          <MailList mails={page.data} path={path} params={{ cursor }} open={open} workspace={workspace} />
          <Pagination path={path} params={{ cursor }} nextCursor={page.nextCursor} />
        </Panel>
      </div>
    </>
  );
}
