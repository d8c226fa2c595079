"use client";

import { useState } from "react";
import { Button } from "~/components/ui/button";
import { ChangeList } from "~/components/version/change-list";
import { Definition } from "~/server/recipes/definition";
import { diffDefinitions } from "~/server/recipes/diff/diff";
import type { RecipeView } from "~/server/services/recipe/schemas";
import { useEditor } from "./editor-context";

/** Somebody else saved this recipe meanwhile: what each side changed, and which one stays. */
export function ConflictNotice({ theirs }: { theirs: RecipeView }) {
  const { state, dispatch, catalog } = useEditor();
  const [comparing, setComparing] = useState(false);
  const names = Object.fromEntries(catalog.connections.map(({ id, name }) => [id, name]));
  const { definition: base } = state.saved;
  const parsed = Definition.safeParse(theirs.definition);
  return (
    <section
      role="alert"
      aria-label="Somebody else changed this recipe"
      className="mb-4 flex flex-col gap-3 rounded-lg border border-warn/40 bg-warn-soft p-4 text-sm"
    >
      <div>
        <h2 className="font-semibold">Somebody else changed this recipe while you edited it</h2>
        <p className="text-muted">
          Your last edits are not saved yet. Keep yours, or take theirs; undo brings back yours.
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => dispatch({ type: "keptMine" })}>Keep mine</Button>
        {parsed.success ? (
          <Button onClick={() => dispatch({ type: "tookTheirs", recipe: theirs, definition: parsed.data })}>
            Take theirs
          </Button>
        ) : null}
        <Button variant="ghost" aria-expanded={comparing} onClick={() => setComparing(!comparing)}>
          Compare
        </Button>
      </div>
      {comparing ? (
        <div className="grid gap-4 md:grid-cols-2">
          <Side title="What they changed" changes={diffDefinitions(base, theirs.definition, names)} />
          <Side title="What you changed" changes={diffDefinitions(base, state.definition, names)} />
        </div>
      ) : null}
    </section>
  );
}

function Side({ title, changes }: { title: string; changes: ReturnType<typeof diffDefinitions> }) {
  return (
    <section aria-label={title} className="min-w-0 rounded-md border bg-surface p-3">
      <h3 className="mb-2 text-xs font-medium text-faint">{title}</h3>
      <ChangeList changes={changes} />
    </section>
  );
}
