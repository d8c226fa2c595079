import { insteadOf } from "~/server/recipes/code-absent";
import type { CodeLimits } from "~/server/recipes/code-limits";
import { CodeError, type CodeFailureKind, type CodePlace } from "./error";
import { readable } from "./readable";
import type { Ended } from "./thread";

const FILE_PLACE = /\bcode\.js:(\d+):(\d+)/;

/** Where in the user's own source; its first line is the second of what the interpreter reads. */
function placeIn(stack: string | undefined, source: string): CodePlace {
  const [, line, column] = FILE_PLACE.exec(stack ?? "") ?? [];
  if (line === undefined || column === undefined) return {};
  const last = source.split("\n").length;
  const own = Math.max(1, Number(line) - 1);
  return own > last ? { line: last } : { line: own, column: Number(column) };
}

const seconds = (ms: number) => (ms >= 1_000 ? `${ms / 1_000} s` : `${ms} ms`);

/** Says in plain words how an execution failed. */
export function failureOf(
  ended: Ended,
  source: string,
  limits: CodeLimits,
  logs: readonly string[],
): CodeError {
  const { kind, message } = explained(ended, limits);
  return new CodeError(kind, readable(message), placeIn(ended.stack, source), logs);
}

function explained(ended: Ended, limits: CodeLimits): { kind: CodeFailureKind; message: string } {
  const { name = "", message = "" } = ended;
  const isOutput = ended.kind === "output";
  if (ended.kind === "timeout")
    return { kind: "timeout", message: `The code computed for longer than ${seconds(limits.cpuMs)}.` };
  if (ended.kind === "memory" || (name === "InternalError" && message.includes("out of memory")))
    return { kind: "memory", message: `The code needed more than ${limits.memoryMb} MB of memory.` };
  if (name === "RangeError" && message.startsWith("Maximum call stack"))
    return isOutput ? TOO_DEEP(limits) : { kind: "stack", message: "The code called itself too deeply." };
  if (ended.kind === "unsettled")
    return { kind: "unsettled", message: "The code awaits a promise that nothing will ever settle." };
  if (ended.kind === "output") return { kind: "output", message: outputMessage(ended, limits) };
  if (ended.kind === "crashed") return { kind: "crashed", message: "The code broke the sandbox." };
  if (ended.during === "parse" && name === "SyntaxError")
    return { kind: "syntax", message: `SyntaxError: ${message}` };
  return { kind: "threw", message: thrownMessage(ended) };
}

export const TOO_DEEP = ({ outputDepth }: CodeLimits) => ({
  kind: "output" as const,
  message: `The returned value is nested deeper than ${outputDepth} levels.`,
});

function outputMessage({ size, message = "", isError }: Ended, limits: CodeLimits): string {
  if (size !== undefined)
    return `The returned value comes to ${Math.ceil(size / 1024)} KB; at most ${limits.outputKb} KB are possible.`;
  if (message.includes("circular")) return "The returned value contains itself, which JSON cannot hold.";
  return isError ? message : "The returned value cannot be written as JSON.";
}

function thrownMessage({ name = "", message = "", isError }: Ended): string {
  if (!isError) return `The code threw ${message}.`;
  const absent = /^'?(\w+)'? is not defined$/.exec(message)?.[1];
  const instead = name === "ReferenceError" && absent !== undefined ? insteadOf(absent) : null;
  if (instead) return `Code steps have no ${absent}: ${instead}.`;
  if (name === "ReferenceError" && message.includes("could not load module"))
    return `Code steps have no import: ${insteadOf("import")}.`;
  return message === "" ? name : `${name}: ${message}`;
}
