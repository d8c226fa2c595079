import { type Node, parse } from "acorn";
import type { CodeStep, Problem } from "~/server/recipes/definition";
import { lintFallbacks } from "./action";
import { at, type LintPlace, problem, warning } from "./place";
import { lintTemplates } from "./templates";

/** Code is parsed, never run, here: it is the body of an async function of `input`. */
export function lintCode(step: CodeStep, place: LintPlace): Problem[] {
  return [
    ...lintSource(step.source, at(place, "source").path),
    ...lintTemplates(step.input, at(place, "input")),
    ...lintFallbacks(step, step.input, place),
  ];
}

const RETURN = "Return what later steps should get, like: return input.total.";

function lintSource(source: string, path: string): Problem[] {
  if (source.trim() === "") return [problem(path, "There is no code yet.", RETURN)];
  const parsed = parseBody(source);
  if ("error" in parsed) return [problem(path, parsed.error, "Correct the code there.")];
  if (returns(parsed.body)) return [];
  return [warning(path, "This code returns nothing, so that its output is empty.", RETURN)];
}

function parseBody(source: string): { body: Node } | { error: string } {
  try {
    const options = { allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true } as const;
    return { body: parse(source, { ecmaVersion: 2023, sourceType: "script", ...options }) };
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

/** Acorn ends its words with the place, and counts columns from 0; editors count from 1. */
function reasonOf(error: unknown): string {
  const { message, loc } = error as { message: string; loc?: { line: number; column: number } };
  if (!loc) return "This code is nested too deep to be read.";
  const words = message.replace(/ \(\d+:\d+\)$/, "");
  return `Line ${loc.line}, column ${loc.column + 1}: ${words}.`;
}

/** Whether the code itself returns; what a function inside it returns is that function's. */
function returns(root: Node): boolean {
  const open: unknown[] = [root];
  while (open.length > 0) {
    const node = open.pop();
    if (typeof node !== "object" || node === null) continue;
    const { type = "" } = node as { type?: unknown };
    if (type === "ReturnStatement") return true;
    if (!/Function|Method/.test(String(type))) for (const inner of Object.values(node)) open.push(inner);
  }
  return false;
}
