import { createTwoFilesPatch } from "diff";
import { compareFiles } from "~/server/services/recipe/file/compare";
import type { Command } from "./command";
import { readGivenFiles } from "./given-files";

export const recipesDiff: Command = {
  name: "recipes diff",
  usage: "<file or folder…>",
  summary: "Prints what an import of the files would change, line by line, and changes nothing.",
  takes: [],
  words: "some",
  async run(ctx, { words }, { answer, remark }) {
    const compared = await compareFiles(ctx, { files: await readGivenFiles(words) });
    for (const { name, key, before, after } of compared)
      if (before !== after)
        answer(patch(before ? `workspace/${key}` : "nothing", name ?? "", before, after).replace(/\n$/, ""));
    const failures = compared.flatMap(({ name, failures }) =>
      failures.map((message) => `${name}: ${message}`),
    );
    for (const failure of failures) remark(failure);
    return failures.length > 0 ? 1 : 0;
  },
};

function patch(from: string, to: string, before: string, after: string): string {
  return createTwoFilesPatch(from, to, before, after, undefined, undefined, { context: 3 });
}
