"use client";

import { FlaskConical } from "lucide-react";
import type { ReactNode } from "react";
import { Breadcrumbs } from "~/components/ui/breadcrumbs";
import { Button } from "~/components/ui/button";
import { StatusBadge } from "~/components/ui/status-badge";
import { useEditor } from "./editor-context";
import type { EditorState } from "./editor-state";
import { PastEvents } from "./past-events";
import { PublishButtons } from "./publish-buttons";
import { RecipeMenu } from "./recipe-menu";
import { SaveState } from "./save-state";
import { VersionLinks } from "./version-links";

interface RecipeHeaderProps {
  recipeId: string;
  flush: () => Promise<boolean>;
  onTest: () => void;
  /** The recipe cannot go live yet: show why. */
  onBlocked: () => void;
  /** At the end of the second line. */
  bar: ReactNode;
}

/** Name, status and what can be done with the recipe. */
export function RecipeHeader({ recipeId, flush, onTest, onBlocked, bar }: RecipeHeaderProps) {
  const { workspace, state, dispatch } = useEditor();
  const crumbs = [{ label: "Recipes", href: `/w/${workspace}/recipes` }, { label: state.name || "Unnamed" }];
  return (
    <header className="mb-4 flex flex-col gap-2">
      <Breadcrumbs items={crumbs} />
      <h1 className="sr-only">{state.name}</h1>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <input
          aria-label="Recipe name"
          value={state.name}
          maxLength={120}
          aria-invalid={state.name.trim() === "" || undefined}
          placeholder="Give it a name"
          onChange={(event) => dispatch({ type: "renamed", name: event.target.value })}
          className="-ml-1.5 min-w-0 flex-1 basis-64 rounded-md border border-transparent bg-transparent px-1.5 py-0.5 text-xl font-semibold text-ellipsis hover:border-line focus:border-control"
        />
        <div className="flex flex-wrap items-center gap-2">
          <Button onClick={onTest} className="max-lg:hidden">
            <FlaskConical aria-hidden />
            Test
          </Button>
          <PublishButtons recipeId={recipeId} flush={flush} onBlocked={onBlocked} />
          <RecipeMenu recipeId={recipeId} flush={flush} />
        </div>
      </div>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge status={state.status} />
        <span className="text-xs text-faint">{versionText(state)}</span>
        <VersionLinks recipeId={recipeId} />
        <PastEvents recipeId={recipeId} />
        <SaveState state={state} onRetry={flush} />
        {bar}
      </div>
    </header>
  );
}

function versionText({ version, changed, shadow }: EditorState): string {
  if (version === null) return "Not published yet";
  const isNews = shadow ? changed && shadow.changed : changed;
  return isNews ? `Version ${version}, with unpublished changes` : `Version ${version}`;
}
