import type { ReactNode } from "react";
import { Panel, PanelHeader } from "~/components/ui/card";

/** One family of the design page. */
export function Section({
  title,
  description,
  children,
}: {
  title: string;
  description: string;
  children: ReactNode;
}) {
  return (
    <Panel>
      <PanelHeader title={title} description={description} />
      <div className="p-4">{children}</div>
    </Panel>
  );
}
