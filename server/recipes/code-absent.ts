interface Absent {
  names: readonly string[];
  /** What they would be for. */
  purpose: string;
  instead: string;
}

/** What other places offer to JavaScript and code steps do not, with what to use instead. */
export const CODE_ABSENT: readonly Absent[] = [
  {
    names: ["fetch", "XMLHttpRequest", "WebSocket", "axios", "EventSource"],
    purpose: "Calling a server",
    instead: "use an HTTP step before this one and pass its answer in as input",
  },
  {
    names: ["require", "module", "exports", "import"],
    purpose: "Loading a package",
    instead: "write what you need into the step",
  },
  {
    names: ["setTimeout", "setInterval", "setImmediate", "requestAnimationFrame"],
    purpose: "Waiting",
    instead: "use a delay step",
  },
  {
    names: ["process", "Deno", "Bun", "global", "__dirname", "__filename"],
    purpose: "The machine, its files and its environment",
    instead: "pass what you need in as input",
  },
  {
    names: ["window", "document", "navigator", "localStorage", "sessionStorage", "alert", "self"],
    purpose: "A browser",
    instead: "pass what you need in as input",
  },
  {
    names: ["trigger", "steps", "loop", "run"],
    purpose: "The recipe's own values",
    instead: "add them to the step's input and read them from input",
  },
  {
    names: [
      "Buffer",
      "TextEncoder",
      "TextDecoder",
      "URL",
      "URLSearchParams",
      "crypto",
      "Intl",
      "structuredClone",
    ],
    purpose: "Encoding, addresses, hashes and locales",
    instead: "use a template filter in the step's input, or encodeURIComponent, btoa and atob",
  },
];

/** What to do without `name`, as the end of a sentence; null when it is nothing that anybody would expect. */
export function insteadOf(name: string): string | null {
  return CODE_ABSENT.find(({ names }) => names.includes(name))?.instead ?? null;
}
