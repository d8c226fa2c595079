import type { Metadata } from "next";
import { LiveRefresh } from "~/components/sandbox/live-refresh";
import { PersonAttributes } from "~/components/sandbox/person-attributes";
import { PersonMessages, PersonTimeline } from "~/components/sandbox/person-timeline";
import { Badge } from "~/components/ui/badge";
import { PageHeader } from "~/components/ui/page-header";
import { caller } from "~/server/api/caller";

export const metadata: Metadata = { title: "Person in the Customer.io sandbox" };

interface PersonPageProps {
  params: Promise<{ workspace: string; id: string }>;
}

export default async function SandboxPersonPage({ params }: PersonPageProps) {
  const { workspace, id } = await params;
  const api = await caller(workspace);
  const person = await api.sandbox.person({ workspace, id });
  const title = person.email ?? person.externalId ?? person.id;
  const segments = person.segments.map((segment) => <Badge key={segment.id}>{segment.name}</Badge>);
  return (
    <>
      <PageHeader
        title={title}
        description={
          segments.length > 0 ? <span className="flex flex-wrap gap-1">{segments}</span> : "In no segment"
        }
        breadcrumbs={[
          { label: "Customer.io sandbox", href: `/w/${workspace}/sandbox/customerio` },
          { label: title },
        ]}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <PersonAttributes person={person} />
        <div className="grid min-w-0 gap-5">
          <PersonTimeline events={person.events} />
          <PersonMessages workspace={workspace} messages={person.messages} />
        </div>
      </div>
      <LiveRefresh intervalMs={2000} />
    </>
  );
}
