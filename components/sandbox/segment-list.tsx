import { Panel, PanelHeader } from "~/components/ui/card";
import type { CustomerioSandboxView } from "~/server/services/sandbox/views";

/** The manual segments with their ids, which recipes refer to. */
export function SegmentList({ segments }: { segments: CustomerioSandboxView["segments"] }) {
  return (
    <Panel aria-labelledby="sandbox-segments">
      <PanelHeader
        id="sandbox-segments"
        title="Manual segments"
        description="Recipes refer to them by their number."
      />
      <ul className="divide-y">
        {segments.map(({ id, name, description, members }) => (
          <li key={id} className="flex items-start justify-between gap-3 px-4 py-2">
            <span className="min-w-0">
              <span className="text-sm font-medium">
                {name} <span className="font-mono text-xs font-normal text-faint">#{id}</span>
              </span>
              <span className="block text-xs text-faint">{description}</span>
            </span>
            <span className="text-sm whitespace-nowrap text-muted tabular-nums">
              {members} {members === 1 ? "person" : "people"}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
