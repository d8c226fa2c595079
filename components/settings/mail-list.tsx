import Link from "next/link";
import { OpenEnvelope } from "~/components/illustration/post";
import { Badge } from "~/components/ui/badge";
import { cn } from "~/components/ui/cn";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { withParams } from "~/components/ui/pagination";
import { TimeAgo } from "~/components/ui/time";
import type { MailSummary } from "~/server/services/mail/schemas";

interface MailListProps {
  mails: MailSummary[];
  path: string;
  params: { cursor: string | undefined };
  /** The mail that is shown above the list. */
  open: string | undefined;
  workspace: string;
}

/** Mails, newest first; each opens above the list. */
export function MailList({ mails, path, params, open, workspace }: MailListProps) {
  if (mails.length === 0)
    return (
      <EmptyState
        art={<OpenEnvelope />}
        title="No mail yet"
        actions={<LinkButton href={`/w/${workspace}/settings`}>Open the channels</LinkButton>}
      >
        Send a test through an e-mail channel, or let a recipe notify somebody: the mail appears here.
      </EmptyState>
    );
  return (
    <ul className="divide-y">
      {mails.map(({ id, subject, to, createdAt, sentAt }) => (
        <li key={id}>
          <Link
            href={withParams(path, params, { mail: id })}
            aria-current={id === open ? "true" : undefined}
            className={cn(
              "flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2 text-sm hover:bg-hover focus-visible:-outline-offset-2",
              id === open && "bg-hover",
            )}
          >
            <span className="min-w-0 flex-1 basis-60">
              <span className="block truncate font-medium">{subject}</span>
              <span className="block truncate text-xs text-faint">to {to.join(", ")}</span>
            </span>
            <Badge tone={sentAt ? "ok" : "neutral"}>{sentAt ? "Sent" : "Only here"}</Badge>
            <TimeAgo iso={createdAt} className="text-xs text-faint" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
