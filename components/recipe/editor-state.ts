import type { Definition, Problem, Repair } from "~/server/recipes/definition";
import { applyRepair } from "~/server/recipes/repair";
import type { RecipeView } from "~/server/services/recipe/schemas";
import { type History, noHistory, redone, remembered, undone } from "./history";

/** Everything the recipe page knows about the recipe while it is open. */
export interface EditorState {
  name: string;
  definition: Definition;
  /** What can be taken back, and done again. */
  history: History;
  /** What the server keeps: its revision, and the definition both sides began with. */
  saved: { revision: string; definition: Definition };
  /** Somebody else's draft that came in between; nothing is saved until a person has decided. */
  conflict: RecipeView | null;
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
  /** What was removed or repaired last, and where, until the next edit; undo brings it back. */
  removed: { what: string; done?: string; at?: string } | null;
}

export type Change = (definition: Definition) => Definition;

export type EditorAction =
  | { type: "renamed"; name: string }
  | { type: "changed"; change: Change }
  | { type: "removed"; what: string; at?: string; change: Change }
  | { type: "repaired"; repair: Repair }
  | { type: "accepted"; definition: Definition }
  | { type: "undone" }
  | { type: "redone" }
  | { type: "saving" }
  | { type: "saved"; edits: number; definition: Definition; recipe: RecipeView }
  | { type: "conflicted"; recipe: RecipeView }
  | { type: "keptMine" }
  | { type: "tookTheirs"; recipe: RecipeView; definition: Definition }
  | { type: "saveFailed"; message: string }
  | { type: "published"; mode: "live" | "shadow"; status: RecipeView["status"]; version: number }
  | { type: "statusChanged"; recipe: RecipeView }
  | { type: "problemsFound"; problems: Problem[] };

export function startState(recipe: RecipeView, definition: Definition): EditorState {
  const { name, status, version, changed, shadow, hook, look, stoppedAt } = recipe;
  const problems = toProblems(recipe);
  const saved = { revision: recipe.revision, definition };
  const server = { status, version, changed, shadow, hook, look, stoppedAt, problems };
  const nothing = { saving: false, saveError: null, removed: null, conflict: null };
  return { name, definition, history: noHistory, saved, edits: 0, savedEdits: 0, ...server, ...nothing };
}

export function reduceEditor(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case "renamed":
      return edited(state, { name: action.name });
    case "changed":
      return changed(state, action.change(state.definition), null);
    case "removed": {
      const { what, at } = action;
      return changed(state, action.change(state.definition), { what, ...(at === undefined ? {} : { at }) });
    }
    case "repaired": {
      const { label, edits } = action.repair;
      const at = edits[0] ? { at: edits[0].path } : {};
      const mended = { what: label, done: "Mended:", ...at };
      return changed(state, applyRepair(state.definition, action.repair), mended);
    }
    case "accepted":
      return changed(state, action.definition, { what: "in words", done: "Changed" });
    case "undone":
      return stepped(state, undone(state.history, state.definition));
    case "redone":
      return stepped(state, redone(state.history, state.definition));
    case "saving":
      return { ...state, saving: true };
    case "saved":
      return {
        ...state,
        ...fromServer(action.recipe),
        saving: false,
        saveError: null,
        savedEdits: action.edits,
        saved: { revision: action.recipe.revision, definition: action.definition },
      };
    case "conflicted":
      return { ...state, saving: false, saveError: null, conflict: action.recipe };
    case "keptMine":
      return keptMine(state);
    case "tookTheirs": {
      const { recipe, definition } = action;
      const theirs = changed(state, definition, null);
      const saved = { revision: recipe.revision, definition };
      return { ...theirs, ...fromServer(recipe), saved, savedEdits: theirs.edits, conflict: null };
    }
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

/** True while something waits to be saved. */
export function isUnsaved(state: EditorState): boolean {
  return state.edits !== state.savedEdits;
}

/** The next save writes over theirs, knowingly. */
function keptMine(state: EditorState): EditorState {
  if (!state.conflict) return state;
  const saved = { ...state.saved, revision: state.conflict.revision };
  return edited(state, { saved, conflict: null });
}

function changed(state: EditorState, definition: Definition, removed: EditorState["removed"]): EditorState {
  if (definition === state.definition) return state;
  // What a button did is an edit of its own, also in a field that was being typed in.
  const before = removed ? { ...state.history, typed: null } : state.history;
  const history = remembered(before, state.definition, definition);
  return edited(state, { definition, removed, history: removed ? { ...history, typed: null } : history });
}

function stepped(state: EditorState, to: ReturnType<typeof undone>): EditorState {
  return to ? edited(state, { ...to, removed: null }) : state;
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
