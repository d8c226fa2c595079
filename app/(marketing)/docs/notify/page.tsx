import type { Metadata } from "next";
import { DocsPage } from "~/components/docs/docs-page";
import { Example } from "~/components/docs/example";
import { Panel, PanelHeader } from "~/components/ui/card";
import { Code } from "~/components/ui/code";
import { FactList } from "~/components/ui/fact-list";
import { MESSAGE_EXAMPLE, VERIFY_EXAMPLE } from "./examples";

export const metadata: Metadata = {
  title: "Notify your team",
  description:
    "E-mail, Slack, signed webhooks and databases: what arrives, and how to check that it is from Billhook.",
};

const KINDS = [
  {
    label: "E-mail",
    value:
      "Up to 20 addresses. The title is the subject. Every mail is also kept under Settings, Mailbox; without a mail server (SMTP_URL) it stays only there.",
  },
  {
    label: "Slack",
    value:
      "The address of a Slack incoming webhook. Mattermost and others that take the same work too. The title is bold; everything is plain text, so a customer's name mentions nobody.",
  },
  {
    label: "Webhook",
    value:
      "Signed JSON, sent with POST to an https address of your own. Any status from 200 to 299 says that you have it.",
  },
  {
    label: "Database",
    value:
      "A row in a PostgreSQL table of your own, reachable from the internet: postgres://user:password@host/database. The connection is encrypted and the certificate checked; ?sslmode=require takes any certificate, ?sslmode=disable goes without. The columns are under “Failure notifications”.",
  },
];

const FAILURES = [
  { label: "429", value: "Waits as long as Retry-After says, then tries again. It costs no attempt." },
  {
    label: "Not reachable, 5xx",
    value: "Tries again after 5 seconds, 30 seconds, 2 minutes and so on, for about 11 hours.",
  },
  {
    label: "Answer lost",
    value:
      "Slack (also with a 5xx) and mail: the run says “outcome unknown” and nothing is sent twice. Webhook and database: sent again with the same id.",
  },
  { label: "Other 4xx, a redirect", value: "The step fails at once, and the run says what was answered." },
];

export default function NotifyDocs() {
  return (
    <DocsPage
      title="Notify your team"
      description="A notify step sends a title and a message, both templates, through one of the workspace's channels. Add channels under Settings. A test that is a dry run sends nothing and shows what it would send."
      crumbs={[{ label: "Notify your team" }]}
    >
      <Panel>
        <PanelHeader title="Channels" />
        <FactList facts={KINDS} />
      </Panel>
      <Panel>
        <PanelHeader title="When it cannot be delivered" />
        <FactList facts={FAILURES} />
      </Panel>
      <Panel>
        <PanelHeader
          title="What a webhook receives"
          description="The id is the same when a message is sent again: keep it, and take a message once."
        />
        <Example of="A message">{MESSAGE_EXAMPLE}</Example>
      </Panel>
      <Panel>
        <PanelHeader title="Check the signature" />
        <p className="border-b px-4 py-3 text-sm text-muted">
          Messages are signed as <Code>Standard Webhooks</Code> describes, so its libraries can check them.
          The secret is shown once, when you add the channel. Without a library, in Node:
        </p>
        <Example of="A check in Node">{VERIFY_EXAMPLE}</Example>
      </Panel>
    </DocsPage>
  );
}
