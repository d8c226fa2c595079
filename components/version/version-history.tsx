import { History } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { EmptyState } from "~/components/ui/empty-state";
import { LinkButton } from "~/components/ui/link-button";
import { StatusBadge } from "~/components/ui/status-badge";
import { TimeAgo } from "~/components/ui/time";
import type { RecipeView } from "~/server/services/recipe/schemas";
import type { VersionSummary } from "~/server/services/recipe/version-schemas";
import { RollbackButton } from "./rollback-button";
import { rollbackText } from "./version-words";

interface VersionHistoryProps {
  workspace: string;
  recipe: RecipeView;
  versions: VersionSummary[];
  /** The number that the next version gets. */
  next: number;
}

/** A recipe's versions, newest first: who published each, why, and the way back to it. */
export function VersionHistory({ workspace, recipe, versions, next }: VersionHistoryProps) {
  if (versions.length === 0)
    return (
      <EmptyState
        icon={History}
        title="Nothing is published yet"
        actions={<LinkButton href={`/w/${workspace}/recipes/${recipe.id}`}>Open the recipe</LinkButton>}
      >
        Set the recipe live, or run it in shadow, and its first version appears here.
      </EmptyState>
    );
  return (
    <ol aria-label="Versions" className="divide-y">
      {versions.map((version) => (
        <li
          key={version.version}
          id={`version-${version.version}`}
          className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3 target:bg-accent-soft"
        >
          <Facts version={version} status={recipe.status} />
          <div className="flex flex-wrap items-center gap-2">
            {version.version > 1 ? (
              <ChangesLink workspace={workspace} id={recipe.id} version={version.version} />
            ) : null}
            {version.isCurrent || version.isShadow ? null : (
              <RollbackButton
                workspace={workspace}
                id={recipe.id}
                version={version.version}
                description={rollbackText(recipe, version.version, next)}
              />
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Facts({ version, status }: { version: VersionSummary; status: RecipeView["status"] }) {
  const { isCurrent, isShadow, mode, note, author, createdAt } = version;
  return (
    <div className="min-w-0 flex-1 basis-48">
      <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
        Version {version.version}
        {isCurrent ? <StatusBadge status={status} /> : null}
        {isShadow ? <StatusBadge status="shadow" /> : null}
        {mode === "shadow" && !isCurrent && !isShadow ? <Badge>Was in shadow</Badge> : null}
      </p>
      {note ? <p className="text-sm break-words text-muted">{note}</p> : null}
      <p className="text-xs break-words text-faint">
        {author}, <TimeAgo iso={createdAt} />
      </p>
    </div>
  );
}

function ChangesLink({ workspace, id, version }: { workspace: string; id: string; version: number }) {
  return (
    <LinkButton
      size="sm"
      scroll={false}
      href={`/w/${workspace}/recipes/${id}/versions?from=${version - 1}&to=${version}#compare`}
    >
      What it changed<span className="sr-only">, version {version}</span>
    </LinkButton>
  );
}
