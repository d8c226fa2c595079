import { importRecipes } from "~/server/services/recipe/file/import";
import type { ImportedFile } from "~/server/services/recipe/file/schemas";
import type { Command } from "./command";
import { readGivenFiles } from "./given-files";
import { problemLine } from "./problem-line";

const DONE = {
  publish: "published",
  shadow: "published as shadow",
  resume: "resumed",
  pause: "paused",
} as const;
const TO_DO = { publish: "publish", shadow: "publish as shadow", resume: "resume", pause: "pause" } as const;

export const recipesImport: Command = {
  name: "recipes import",
  usage: "[--publish] [--dry-run] <file or folder…>",
  summary: "Makes the workspace's recipes what the files say; the same files again change nothing.",
  takes: ["publish", "dry-run"],
  words: "some",
  async run(ctx, { words, options: { publish, "dry-run": dryRun } }, { answer, remark }) {
    const files = await readGivenFiles(words);
    const result = await importRecipes(ctx, { files, publish, dryRun });
    for (const file of result.files) answer(lineOf(file, result.applied));
    for (const file of result.files)
      for (const problem of file.problems) remark(problemLine(file.name, problem));
    const failed = result.files.some(({ outcome }) => outcome === "failed");
    if (failed && !result.applied) remark("Nothing was changed.");
    return failed ? 1 : 0;
  },
};

function lineOf({ name, recipe, outcome, lifecycle }: ImportedFile, applied: boolean): string {
  const doing = lifecycle ? `, ${applied ? DONE[lifecycle] : `would ${TO_DO[lifecycle]}`}` : "";
  return `${outcome.padEnd(9)} ${name}${recipe ? ` (${recipe})` : ""}${doing}`;
}
