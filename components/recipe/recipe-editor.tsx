"use client";

import dynamic from "next/dynamic";
import { useCallback, useReducer, useState } from "react";
import { Skeleton } from "~/components/ui/skeleton";
import { trpc } from "~/server/api/client";
import type { Definition } from "~/server/recipes/definition";
import type { RecipeView } from "~/server/services/recipe/schemas";
import { CanvasProvider } from "./canvas/canvas-context";
import { OpenPlace } from "./canvas/open-place";
import { foldedAround, placeOfPath } from "./canvas/place-of-path";
import { RecipePanel } from "./canvas/recipe-panel";
import { useCanvasState } from "./canvas/use-canvas-state";
import { Workbench } from "./canvas/workbench";
import { ChangeInWords } from "./change-in-words";
import { describeProblems } from "./describe-problem";
import { EditorBar } from "./editor-bar";
import type { EditorCatalog } from "./editor-catalog";
import { type Editor, EditorProvider } from "./editor-context";
import { type EditorState, reduceEditor, startState } from "./editor-state";
import { type EditorTab, EditorTabs } from "./editor-tabs";
import { ProblemList } from "./problem-list";
import { RecipeHeader } from "./recipe-header";
import { RunSettings } from "./run-settings";
import { SamplePanel } from "./sample-panel";
import type { TestTarget } from "./test-target";
import { TriggerCard } from "./trigger-card";
import { UndoBar } from "./undo-bar";
import { useAutosave } from "./use-autosave";
import { useEditorView } from "./use-editor-view";
import { useHistoryKeys } from "./use-history-keys";
import { useRecipeWatch } from "./use-recipe-watch";
import { useResolver } from "./use-resolver";
import { useReveal } from "./use-reveal";
import { useSampleEvents } from "./use-sample-events";
import { useStepTests } from "./use-step-tests";

interface RecipeEditorProps {
  workspace: string;
  recipe: RecipeView;
  definition: Definition;
  catalog: EditorCatalog;
}

const ROOT = ["steps"] as const;

/** Neither is seen at first, so both come after the page. */
const StepList = dynamic(() => import("./step-list").then((module) => module.StepList), {
  ssr: false,
  loading: () => <Skeleton className="my-4 h-40 rounded-lg" />,
});
const TestPanel = dynamic(() => import("./test-panel").then((module) => module.TestPanel), { ssr: false });

/** What differs when somebody else saved first; hardly ever needed, so it comes when it is. */
const ConflictNotice = dynamic(() => import("./conflict-notice").then((module) => module.ConflictNotice));

/** The recipe page: the steps as a canvas or a list, and beside them the form, the event and the test; saves itself. */
export function RecipeEditor({ workspace, recipe, definition, catalog }: RecipeEditorProps) {
  const [state, dispatch] = useReducer(reduceEditor, startState(recipe, definition));
  const [tab, setTab] = useState<EditorTab>("steps");
  const [side, setSide] = useState<EditorTab>("step");
  const [blocked, setBlocked] = useState(false);
  const [tested, setTested] = useState<TestTarget>({ what: "recipe" });
  const { view, choose: chooseView } = useEditorView();
  const canvas = useCanvasState(state.definition);
  const { revealed, reveal: revealField } = useReveal();
  const { id } = recipe;
  const save = useCallback(
    ({ name, definition, revision }: Pick<EditorState, "name" | "definition"> & { revision: string }) => {
      const named = name.trim() === "" ? {} : { name };
      return trpc.recipe.update.mutate({ workspace, id, definition, revision, ...named });
    },
    [workspace, id],
  );
  const flush = useAutosave(state, dispatch, save);
  useHistoryKeys(dispatch);
  useRecipeWatch(workspace, id, state, dispatch);
  const reveal = (path: string) => {
    const key = placeOfPath(state.definition, path);
    for (const folded of foldedAround(state.definition, path))
      if (canvas.folded.has(folded)) canvas.toggleFold(folded);
    if (key) canvas.setOpen(key);
    setTab("steps");
    setSide(key ? "step" : "recipe");
    revealField(path);
  };
  const choose = (next: EditorTab) => {
    setTab(next === "step" || next === "recipe" ? "steps" : next);
    if (next !== "steps") setSide(next);
  };
  const samples = useSampleEvents(workspace, id, state.definition.trigger, catalog.triggers);
  const resolver = useResolver(view === "list" || (canvas.open !== null && canvas.open !== "trigger"));
  const tests = useStepTests(state.definition);
  const problems = describeProblems(state.problems, state.definition, catalog);
  const editor: Editor = {
    workspace,
    catalog,
    state,
    problems,
    dispatch,
    samples,
    showEvent: () => choose("event"),
    resolver,
    revealed,
    reveal,
    tested,
    test: (target) => {
      setTested(target);
      choose("test");
    },
    tests,
  };
  const event = <SamplePanel />;
  const test = <TestPanel recipeId={id} flush={flush} />;
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
        bar={<EditorBar view={view} onView={chooseView} />}
      />
      {state.conflict ? <ConflictNotice theirs={state.conflict} /> : null}
      {view === null ? (
        <div data-full-width>
          <Skeleton className="h-[calc(100dvh-10.5rem)] rounded-lg" />
        </div>
      ) : null}
      {view === "canvas" ? (
        <CanvasProvider canvas={canvas}>
          <Workbench
            side={side}
            onChoose={choose}
            panels={{
              step: <OpenPlace recipeId={id} />,
              recipe: <RecipePanel blocked={blocked} />,
              event,
              test,
            }}
          />
        </CanvasProvider>
      ) : null}
      {view === "list" ? (
        <EditorTabs
          active={tab}
          side={side === "test" ? "test" : "event"}
          onChoose={choose}
          steps={
            <>
              <ProblemList open={blocked} />
              <TriggerCard recipeId={id} />
              <StepList list={ROOT} />
              <ChangeInWords />
              <RunSettings />
              <UndoBar />
            </>
          }
          event={event}
          test={test}
        />
      ) : null}
    </EditorProvider>
  );
}
