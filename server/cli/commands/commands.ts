import type { Command } from "./command";
import { draft } from "./draft";
import { recipesDiff } from "./recipes-diff";
import { recipesExport } from "./recipes-export";
import { recipesImport } from "./recipes-import";
import { recipesLint } from "./recipes-lint";
import { tokenCreate } from "./token-create";

/** Everything that `npm run -s cli -- …` can do. */
export const COMMANDS: readonly Command[] = [
  tokenCreate,
  recipesExport,
  recipesImport,
  recipesLint,
  recipesDiff,
  draft,
];

const START = "npm run -s cli --";

/** How one command is called, or each of them. */
export function usageOf(commands: readonly Command[]): string {
  const lines = commands.map(({ name, usage, isOfFirst }) =>
    `${START} ${name} ${isOfFirst ? "[--workspace <slug>]" : "--workspace <slug>"} ${usage}`.trim(),
  );
  const [only] = commands;
  if (commands.length === 1 && only) return `Usage: ${lines.join("")}\n${only.summary}`;
  return `Usage: one of\n${commands.map(({ summary }, index) => `  ${lines[index]}\n      ${summary}`).join("\n")}`;
}
