"use client";

import { useCallback, useReducer, useState } from "react";
import { trpc } from "~/server/api/client";
import type { Definition } from "~/server/recipes/definition";
import type { RecipeView } from "~/server/services/recipe/schemas";
import { describeProblems } from "./describe-problem";
import type { EditorCatalog } from "./editor-catalog";
import { type Editor, EditorProvider } from "./editor-context";
import { type EditorState, reduceEditor, startState } from "./editor-state";
import { type EditorTab, EditorTabs } from "./editor-tabs";
import { ProblemList } from "./problem-list";
import { RecipeHeader } from "./recipe-header";
import { RunSettings } from "./run-settings";
import { SamplePanel } from "./sample-panel";
import { StepList } from "./step-list";
import { TestPanel } from "./test-panel";
import type { TestTarget } from "./test-target";
import { TriggerCard } from "./trigger-card";
import { UndoBar } from "./undo-bar";
import { useAutosave } from "./use-autosave";
import { useResolver } from "./use-resolver";
import { useReveal } from "./use-reveal";
import { useSampleEvents } from "./use-sample-events";

interface RecipeEditorProps {
  workspace: string;
  recipe: RecipeView;
  definition: Definition;
  catalog: EditorCatalog;
}

const ROOT = ["steps"] as const;

/** The recipe page: trigger and steps on the left, the event and the test on the right; saves itself. */
export function RecipeEditor({ workspace, recipe, definition, catalog }: RecipeEditorProps) {
  const [state, dispatch] = useReducer(reduceEditor, startState(recipe, definition));
  const [tab, setTab] = useState<EditorTab>("steps");
  const [side, setSide] = useState<EditorTab>("event");
  const [blocked, setBlocked] = useState(false);
  const [tested, setTested] = useState<TestTarget>({ what: "recipe" });
  const { revealed, reveal: revealField } = useReveal();
  const { id } = recipe;
  const save = useCallback(
    ({ name, definition }: Pick<EditorState, "name" | "definition">) => {
      const named = name.trim() === "" ? {} : { name };
      return trpc.recipe.update.mutate({ workspace, id, definition, ...named });
    },
    [workspace, id],
  );
  const flush = useAutosave(state, dispatch, save);
  const reveal = useCallback(
    (path: string) => {
      setTab("steps");
      revealField(path);
    },
    [revealField],
  );
  const choose = (next: EditorTab) => {
    setTab(next);
    if (next !== "steps") setSide(next);
  };
  const samples = useSampleEvents(workspace, id, state.definition.trigger, catalog.triggers);
  const resolver = useResolver();
  const problems = describeProblems(state.problems, state.definition, catalog);
  const editor: Editor = {
    workspace,
    catalog,
    state,
    problems,
    dispatch,
    samples,
    resolver,
    revealed,
    reveal,
    tested,
    test: (target) => {
      setTested(target);
      choose("test");
    },
  };
  return (
    <EditorProvider editor={editor}>
      <RecipeHeader
        recipeId={id}
        flush={flush}
        onTest={() => choose("test")}
        onBlocked={() => {
          setBlocked(true);
          reveal("problems");
        }}
      />
      <EditorTabs
        active={tab}
        side={side}
        onChoose={choose}
        steps={
          <>
            <ProblemList open={blocked} />
            <TriggerCard recipeId={id} />
            <StepList list={ROOT} />
            <RunSettings />
            <UndoBar />
          </>
        }
        event={<SamplePanel />}
        test={<TestPanel recipeId={id} flush={flush} />}
      />
    </EditorProvider>
  );
}
