import { LineCounter, parseDocument } from "yaml";
import type { Problem } from "~/server/recipes/definition";
import { problem } from "~/server/recipes/lint/place";

const MOST_CHARACTERS = 1024 * 1024;
/** Enough for a few anchors of a person's; more could unfold without end. */
const MOST_ALIASES = 50;

export type Read = { value: unknown } | { problems: Problem[] };

const refuse = (message: string, fix: string): Read => ({ problems: [problem("", message, fix)] });

/** The JSON or YAML of a file. What begins with `{` is taken as JSON first; every JSON text is YAML as well. */
export function readText(text: string): Read {
  if (text.length > MOST_CHARACTERS)
    return refuse("The file is larger than 1 MB.", "A file holds one recipe; split it.");
  if (text.trim() === "") return refuse("The file is empty.", "Export a recipe to see what one looks like.");
  if (text.includes("\0"))
    return refuse("The file contains a NUL character.", "Save it as text, encoded in UTF-8.");
  return (text.trimStart().startsWith("{") && readJson(text)) || readYaml(text);
}

function readJson(text: string): Read | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

function readYaml(text: string): Read {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: "core" });
    // A warning is a tag that means nothing here.
    const [error] = [...document.errors, ...document.warnings];
    if (error) {
      const { line } = lines.linePos(error.pos[0]);
      return refuse(`Line ${line}: ${sentence(error.message)}`, "Correct the file there.");
    }
    return { value: document.toJS({ maxAliasCount: MOST_ALIASES }) as unknown };
  } catch (error) {
    if (error instanceof ReferenceError)
      return refuse("The file repeats itself through too many aliases.", "Write out what they stand for.");
    if (error instanceof RangeError) return refuse("The file is nested too deeply.", "Make it flatter.");
    throw error;
  }
}

function sentence(message: string): string {
  return message.trim().replace(/([^.!?])$/, "$1.");
}
