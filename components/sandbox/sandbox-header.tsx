import { PageHeader } from "~/components/ui/page-header";
import { TabLinks } from "~/components/ui/tab-links";

const TABS = [
  { id: "stripe", label: "Stripe" },
  { id: "customerio", label: "Customer.io" },
] as const;

interface SandboxHeaderProps {
  workspace: string;
  current: (typeof TABS)[number]["id"];
  description: string;
}

/** Title and the way between the two simulated accounts. */
export function SandboxHeader({ workspace, current, description }: SandboxHeaderProps) {
  const items = TABS.map(({ id, label }) => ({
    href: `/w/${workspace}/sandbox/${id}`,
    label,
    current: id === current,
  }));
  return (
    <>
      <PageHeader title="Sandbox" description={description} />
      <div className="mb-5">
        <TabLinks label="Sandbox accounts" items={items} />
      </div>
    </>
  );
}
