"use client";

import { Bookmark, Pencil, Star } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "~/components/ui/button";
import { TAB_BAR, tabStyle } from "~/components/ui/tab-style";
import { useAction } from "~/components/ui/use-action";
import { trpc } from "~/server/api/client";
import type { SavedViewSummary } from "~/server/services/saved-view/schemas";
import { ViewDialog } from "./view-dialog";

interface ViewBarProps {
  workspace: string;
  path: string;
  views: SavedViewSummary[];
  /** The filters as they are now, as a view would keep them. */
  query: string;
  /** The view that was opened. */
  opened: string | undefined;
}

/** The person's views as tabs; filters that are no view yet can be saved as one, or become those of the open view. */
export function ViewBar({ workspace, path, views, query, opened }: ViewBarProps) {
  const [editing, setEditing] = useState<"new" | "open" | null>(null);
  const update = useAction(trpc.savedView.update.mutate, { success: "The view is saved" });
  const current = views.find(({ id }) => id === opened) ?? views.find((view) => view.query === query);
  const isChanged = current !== undefined && current.query !== query;
  if (views.length === 0 && query === "") return null;
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
      <nav aria-label="Views" className={`${TAB_BAR} max-w-full overflow-x-auto`}>
        <Link
          href={`${path}?view=all`}
          aria-current={current ? undefined : "page"}
          className={tabStyle(current === undefined)}
        >
          All runs
        </Link>
        {views.map((view) => (
          <Link
            key={view.id}
            href={`${path}?${view.query}${view.query ? "&" : ""}view=${view.id}`}
            aria-current={view === current ? "page" : undefined}
            className={tabStyle(view === current)}
          >
            {view.isDefault ? <Star aria-hidden className="mr-1 inline size-3.5" /> : null}
            {view.name}
            {view.isDefault ? <span className="sr-only">, opens first</span> : null}
          </Link>
        ))}
      </nav>
      <div className="flex flex-wrap gap-2">
        {isChanged && current ? (
          <Button
            size="sm"
            pending={update.pending}
            onClick={() => void update.run({ workspace, id: current.id, query })}
          >
            Save changes
          </Button>
        ) : null}
        {query !== "" && (isChanged || !current) ? (
          <Button size="sm" onClick={() => setEditing("new")}>
            <Bookmark aria-hidden />
            Save as view
          </Button>
        ) : null}
        {current ? (
          <Button size="sm" variant="ghost" onClick={() => setEditing("open")}>
            <Pencil aria-hidden />
            Edit view
          </Button>
        ) : null}
      </div>
      {editing ? (
        <ViewDialog
          workspace={workspace}
          path={path}
          query={query}
          view={editing === "open" ? current : undefined}
          onClose={() => setEditing(null)}
        />
      ) : null}
    </div>
  );
}
