import type { Metadata } from "next";
import { ConnectionActions } from "~/components/connection/connection-actions";
import { ConnectionFacts } from "~/components/connection/connection-facts";
import { HealingPanel } from "~/components/connection/healing-panel";
import { HeldNotice } from "~/components/connection/held-notice";
import { KeyDoctor } from "~/components/connection/key-doctor";
import { LimitsPanel } from "~/components/connection/limits-panel";
import { NextSteps } from "~/components/connection/next-steps";
import { OAuthLink } from "~/components/connection/oauth-link";
import { ReportGuide } from "~/components/connection/report-guide";
import { WebhookGuide } from "~/components/connection/webhook-guide";
import { Alert } from "~/components/ui/alert";
import { PageHeader } from "~/components/ui/page-header";
import { StatusBadge } from "~/components/ui/status-badge";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Connection" };

interface ConnectionPageProps {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<{ created?: string }>;
}

export default async function ConnectionPage({ params, searchParams }: ConnectionPageProps) {
  const { workspace, id } = await params;
  const { created } = await searchParams;
  const api = await caller(workspace);
  const [connection, limits, all, { stripeOAuth }] = await Promise.all([
    api.connection.get({ workspace, id }),
    api.connection.limits({ workspace, id }),
    api.connection.list({ workspace }),
    api.connection.ways({ workspace }),
  ]);
  const healing = connection.app === "stripe" ? await api.connection.healing({ workspace, id }) : null;
  const base = `/w/${workspace}/connections`;
  return (
    <>
      <PageHeader
        title={connection.name}
        description={<StatusBadge status={connection.status} />}
        breadcrumbs={[{ label: "Connections", href: base }, { label: connection.name }]}
        actions={
          <>
            {stripeOAuth && connection.app === "stripe" && !connection.sandbox ? (
              <OAuthLink workspace={workspace} connection={id} primary={connection.status === "failing"} />
            ) : null}
            <ConnectionActions workspace={workspace} connection={connection} />
          </>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          {created && connection.app !== "http" && connection.status === "connected" ? (
            <NextSteps workspace={workspace} connection={connection} all={all} />
          ) : null}
          {created && connection.app === "http" ? (
            <Alert tone="ok" title="The credentials are saved">
              Choose this connection in an HTTP step whose address begins with {connection.origin}.
            </Alert>
          ) : null}
          <HeldNotice workspace={workspace} connection={connection} limits={limits} />
          {connection.statusDetail && !limits.held ? (
            <Alert
              tone={connection.status === "failing" ? "danger" : "info"}
              {...(connection.status === "failing" ? { title: "The last check failed" } : {})}
            >
              {connection.statusDetail}
            </Alert>
          ) : null}
          {connection.webhookUrl && connection.app === "customerio" ? (
            <ReportGuide connection={connection} url={connection.webhookUrl} />
          ) : null}
          {connection.webhookUrl && connection.app === "stripe" ? (
            <WebhookGuide workspace={workspace} connection={connection} url={connection.webhookUrl} />
          ) : null}
          {limits.buckets.length > 0 ? <LimitsPanel workspace={workspace} id={id} initial={limits} /> : null}
          {healing ? <HealingPanel workspace={workspace} id={id} healing={healing} /> : null}
          {connection.app === "http" ? null : <KeyDoctor workspace={workspace} id={id} />}
        </div>
        <ConnectionFacts workspace={workspace} connection={connection} />
      </div>
    </>
  );
}
