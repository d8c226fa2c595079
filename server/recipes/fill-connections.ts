import type { Definition, Step } from "./definition";
import { triggerApp } from "./trigger";

interface Account {
  id: string;
  app: string;
}

/**
 * Gives a template's steps the workspace's connections: where a place has none (or a placeholder no connection
 * answers to) and the workspace has exactly one connection of the app, that one; otherwise null, for a person to choose.
 */
export function fillConnections(definition: Definition, connections: readonly Account[]): Definition {
  const choose = (app: string, given: string | null | undefined) => chooseConnection(connections, app, given);
  const { trigger } = definition;
  const app = triggerApp(trigger.type);
  return {
    ...definition,
    trigger: app ? { ...trigger, connection: choose(app, trigger.connection) } : trigger,
    steps: fillSteps(definition.steps, choose),
  };
}

type Choose = (app: string, given: string | null | undefined) => string | null;

function fillSteps(steps: Step[], choose: Choose): Step[] {
  return steps.map((step) => {
    if (step.kind === "action") return { ...step, connection: choose(appOf(step.action), step.connection) };
    if (step.kind !== "branch") return step;
    const paths = step.paths.map((path) => ({ ...path, steps: fillSteps(path.steps, choose) }));
    return step.otherwise
      ? { ...step, paths, otherwise: fillSteps(step.otherwise, choose) }
      : { ...step, paths };
  });
}

function chooseConnection(
  connections: readonly Account[],
  app: string,
  given: string | null | undefined,
): string | null {
  const fitting = connections.filter((connection) => connection.app === app);
  const kept = fitting.find((connection) => connection.id === given);
  return kept?.id ?? (fitting.length === 1 ? (fitting[0]?.id ?? null) : null);
}

function appOf(action: string): string {
  return action.split(".")[0] ?? "";
}
