import Link from "next/link";
import { AppFlow } from "~/components/ui/app-flow";
import type { Template } from "~/server/recipes/gallery/template";

type TemplateTileProps = Pick<Template, "id" | "name" | "summary" | "category" | "flow">;

/** One template of the gallery; the whole tile leads to its page. */
export function TemplateTile({ id, name, summary, category, flow }: TemplateTileProps) {
  return (
    <Link
      href={`/templates/${id}`}
      prefetch={false}
      className="flex h-full flex-col gap-2 rounded-lg border bg-surface p-4 transition-colors hover:border-control hover:bg-hover/40"
    >
      <AppFlow {...flow} category={category} />
      <span className="mt-1 text-base font-medium">{name}</span>
      <span className="text-sm text-muted">{summary}</span>
    </Link>
  );
}
