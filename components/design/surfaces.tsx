import { Alert } from "~/components/ui/alert";
import { AppIcon } from "~/components/ui/app-icon";
import { Badge } from "~/components/ui/badge";
import { Code, CopyLine } from "~/components/ui/code";
import { FactList } from "~/components/ui/fact-list";
import { LogoMark } from "~/components/ui/logo";
import { Skeleton, SkeletonRows } from "~/components/ui/skeleton";
import { StatusBadge } from "~/components/ui/status-badge";
import { Table, Td, THead, Th, Tr } from "~/components/ui/table";
import { Section } from "./section";

const STATUSES = [
  "queued",
  "running",
  "waiting",
  "held",
  "succeeded",
  "filtered",
  "failed",
  "outcome_unknown",
  "canceled",
  "draft",
  "shadow",
  "live",
  "paused",
];
const TONES = ["neutral", "accent", "ok", "warn", "danger", "info"] as const;

export function Tables() {
  return (
    <Section
      title="Badges and tables"
      description="Words carry the meaning; colour only helps. Rows of 40, numbers in columns."
    >
      <div className="mb-4 flex flex-wrap gap-1.5">
        {STATUSES.map((status) => (
          <StatusBadge key={status} status={status} />
        ))}
        {TONES.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </div>
      <div className="rounded-md border">
        <Table label="An example">
          <THead>
            <tr>
              <Th>Connection</Th>
              <Th>Health</Th>
              <Th className="text-right">Calls</Th>
            </tr>
          </THead>
          <tbody>
            {(["stripe", "customerio", "http", "core"] as const).map((app, index) => (
              <Tr key={app}>
                <Td>
                  <span className="flex items-center gap-2.5">
                    <AppIcon app={app} labelled />
                    <Code>{app}</Code>
                  </span>
                </Td>
                <Td>
                  <StatusBadge status={index === 1 ? "failing" : "connected"} />
                </Td>
                <Td className="text-right tabular-nums">{(index + 1) * 1204}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
    </Section>
  );
}

const HEIGHTS = ["h-2/6", "h-3/6", "h-5/6", "h-4/6", "h-full", "h-3/6", "h-4/6", "h-2/6", "h-5/6", "h-4/6"];

export function States() {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-2">
      <Section title="Notices" description="What is the matter, and what to do.">
        <div className="flex flex-col gap-2">
          <Alert title="Stripe keeps events for 30 days">Older ones cannot be found any more.</Alert>
          <Alert tone="ok" title="The keys work" />
          <Alert tone="warn" title="Test mode">
            Nobody is charged.
          </Alert>
          <Alert tone="danger" title="The keys are refused">
            Copy them again.
          </Alert>
          <CopyLine value="https://example.com/api/webhooks/stripe/abc" what="webhook URL" />
        </div>
      </Section>
      <div className="flex flex-col gap-5">
        <Section title="Loading" description="The same parts in the same places, so that nothing moves.">
          <Skeleton className="mb-3 w-40" />
          <div className="rounded-md border">
            <SkeletonRows rows={3} />
          </div>
        </Section>
        <Section title="Facts and charts" description="Bars stand on a line; the accent is what matters.">
          <FactList
            facts={[
              { label: "Account", value: "acct_1Q" },
              { label: "Region", value: "EU" },
            ]}
          />
          <div
            role="img"
            aria-label="An example of a bar chart"
            className="mt-3 flex h-24 items-end gap-1 border-b"
          >
            {HEIGHTS.map((height, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: bars never move
              <span key={index} className={`flex-1 rounded-t-sm bg-accent ${height}`} />
            ))}
          </div>
          <p className="mt-4 flex items-center gap-2 text-xs text-faint">
            <LogoMark /> The mark: a billhook's blade and handle.
          </p>
        </Section>
      </div>
    </div>
  );
}
