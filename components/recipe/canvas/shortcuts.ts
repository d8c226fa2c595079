export type Command =
  | "add"
  | "remove"
  | "duplicate"
  | "moveUp"
  | "moveDown"
  | "moveLeft"
  | "moveRight"
  | "up"
  | "down"
  | "left"
  | "right"
  | "extendUp"
  | "extendDown"
  | "first"
  | "last"
  | "choose"
  | "chooseAll"
  | "fold"
  | "test"
  | "leave"
  | "zoomIn"
  | "zoomOut"
  | "fit"
  | "help";

interface Shortcut {
  command: Command;
  /** As `KeyboardEvent.key` says it, with the modifiers before it. */
  keys: readonly string[];
}

const SHORTCUTS: readonly Shortcut[] = [
  { command: "add", keys: ["a", "Insert"] },
  { command: "remove", keys: ["Delete", "Backspace"] },
  { command: "duplicate", keys: ["Ctrl+d"] },
  { command: "moveUp", keys: ["Alt+ArrowUp"] },
  { command: "moveDown", keys: ["Alt+ArrowDown"] },
  { command: "moveLeft", keys: ["Alt+ArrowLeft"] },
  { command: "moveRight", keys: ["Alt+ArrowRight"] },
  { command: "up", keys: ["ArrowUp"] },
  { command: "down", keys: ["ArrowDown"] },
  { command: "left", keys: ["ArrowLeft"] },
  { command: "right", keys: ["ArrowRight"] },
  { command: "extendUp", keys: ["Shift+ArrowUp"] },
  { command: "extendDown", keys: ["Shift+ArrowDown"] },
  { command: "first", keys: ["Home"] },
  { command: "last", keys: ["End"] },
  { command: "choose", keys: [" "] },
  { command: "chooseAll", keys: ["Ctrl+a"] },
  { command: "fold", keys: ["c"] },
  { command: "test", keys: ["t"] },
  { command: "leave", keys: ["Escape"] },
  { command: "zoomIn", keys: ["+", "Shift++", "="] },
  { command: "zoomOut", keys: ["-"] },
  { command: "fit", keys: ["0", "f"] },
  { command: "help", keys: ["?", "Shift+?"] },
];

interface Pressed {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

/** What a key press on the canvas asks for; null for any other key. */
export function commandOf({ key, altKey, ctrlKey, metaKey, shiftKey }: Pressed): Command | null {
  const name = key.length === 1 ? key.toLowerCase() : key;
  const pressed = `${ctrlKey || metaKey ? "Ctrl+" : ""}${altKey ? "Alt+" : ""}${shiftKey ? "Shift+" : ""}${name}`;
  return SHORTCUTS.find(({ keys }) => keys.includes(pressed))?.command ?? null;
}

/** The list that "?" opens: what to press, and what it does. */
export const SHORTCUT_HELP: readonly (readonly [
  group: string,
  rows: readonly (readonly [string, string])[],
])[] = [
  [
    "Get around",
    [
      ["↑ ↓", "Go to the step before or after"],
      ["← →", "Go to the path beside"],
      ["Home End", "Go to the trigger, or to the end"],
      ["Enter", "Open the step’s form"],
      ["Esc", "Back from the form to the step; choose nothing"],
      ["C", "Fold or unfold a branch, look-up or loop"],
      ["+ − 0", "Zoom in, zoom out, show everything"],
    ],
  ],
  [
    "Change",
    [
      ["A", "Add a step after this one"],
      ["Alt ↑ ↓", "Move it, also into and out of paths"],
      ["Alt ← →", "Move it to the path beside"],
      ["Del", "Remove"],
      ["Ctrl D", "Duplicate"],
      ["T", "Test this step"],
      ["Ctrl Z", "Undo"],
      ["Shift Ctrl Z", "Redo"],
    ],
  ],
  [
    "Several steps",
    [
      ["Space", "Choose, or choose no longer"],
      ["Shift ↑ ↓", "Choose from here on"],
      ["Ctrl A", "Choose all"],
      ["Ctrl C X V", "Copy, cut, paste, also as JSON"],
      ["Shift drag", "Choose all in a box"],
    ],
  ],
];
