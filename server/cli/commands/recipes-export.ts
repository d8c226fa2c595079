import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { FILE_FORMATS, type FileFormat } from "~/server/recipes/file/schema";
import { exportAll } from "~/server/services/recipe/file/export-all";
import type { Command } from "./command";
import { placeOf } from "./given-files";

export const recipesExport: Command = {
  name: "recipes export",
  usage: "[--out <dir>] [--format yaml|json] [key…]",
  summary: "Writes recipes as files, one a recipe; without --out it prints them.",
  takes: ["out", "format"],
  words: "any",
  async run(ctx, { words, options }, { answer }) {
    const format = formatOf(options.format);
    const files = await exportAll(ctx, { format, ...(words.length > 0 ? { keys: words } : {}) });
    if (options.out === undefined) {
      if (files.length > 0) answer(printed(files, format).replace(/\n$/, ""));
      return 0;
    }
    const folder = placeOf(options.out);
    await mkdir(folder, { recursive: true });
    for (const { fileName, text } of files) {
      await writeFile(path.join(folder, fileName), text);
      answer(path.join(options.out, fileName));
    }
    return 0;
  },
};

function formatOf(given = "yaml"): FileFormat {
  const found = FILE_FORMATS.find((format) => format === given);
  if (!found) throw new Error(`--format is yaml or json, not "${given}".`);
  return found;
}

/** Several YAML texts are one stream of documents, several JSON texts one list. */
function printed(files: readonly { text: string }[], format: FileFormat): string {
  const texts = files.map(({ text }) => text);
  if (format === "yaml") return texts.join("---\n");
  if (texts.length === 1) return texts.join("");
  return `${JSON.stringify(
    texts.map((text): unknown => JSON.parse(text)),
    null,
    2,
  )}\n`;
}
