"use client";

import { useEffect, useState } from "react";
import { toActionError } from "~/components/ui/action-error";
import { Alert } from "~/components/ui/alert";
import { Skeleton } from "~/components/ui/skeleton";
import { ChangeList } from "~/components/version/change-list";
import { countText } from "~/components/version/version-words";
import { trpc } from "~/server/api/client";
import type { ChangeView } from "~/server/services/recipe/version-schemas";
import { useEditor } from "./editor-context";

type Loaded = { changes: ChangeView[] } | { error: string } | null;

interface PublishChangesProps {
  recipeId: string;
  flush: () => Promise<boolean>;
}

/** What the draft changes against what is published. */
export function PublishChanges({ recipeId, flush }: PublishChangesProps) {
  const { workspace, state } = useEditor();
  const { version } = state;
  const [loaded, setLoaded] = useState<Loaded>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening; nothing is edited behind the dialog.
  useEffect(() => {
    if (version === null) return;
    let isStale = false;
    const load = async () => {
      await flush();
      return trpc.recipe.diff.query({ workspace, id: recipeId, from: version, to: "draft" });
    };
    load().then(
      ({ changes }) => isStale || setLoaded({ changes }),
      (thrown) => isStale || setLoaded({ error: toActionError(thrown).message }),
    );
    return () => {
      isStale = true;
    };
  }, []);
  if (version === null) return <p className="text-sm text-muted">This will be the first version.</p>;
  return (
    <section aria-label="Changes" aria-busy={loaded === null} className="min-w-0">
      <h3 className="mb-1.5 text-sm font-medium">
        {loaded && "changes" in loaded ? countText(loaded.changes.length) : "Changes"}{" "}
        <span className="font-normal text-faint">
          since version {version}
          {state.status === "live" ? ", which is live" : ""}
        </span>
      </h3>
      <Body loaded={loaded} />
    </section>
  );
}

function Body({ loaded }: { loaded: Loaded }) {
  if (loaded === null)
    return (
      <div role="status" className="flex flex-col gap-2">
        <span className="sr-only">Comparing…</span>
        <Skeleton className="h-10" />
        <Skeleton className="h-10" />
      </div>
    );
  if ("error" in loaded) return <Alert tone="warn">{loaded.error}</Alert>;
  return <ChangeList changes={loaded.changes} />;
}
