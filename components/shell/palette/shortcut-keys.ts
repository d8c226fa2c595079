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
    const { key } = event;
    if (opensPalette(event)) {
      event.preventDefault();
      acts.show("palette");
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTaken(event.target))
      return;
    const place = Date.now() - chordAt < CHORD_MS ? PLACES[key] : undefined;
    chordAt = key === "g" ? Date.now() : 0;
    if (place !== undefined) {
      event.preventDefault();
      // The page's own keys mean something else by this letter.
      event.stopImmediatePropagation();
      acts.go(place);
    } else if (key === "?") {
      event.preventDefault();
      acts.show("shortcuts");
    }
  };
  addEventListener("keydown", onKey, { capture: true });
  return () => removeEventListener("keydown", onKey, { capture: true });
}

/** On a Mac Ctrl K deletes to the end of the line, so there only ⌘ counts. */
function opensPalette({ key, metaKey, ctrlKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === "k" && !shiftKey && !altKey && (metaKey || (ctrlKey && !isMac()));
}

export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

/** Where letters are text, or another layer has the keys. */
function isTaken(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const isTyping = target.matches("input:not([type=checkbox]), textarea, select") || target.isContentEditable;
  return isTyping || target.closest("[role=dialog], [role=alertdialog], [role=menu]") !== null;
}
