"use client";

import { ChangeInWords } from "../change-in-words";
import { useEditor } from "../editor-context";
import { ProblemList } from "../problem-list";
import { RunSettings } from "../run-settings";

/** What concerns the recipe as a whole: what keeps it from going live, and how its runs stand to each other. */
export function RecipePanel({ blocked }: { blocked: boolean }) {
  const { problems } = useEditor();
  return (
    <>
      {problems.length === 0 ? <p className="text-sm text-muted">Nothing to fix: it can go live.</p> : null}
      <ProblemList open={blocked} />
      <ChangeInWords />
      <RunSettings />
    </>
  );
}
