import { importRecipes } from "~/server/services/recipe/file/import";
import type { Command } from "./command";
import { readGivenFiles } from "./given-files";
import { problemLine } from "./problem-line";

export const recipesLint: Command = {
  name: "recipes lint",
  usage: "<file or folder…>",
  summary: "Prints what is wrong with the files, as the editor would say it, and changes nothing.",
  takes: [],
  words: "some",
  async run(ctx, { words }, { answer }) {
    const { files } = await importRecipes(ctx, { files: await readGivenFiles(words), dryRun: true });
    const found = files.flatMap(({ name, problems }) => problems.map((problem) => ({ name, problem })));
    for (const { name, problem } of found) answer(problemLine(name, problem));
    return found.some(({ problem }) => problem.severity === "error") ? 1 : 0;
  },
};
