import { Panel, PanelHeader } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { FactList } from "~/components/ui/fact-list";
import { TimeAgo } from "~/components/ui/time";
import type { MailView } from "~/server/services/mail/schemas";

/** One mail, as text only: nothing in it is ever read as HTML. */
export function MailText({ mail }: { mail: MailView | null }) {
  if (!mail)
    return (
      <Panel>
        <EmptyState title="This mail is not here">Choose another one from the list.</EmptyState>
      </Panel>
    );
  return (
    <Panel>
      <PanelHeader title={<span className="break-words">{mail.subject}</span>} />
      <FactList
        facts={[
          { label: "To", value: mail.to.join(", ") },
          { label: "Written", value: <TimeAgo iso={mail.createdAt} /> },
          {
            label: "Sent",
            value: mail.sentAt ? <TimeAgo iso={mail.sentAt} /> : "No. It is only in this mailbox.",
          },
        ]}
      />
      <pre className="max-h-96 overflow-auto border-t px-4 py-3 font-sans text-sm break-words whitespace-pre-wrap">
        {mail.text}
      </pre>
    </Panel>
  );
}
