import { createHash } from "node:crypto";
import { CODE_LIMITS, type CodeLimits } from "~/server/recipes/code-limits";
import { CodeError } from "./error";
import { failureOf, TOO_DEEP } from "./failure";
import { depthOf, parseSafely } from "./output";
import { sandboxPool } from "./pool";
import { readable } from "./readable";

export interface Code {
  /** The body of an async function of `input`. */
  source: string;
  input: unknown;
  limits?: Partial<CodeLimits>;
  /** Who shares the threads fairly with others: the workspace. */
  owner?: string;
  /** What the clock shows the whole time; the moment of the call unless given. */
  now?: Date;
  /** Equal keys get equal random numbers. */
  seed?: string;
  /** Told how long the execution itself took, without its wait for a turn. */
  onDuration?: (ms: number) => void;
}

export interface CodeResult {
  output: unknown;
  logs: string[];
}

const MEGABYTE = 1024 * 1024;

/** Executes code in the sandbox. Returns what it returned, as JSON; throws `CodeError`, with its place and its logs. */
export async function runCode({ source, input, owner = "", ...options }: Code): Promise<CodeResult> {
  const limits = { ...CODE_LIMITS, ...options.limits };
  const job = {
    source,
    input: JSON.stringify(input ?? null),
    now: (options.now ?? new Date()).getTime(),
    seed: seedOf(options.seed ?? ""),
    cpuMs: limits.cpuMs,
    memory: limits.memoryMb * MEGABYTE,
    outputSize: limits.outputKb * 1024,
    logLines: limits.logLines,
    logSize: limits.logKb * 1024,
  };
  const pool = sandboxPool();
  if (pool.isFull(owner)) throw new CodeError("busy", "Too much code of this workspace waits already.");
  const execution = await pool.execute(owner, job, mostOf(limits));
  options.onDuration?.(execution.durationMs);
  const logs = execution.logs.map(readable);
  const { output } = execution.ended;
  if (output === undefined) throw failureOf(execution.ended, source, limits, logs);
  const size = Buffer.byteLength(output);
  if (size > job.outputSize) throw failureOf({ kind: "output", size }, source, limits, logs);
  const tooDeep = TOO_DEEP(limits);
  if (depthOf(output) > limits.outputDepth) throw new CodeError(tooDeep.kind, tooDeep.message, {}, logs);
  return { output: parseSafely(output), logs };
}

/** The net under the counted time: some of the interpreter's own functions work long without counting. */
const mostOf = ({ cpuMs }: CodeLimits) => 4 * cpuMs + 500;

/** A time in milliseconds, because that is what the interpreter seeds itself with. */
const seedOf = (key: string) => createHash("sha256").update(key).digest().readUIntBE(0, 5);
