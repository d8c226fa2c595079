import { Button } from "~/components/ui/button";
import { Panel, PanelHeader } from "~/components/ui/card";
import { Select } from "~/components/ui/select";
import type { DiffView, VersionSummary } from "~/server/services/recipe/version-schemas";
import { ChangeList } from "./change-list";
import { countText, sideText } from "./version-words";

interface ComparePanelProps {
  versions: readonly Pick<VersionSummary, "version">[];
  diff: DiffView;
}

/** Two sides to choose, and what differs between them. */
export function ComparePanel({ versions, diff: { from, to, changes } }: ComparePanelProps) {
  const sides: DiffView["from"][] = ["draft", ...versions.map(({ version }) => version)];
  // An address may name one that is on another page of the list.
  for (const side of [from, to]) if (!sides.includes(side)) sides.push(side);
  return (
    <Panel id="compare" aria-labelledby="compare-title">
      <PanelHeader
        id="compare-title"
        title="Compare"
        description={`${countText(changes.length)} from ${sideText(from).toLowerCase()} to ${sideText(to).toLowerCase()}`}
      />
      <div className="flex flex-col gap-4 p-4">
        <form className="flex flex-wrap items-end gap-2">
          <SideSelect name="from" label="From" value={from} sides={sides} />
          <SideSelect name="to" label="To" value={to} sides={sides} />
          <Button type="submit">Compare</Button>
        </form>
        <ChangeList changes={changes} />
      </div>
    </Panel>
  );
}

interface SideSelectProps {
  name: string;
  label: string;
  value: DiffView["from"];
  sides: readonly DiffView["from"][];
}

function SideSelect({ name, label, value, sides }: SideSelectProps) {
  return (
    <div className="min-w-0 flex-1 basis-32">
      <label htmlFor={`compare-${name}`} className="mb-1 block text-xs font-medium text-muted">
        {label}
      </label>
      <Select key={value} id={`compare-${name}`} name={name} defaultValue={String(value)}>
        {sides.map((side) => (
          <option key={side} value={String(side)}>
            {sideText(side)}
          </option>
        ))}
      </Select>
    </div>
  );
}
