import Link from "next/link";
import { AppFlow } from "~/components/ui/app-flow";
import type { Template } from "~/server/recipes/gallery/template";
import { allSteps } from "~/server/recipes/step-tree";

type TemplateTileProps = Pick<
  Template,
  "id" | "name" | "summary" | "category" | "flow" | "triggerEvents" | "definition"
>;

/** One template of the gallery; the whole tile leads to its page. */
export function TemplateTile({ id, name, summary, category, flow, ...rest }: TemplateTileProps) {
  const steps = allSteps(rest.definition.steps).length;
  return (
    <Link
      href={`/templates/${id}`}
      prefetch={false}
      className="flex h-full flex-col gap-2 rounded-lg border bg-surface p-4 transition-colors hover:border-control hover:bg-hover/40"
    >
      <AppFlow {...flow} category={category} />
      <span className="mt-1 text-base font-medium">{name}</span>
      <span className="text-sm text-muted">{summary}</span>
      <span className="mt-auto flex items-baseline justify-between gap-3 pt-1 text-2xs text-faint">
        <span className="min-w-0 truncate font-mono">{rest.triggerEvents[0]}</span>
        <span className="shrink-0">{steps === 1 ? "1 step" : `${steps} steps`}</span>
      </span>
    </Link>
  );
}
