import { NAV_ITEMS } from "~/components/shell/nav-items";

interface Acts {
  show: (overlay: "palette" | "shortcuts") => void;
  /** A path below the workspace's own. */
  go: (path: string) => void;
}

/** So long a "g" waits for its second key. */
const CHORD_MS = 1_200;

/** Where "g" and a second key lead. */
export const PLACES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(NAV_ITEMS.map(({ shortcut, path }) => [shortcut, path])),
  n: "/recipes/new",
};

/** ⌘K or Ctrl K, "?", and "g" with a second key; returns what ends it. */
export function listenForShortcuts(acts: Acts): () => void {
  let chordAt = 0;
  const onKey = (event: KeyboardEvent) => {
    if (opensPalette(event)) {
      event.preventDefault();
      acts.show("palette");
    } else if (isFree(event)) {
      const place = Date.now() - chordAt < CHORD_MS ? PLACES[event.key] : undefined;
      chordAt = event.key === "g" ? Date.now() : 0;
      if (place === undefined) return;
      event.preventDefault();
      // The page's own keys mean something else by this letter.
      event.stopImmediatePropagation();
      acts.go(place);
    }
  };
  // Last of all: a page may have a list of keys of its own.
  const onHelp = (event: KeyboardEvent) => {
    if (event.key !== "?" || event.defaultPrevented || !isFree(event)) return;
    event.preventDefault();
    acts.show("shortcuts");
  };
  addEventListener("keydown", onKey, { capture: true });
  addEventListener("keydown", onHelp);
  return () => {
    removeEventListener("keydown", onKey, { capture: true });
    removeEventListener("keydown", onHelp);
  };
}

/** On a Mac Ctrl K deletes to the end of the line, so there only ⌘ counts. */
function opensPalette({ key, metaKey, ctrlKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "k" && !shiftKey && !altKey && (metaKey || (ctrlKey && !isMac()));
}

export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** False where letters are text, or another layer has the keys. */
function isFree({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return false;
  if (!(target instanceof HTMLElement)) return true;
  const isTyping = target.matches("input:not([type=checkbox]), textarea, select") || target.isContentEditable;
  return !isTyping && target.closest("[role=dialog], [role=alertdialog], [role=menu]") === null;
}
