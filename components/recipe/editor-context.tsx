"use client";

import { createContext, type Dispatch, type ReactNode, useContext } from "react";
import { type Pointer, pointerText, valueAt, withValueAt } from "~/server/recipes/pointer";
import type { DescribedProblem } from "./describe-problem";
import type { EditorCatalog } from "./editor-catalog";
import type { EditorAction, EditorState } from "./editor-state";
import type { Resolver } from "./preview";
import { problemsAt, problemText } from "./problems";
import type { TestTarget } from "./test-target";
import type { SampleEvents } from "./use-sample-events";
import type { StepTests } from "./use-step-tests";

export interface Editor {
  workspace: string;
  catalog: EditorCatalog;
  state: EditorState;
  /** The state's problems in the words of the page. */
  problems: DescribedProblem[];
  dispatch: Dispatch<EditorAction>;
  samples: SampleEvents;
  /** Opens the panel with the chosen event. */
  showEvent: () => void;
  /** Null until the template language has been loaded. */
  resolver: Resolver | null;
  /** The field that a problem's link asked for; cards around it open, then it gets the focus. */
  revealed: string | null;
  reveal: (fieldId: string) => void;
  /** What the test panel tries, and how that is chosen; choosing opens the panel. */
  tested: TestTarget;
  test: (target: TestTarget) => void;
  /** What tests found out about the steps. */
  tests: StepTests;
}

const Context = createContext<Editor | null>(null);

export function EditorProvider({ editor, children }: { editor: Editor; children: ReactNode }) {
  return <Context value={editor}>{children}</Context>;
}

export function useEditor(): Editor {
  const editor = useContext(Context);
  if (!editor) throw new Error("useEditor belongs inside EditorProvider");
  return editor;
}

interface FieldBinding {
  /** Its DOM id, which is also the path that problems name. */
  id: string;
  value: unknown;
  /** `undefined` removes an optional value. */
  set: (value: unknown) => void;
  /** Why it keeps the recipe from going live. */
  error: string | undefined;
  /** What should be looked at, where nothing is wrong. */
  warning: string | undefined;
}

/** Binds one place of the definition to an input. */
export function useField(pointer: Pointer): FieldBinding {
  const { state, problems, dispatch } = useEditor();
  const id = pointerText(pointer);
  const found = problemsAt(problems, id);
  const errors = found.filter(({ severity }) => severity === "error");
  return {
    id,
    value: valueAt(state.definition, pointer),
    set: (value) =>
      dispatch({ type: "changed", change: (definition) => withValueAt(definition, pointer, () => value) }),
    error: problemText(errors),
    warning: errors.length === 0 ? problemText(found) : undefined,
  };
}
