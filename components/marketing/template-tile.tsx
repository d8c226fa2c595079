import { ArrowRight } from "lucide-react";
import Link from "next/link";
import { AppIcon } from "~/components/ui/app-icon";
import { Badge } from "~/components/ui/badge";
import type { Template } from "~/server/recipes/gallery/template";

type TemplateTileProps = Pick<Template, "id" | "name" | "summary" | "category">;

/** One template of the gallery; the whole tile leads to its page. */
export function TemplateTile({ id, name, summary, category }: TemplateTileProps) {
  return (
    <Link
      href={`/templates/${id}`}
      className="flex h-full flex-col gap-2 rounded-lg border bg-surface p-4 transition-colors hover:border-control hover:bg-hover/40"
    >
      <span className="flex items-center gap-1.5">
        <AppIcon app="stripe" size={24} />
        <ArrowRight aria-hidden className="size-3.5 text-faint" />
        <AppIcon app="customerio" size={24} />
        <Badge className="ml-auto">{category}</Badge>
      </span>
      <span className="mt-1 text-base font-medium">{name}</span>
      <span className="text-sm text-muted">{summary}</span>
    </Link>
  );
}
