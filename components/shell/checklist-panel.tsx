import { Check } from "lucide-react";
import { cookies } from "next/headers";
import { Panel, PanelHeader } from "~/components/ui/card";
import { cn } from "~/components/ui/cn";
import { LinkButton } from "~/components/ui/link-button";
import type { ChecklistItem } from "./checklist";
import { hiddenCookie } from "./checklist-hidden";
import { ChecklistToggle } from "./checklist-toggle";

/** What a newcomer does next; only the next thing has a strong button. Can be put away, and leaves a line to come back by. */
export async function ChecklistPanel({ items }: { items: ChecklistItem[] }) {
  const next = items.find(({ done }) => !done)?.id;
  const left = items.filter(({ done }) => !done).length;
  const workspace = items[0]?.workspace ?? "";
  const isHidden = (await cookies()).has(hiddenCookie(workspace));
  const progress = `${items.length - left} of ${items.length} done`;
  const toggle = <ChecklistToggle workspace={workspace} isHidden={isHidden} />;
  if (isHidden)
    return (
      <div className="flex items-center justify-between gap-4 rounded-lg border bg-surface py-1.5 pr-2 pl-4">
        <p className="text-sm text-muted">
          <span className="font-medium text-ink">First steps</span>: {progress}
        </p>
        {toggle}
      </div>
    );
  return (
    <Panel>
      <PanelHeader title="Get your first recipe running" description={progress} actions={toggle} />
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
              <LinkButton variant="primary" size="sm" href={`/w/${item.workspace}/first-run`}>
                {items[0]?.done ? "Continue" : "Begin"}
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
