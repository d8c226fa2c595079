import type { LineProblem } from "~/components/code-editor/problem-lines";
import type { Problem } from "~/server/recipes/definition";

/** The problems that name a line: "Line 3: …", "… in line 3". */
export function problemsOfLines(problems: readonly Problem[]): LineProblem[] {
  return problems.flatMap(({ message }) => {
    const [, line] = /\bline (\d+)/i.exec(message) ?? [];
    return line ? [{ line: Number(line), message }] : [];
  });
}
