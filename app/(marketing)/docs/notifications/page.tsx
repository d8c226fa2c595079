import type { Metadata } from "next";
import Link from "next/link";
import { DocsPage } from "~/components/docs/docs-page";
import { Example } from "~/components/docs/example";
import { Panel, PanelHeader } from "~/components/ui/card";
import { Code } from "~/components/ui/code";
import { FactList } from "~/components/ui/fact-list";
import { COLUMNS } from "~/server/notify/database/table";
import { DELIVERY, FAILURE_EXAMPLE, KIND_ROWS } from "./sections";

export const metadata: Metadata = {
  title: "Failure notifications",
  description:
    "Who is told when something fails, how often at most, and how failures leave as files and rows.",
};

export default function NotificationsDocs() {
  return (
    <DocsPage
      title="Failure notifications"
      description="A rule tells a channel of your team when something fails. Add rules under Settings, Notifications, or with POST /api/v1/notifications. However much fails, a rule sends a handful of messages."
      crumbs={[{ label: "Failure notifications" }]}
    >
      <Panel>
        <PanelHeader
          title="Rules"
          description="For all recipes, or for one; several channels are several rules."
        />
        <ul className="divide-y text-sm">
          {KIND_ROWS.map(({ kind, when, config, tells }) => (
            <li key={kind} className="grid gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[14rem_1fr]">
              <div className="min-w-0">
                <p className="font-medium">{when}</p>
                <code className="font-mono text-xs text-faint">{kind}</code>
              </div>
              <div className="min-w-0">
                <p className="text-muted">{tells}</p>
                {config === "{}" ? null : <p className="mt-1 font-mono text-xs break-all">{config}</p>}
              </div>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel>
        <PanelHeader title="How it is told" />
        <FactList facts={DELIVERY} />
      </Panel>
      <Panel>
        <PanelHeader
          title="What a webhook receives"
          description="Signed like every message of a webhook channel."
        />
        <p className="border-b px-4 py-3 text-sm text-muted">
          <Link href="/docs/notify" className="text-accent-ink underline underline-offset-2">
            Notify your team
          </Link>{" "}
          shows how the signature is checked. Of several failures with one cause, <Code>failure</Code> is the
          first; it is null where a message is about many.
        </p>
        <Example of="A message about a failure">{FAILURE_EXAMPLE}</Example>
      </Panel>
      <Panel>
        <PanelHeader
          title="A table of your own"
          description="What a database channel writes. The table is made when it is missing; a message is a row, once."
        />
        <ul className="divide-y text-sm">
          {COLUMNS.map(([name, type, about]) => (
            <li key={name} className="grid gap-x-4 gap-y-1 px-4 py-2 sm:grid-cols-[14rem_1fr]">
              <div className="min-w-0">
                <code className="font-mono font-medium">{name}</code>{" "}
                <code className="font-mono text-xs text-faint">{type}</code>
              </div>
              <p className="min-w-0 text-muted">{about}</p>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel>
        <PanelHeader title="Failures as a file" />
        <p className="px-4 py-3 text-sm text-muted">
          <Code>GET /api/v1/failures/export?format=csv&amp;since=2026-11-01T00:00:00Z</Code>, or the button
          under Settings, Notifications. <Code>format</Code> is csv or json; <Code>since</Code>,{" "}
          <Code>until</Code> and <Code>recipeId</Code> choose. The columns are those of <Code>failure</Code>{" "}
          above. In CSV a value that a spreadsheet would take for a formula has an apostrophe before it.
        </p>
      </Panel>
    </DocsPage>
  );
}
