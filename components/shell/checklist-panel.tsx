import { Check } from "lucide-react";
import { Panel, PanelHeader } from "~/components/ui/card";
import { cn } from "~/components/ui/cn";
import { LinkButton } from "~/components/ui/link-button";
import type { ChecklistItem } from "./checklist";

/** What a newcomer does next; only the next thing has a strong button. */
export function ChecklistPanel({ items }: { items: ChecklistItem[] }) {
  const next = items.find(({ done }) => !done)?.id;
  const left = items.filter(({ done }) => !done).length;
  return (
    <Panel>
      <PanelHeader
        title="Get your first recipe running"
        description={`${items.length - left} of ${items.length} done`}
      />
      <ol className="divide-y">
        {items.map((item, index) => (
          <li key={item.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
            <span
              className={cn(
                "grid size-6 shrink-0 place-items-center rounded-full border text-xs font-medium",
                item.done ? "border-transparent bg-accent text-on-accent" : "text-muted",
                item.id === next && "border-accent text-accent-ink",
              )}
            >
              {item.done ? <Check aria-hidden className="size-3.5" /> : index + 1}
            </span>
            <div className="min-w-0 flex-1 basis-48">
              <p className={cn("text-sm font-medium", item.done && "text-faint")}>
                {item.title}
                {item.done ? <span className="sr-only"> (done)</span> : null}
              </p>
              {item.done ? null : <p className="text-sm text-muted">{item.text}</p>}
            </div>
            {item.id === next ? (
              <LinkButton variant="primary" size="sm" href={item.href}>
                {item.action}
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
