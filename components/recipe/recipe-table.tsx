import Link from "next/link";
import { AppIcon, appOf } from "~/components/ui/app-icon";
import { Badge } from "~/components/ui/badge";
import { EmptyState } from "~/components/ui/empty-state";
import { StatusBadge } from "~/components/ui/status-badge";
import { ROW_LINK, Table, Td, THead, Th, Tr } from "~/components/ui/table";
import { TimeAgo } from "~/components/ui/time";
import type { RecipeSummary } from "~/server/services/recipe/schemas";
import { isFiltered, type RecipeFilters } from "./recipe-filters";
import { RestoreButton } from "./restore-button";
import { RowMenu } from "./row-menu";

interface RecipeTableProps {
  recipes: RecipeSummary[];
  workspace: string;
  filters: RecipeFilters;
}

/** The recipes of a workspace; every row leads to its recipe. */
export function RecipeTable({ recipes, workspace, filters }: RecipeTableProps) {
  if (recipes.length === 0) return <NothingFound filters={filters} />;
  return (
    <Table label="Recipes">
      <THead>
        <tr>
          <Th>Name</Th>
          <Th>Status</Th>
          <Th className="max-md:hidden">Starts with</Th>
          <Th className="max-lg:hidden">Does</Th>
          <Th className="max-sm:hidden">Last run</Th>
          <Th className="max-sm:hidden">Last 24 hours</Th>
          <Th>
            <span className="sr-only">Actions</span>
          </Th>
        </tr>
      </THead>
      <tbody>
        {recipes.map((recipe) => (
          <RecipeRow key={recipe.id} recipe={recipe} workspace={workspace} />
        ))}
      </tbody>
    </Table>
  );
}

function NothingFound({ filters }: { filters: RecipeFilters }) {
  if (!isFiltered(filters))
    return (
      <EmptyState title="Nothing is archived">
        A recipe that you archive waits here until you restore it.
      </EmptyState>
    );
  return (
    <EmptyState title={filters.q ? `Nothing is found for “${filters.q}”` : "No recipe is like this"}>
      Search for a part of the name, a tag, an event or an action, or clear the filters.
    </EmptyState>
  );
}

function RecipeRow({ recipe, workspace }: { recipe: RecipeSummary; workspace: string }) {
  const [first, ...others] = recipe.triggerEvents;
  const { id, name, folder, tags } = recipe;
  return (
    <Tr>
      <Td className="max-w-72 max-sm:w-full max-sm:max-w-0">
        <Link href={`/w/${workspace}/recipes/${id}`} className={`${ROW_LINK} block truncate`}>
          {name}
        </Link>
        {folder || tags.length > 0 ? (
          <span className="flex flex-wrap gap-x-2 text-xs text-faint">
            {folder ? <span>{folder}</span> : null}
            {tags.map((tag) => (
              <span key={tag}>#{tag}</span>
            ))}
          </span>
        ) : null}
        <span className="block text-xs text-faint sm:hidden">
          <LastRun iso={recipe.lastRunAt} />
        </span>
      </Td>
      <Td>
        <span className="flex flex-wrap items-center gap-1.5">
          <StatusBadge status={recipe.status} />
          {recipe.lookProblem ? (
            <Badge tone="danger">
              <span title={recipe.lookProblem}>cannot look</span>
            </Badge>
          ) : null}
        </span>
      </Td>
      <Td className="max-md:hidden">
        {recipe.startsWith ? (
          <span className="text-xs text-muted">{recipe.startsWith}</span>
        ) : (
          <span className="font-mono text-xs text-muted">{first ?? "No event yet"}</span>
        )}
        {others.length > 0 && !recipe.startsWith ? (
          <span className="text-xs text-faint"> and {others.length} more</span>
        ) : null}
      </Td>
      <Td className="max-lg:hidden">
        <ActionIcons actions={recipe.actions} />
      </Td>
      <Td className="whitespace-nowrap text-muted max-sm:hidden">
        <LastRun iso={recipe.lastRunAt} />
      </Td>
      <Td className="whitespace-nowrap max-sm:hidden">
        <DayCount runs={recipe.runs24h} />
      </Td>
      <Td className="pr-3 pl-0">
        <span className="flex justify-end">
          {recipe.archived ? (
            <RestoreButton workspace={workspace} id={id} name={name} size="sm" />
          ) : (
            <RowMenu workspace={workspace} id={id} name={name} />
          )}
        </span>
      </Td>
    </Tr>
  );
}

function LastRun({ iso }: { iso: string | null }) {
  return iso ? <TimeAgo iso={iso} /> : <span className="text-faint">Never ran</span>;
}

const ICONS_SHOWN = 5;

function ActionIcons({ actions }: { actions: string[] }) {
  return (
    <span className="flex items-center gap-1">
      {actions.slice(0, ICONS_SHOWN).map((action, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same action may stand there twice
        <AppIcon key={index} app={appOf(action)} size={22} labelled />
      ))}
      {actions.length > ICONS_SHOWN ? (
        <span className="text-xs text-faint">+{actions.length - ICONS_SHOWN}</span>
      ) : null}
    </span>
  );
}

function DayCount({ runs }: { runs: RecipeSummary["runs24h"] }) {
  if (runs.total === 0) return <span className="text-faint">No runs</span>;
  return (
    <span className="flex items-center gap-2 text-muted tabular-nums">
      {runs.total} {runs.total === 1 ? "run" : "runs"}
      {runs.failed > 0 ? <Badge tone="danger">{runs.failed} failed</Badge> : null}
    </span>
  );
}
