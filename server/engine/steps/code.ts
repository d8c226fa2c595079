import { type ConnectorError, ConnectorFailure } from "~/server/connectors/errors";
import { CodeError, type CodeFailureKind } from "~/server/engine/code/error";
import { runCode } from "~/server/engine/code/run-code";
import { codeTurns } from "~/server/engine/code/turns";
import type { LoadedRun } from "~/server/engine/load-run";
import type { Walk } from "~/server/engine/walk";
import type { CodeStep } from "~/server/recipes/definition";
import type { OpenCall, Preparation } from "./calling";
import { fillIn } from "./fill-in";

/** Fills in what the code gets as its `input`. Opening it throws `RetryLater` while the workspace's code has no place. */
export function prepareCode({ run, scope }: Walk, step: CodeStep): Preparation {
  const filled = fillIn(step.input, step, scope);
  if (!("value" in filled)) return filled;
  return { input: filled.value, open: async () => openCode(run, step.source) };
}

function openCode(run: LoadedRun, source: string): OpenCall {
  const { workspaceId, id, mode, startedAt } = run;
  const turns = codeTurns();
  const leave = mode === "test" ? turns.insist(workspaceId, id) : turns.enter(workspaceId, id);
  const logs: string[] = [];
  const make: OpenCall["make"] = async (input, key) => {
    try {
      const result = await runCode({
        source,
        input,
        owner: workspaceId,
        now: startedAt,
        seed: key,
        onDuration: (ms) => turns.learn(workspaceId, ms),
      });
      logs.push(...result.logs);
      return result.output;
    } catch (error) {
      if (!(error instanceof CodeError)) throw error;
      logs.push(...error.logs);
      throw new ConnectorFailure(factsOf(error), { cause: error });
    } finally {
      leave();
    }
  };
  return { sends: false, requests: [], logs, make };
}

const MEND = "Mend the code at this line, test the step, and publish again.";
const LESS = "Work on fewer values at once: pick the fields that the code needs, or put it into a loop.";

const REMEDIES: Record<CodeFailureKind, string> = {
  syntax: MEND,
  threw: MEND,
  timeout: "Look for a loop that never ends, or do less in one step.",
  memory: LESS,
  stack: "Look for a function that calls itself without an end.",
  output:
    "Return plain data only: objects, lists, texts, numbers, true, false and null, and no more than is needed.",
  unsettled: "Await only promises that the code itself settles; there are no timers here.",
  crashed: "Simplify what this step computes, test it, and publish again.",
  busy: "Wait until the workspace's other code steps have ended, then run this again.",
};

/** The same code fails the same way again. */
function factsOf({ kind, message, line }: CodeError): ConnectorError {
  // Where a loop was stopped is only about where it is.
  const at = line === undefined ? "" : kind === "timeout" ? `Near line ${line}: ` : `Line ${line}: `;
  return {
    kind: "invalid",
    code: `code_${kind}`,
    message: `${at}${message}`,
    remedy: REMEDIES[kind],
    requestMayHaveArrived: false,
  };
}
