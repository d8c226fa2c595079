import { type Document, isScalar, LineCounter, type ParsedNode, parseDocument, visit } from "yaml";
import type { Problem } from "~/server/recipes/definition";
import { isLongerThan } from "~/server/recipes/json-length";
import { problem } from "~/server/recipes/lint/place";

const MOST_CHARACTERS = 1024 * 1024;
/** Enough for a few anchors of a person's; more could unfold without end. */
const MOST_ALIASES = 50;

export type Read = { value: unknown } | { problems: Problem[] };

const REPEATS = "The file repeats itself through too many aliases.";

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
    // The parser compares each key with every other one; `twiceIn` takes no longer for a long file than it must.
    const options = { lineCounter: lines, prettyErrors: false, schema: "core", uniqueKeys: false } as const;
    const document = parseDocument(text, options);
    // A warning is a tag that means nothing here.
    const [error = twiceIn(document)] = [...document.errors, ...document.warnings];
    if (error) {
      const { line } = lines.linePos(error.pos[0]);
      return refuse(`Line ${line}: ${sentence(error.message)}`, "Correct the file there.");
    }
    if (aliasesIn(document) > MOST_ALIASES) return refuse(REPEATS, "Write out what they stand for.");
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    if (isLongerThan(value, MOST_CHARACTERS)) return refuse(REPEATS, "Write out what they stand for.");
    return { value };
  } catch (error) {
    if (error instanceof ReferenceError) return refuse(REPEATS, "Write out what they stand for.");
    if (error instanceof RangeError) return refuse("The file is nested too deeply.", "Make it flatter.");
    throw error;
  }
}

type Given = Document.Parsed<ParsedNode>;

/** The first key that its object has already. */
function twiceIn(document: Given): { message: string; pos: [number, number] } | undefined {
  let found: { message: string; pos: [number, number] } | undefined;
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const at = key.range?.[0] ?? 0;
        if (seen.has(key.value)) found = { message: "Map keys must be unique", pos: [at, at] };
        if (found) return visit.BREAK;
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return found;
}

function aliasesIn(document: Given): number {
  let count = 0;
  visit(document, {
    Alias() {
      count += 1;
    },
  });
  return count;
}

function sentence(message: string): string {
  return message.trim().replace(/([^.!?])$/, "$1.");
}
