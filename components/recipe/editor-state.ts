import type { Definition, Problem, Repair } from "~/server/recipes/definition";
import { applyRepair } from "~/server/recipes/repair";
import type { RecipeView } from "~/server/services/recipe/schemas";

/** Everything the recipe page knows about the recipe while it is open. */
export interface EditorState {
  name: string;
  definition: Definition;
  /** Counts edits; nothing is unsaved when `savedEdits` has caught up. */
  edits: number;
  savedEdits: number;
  saving: boolean;
  saveError: string | null;
  status: RecipeView["status"];
  version: number | null;
  /** True when the saved draft differs from the published version. */
  changed: boolean;
  /** The version in shadow beside the live one, and whether the draft differs from it. */
  shadow: RecipeView["shadow"];
  problems: Problem[];
  /** Where a `webhook` trigger is called. */
  hook: RecipeView["hook"];
  /** How the last look of a schedule or poll went. */
  look: RecipeView["look"];
  /** When it was last paused. */
  stoppedAt: RecipeView["stoppedAt"];
  /** What was removed or repaired last, where, and the definition from before, until the next edit. */
  removed: { what: string; before: Definition; done?: string; at?: string } | null;
}

export type Change = (definition: Definition) => Definition;

export type EditorAction =
  | { type: "renamed"; name: string }
  | { type: "changed"; change: Change }
  | { type: "removed"; what: string; at?: string; change: Change }
  | { type: "repaired"; repair: Repair }
  | { type: "undone" }
  | { type: "saving" }
  | { type: "saved"; edits: number; recipe: RecipeView }
  | { type: "saveFailed"; message: string }
  | { type: "published"; mode: "live" | "shadow"; status: RecipeView["status"]; version: number }
  | { type: "statusChanged"; recipe: RecipeView }
  | { type: "problemsFound"; problems: Problem[] };

export function startState(recipe: RecipeView, definition: Definition): EditorState {
  const { name, status, version, changed, shadow, hook, look, stoppedAt } = recipe;
  const problems = toProblems(recipe);
  const saved = { edits: 0, savedEdits: 0, saving: false, saveError: null, removed: null };
  return { name, definition, status, version, changed, shadow, hook, look, stoppedAt, problems, ...saved };
}

export function reduceEditor(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case "renamed":
      return edited(state, { name: action.name });
    case "changed":
      return edited(state, { definition: action.change(state.definition), removed: null });
    case "removed": {
      const { what, at } = action;
      const removed = { what, before: state.definition, ...(at === undefined ? {} : { at }) };
      return edited(state, { definition: action.change(state.definition), removed });
    }
    case "repaired": {
      const { label, edits } = action.repair;
      const at = edits[0] ? { at: edits[0].path } : {};
      const removed = { what: label, before: state.definition, done: "Mended:", ...at };
      return edited(state, { definition: applyRepair(state.definition, action.repair), removed });
    }
    case "undone":
      return state.removed ? edited(state, { definition: state.removed.before, removed: null }) : state;
    case "saving":
      return { ...state, saving: true };
    case "saved":
      return {
        ...state,
        ...fromServer(action.recipe),
        saving: false,
        saveError: null,
        savedEdits: action.edits,
      };
    case "saveFailed":
      return { ...state, saving: false, saveError: action.message };
    case "published":
      return published(state, action);
    case "statusChanged":
      return { ...state, ...fromServer(action.recipe) };
    case "problemsFound":
      return { ...state, problems: action.problems };
  }
}

/** A version in shadow beside a live one leaves that live; the draft still differs from it. */
function published(
  state: EditorState,
  { mode, status, version }: Extract<EditorAction, { type: "published" }>,
): EditorState {
  if (mode === "shadow" && status === "live")
    return { ...state, status, changed: true, shadow: { version, changed: false } };
  return { ...state, status, version, changed: false, shadow: null };
}

export function isUnsaved(state: EditorState): boolean {
  return state.edits !== state.savedEdits;
}

function edited(state: EditorState, change: Partial<EditorState>): EditorState {
  return { ...state, ...change, edits: state.edits + 1 };
}

/** The server's answer never overwrites the name and definition: the person may have typed on meanwhile. */
type FromServer = "status" | "version" | "changed" | "shadow" | "problems" | "hook" | "look" | "stoppedAt";

function fromServer(recipe: RecipeView): Pick<EditorState, FromServer> {
  return {
    status: recipe.status,
    version: recipe.version,
    changed: recipe.changed,
    shadow: recipe.shadow,
    hook: recipe.hook,
    look: recipe.look,
    stoppedAt: recipe.stoppedAt,
    problems: toProblems(recipe),
  };
}

function toProblems(recipe: RecipeView): Problem[] {
  return recipe.problems.map(({ fix, repair, ...problem }) => ({
    ...problem,
    ...(fix === undefined ? {} : { fix }),
    ...(repair === undefined ? {} : { repair }),
  }));
}
