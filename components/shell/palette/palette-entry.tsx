import { Activity, Cable, Clock, LayoutTemplate, type LucideIcon, Workflow, Zap } from "lucide-react";
import { AppIcon } from "~/components/ui/app-icon";
import { cn } from "~/components/ui/cn";
import { Keys } from "~/components/ui/keys";
import { StatusBadge } from "~/components/ui/status-badge";
import type { Hit } from "~/server/services/search/schemas";
import type { Entry } from "./entries";
import { appOfHit } from "./hits";

const ICON: Partial<Record<Hit["kind"], LucideIcon>> = {
  recipe: Workflow,
  run: Activity,
  connection: Cable,
  event: Zap,
  template: LayoutTemplate,
};

interface PaletteEntryProps {
  id: string;
  entry: Entry;
  active: boolean;
  onChoose: () => void;
  onPoint: () => void;
}

/** One line of the palette: what it is, where it belongs, its state or its shortcut. */
export function PaletteEntry({ id, entry, active, onChoose, onPoint }: PaletteEntryProps) {
  const { title, detail, status, shortcut } = entry;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the search field handles the keys of the whole list
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant marks it, the focus stays in the field
    <div
      id={id}
      role="option"
      aria-selected={active}
      data-active={active || undefined}
      onClick={onChoose}
      onPointerMove={active ? undefined : onPoint}
      className={cn(
        "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-md px-2.5 py-1 text-sm pointer-coarse:min-h-11",
        active && "bg-hover",
      )}
    >
      <Sign entry={entry} />
      <span className="min-w-0 flex-1 truncate">
        {title}
        {detail ? <span className="ml-2 text-xs text-faint">{detail}</span> : null}
      </span>
      {status ? <StatusBadge status={status} /> : null}
      {shortcut ? <Keys keys={shortcut.split(" ")} className="pointer-coarse:hidden" /> : null}
    </div>
  );
}

function Sign({ entry: { command, hit } }: { entry: Entry }) {
  const app = hit ? appOfHit(hit) : null;
  if (app) return <AppIcon app={app} size={18} className="-m-px" />;
  const Icon = command?.icon ?? (hit ? (ICON[hit.kind] ?? Workflow) : Clock);
  return <Icon aria-hidden className="size-4 shrink-0 text-faint" />;
}
