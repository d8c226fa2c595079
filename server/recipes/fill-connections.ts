import type { Definition, Step } from "./definition";
import { mapInnerLists } from "./step-tree";
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

function fillSteps(steps: readonly Step[], choose: Choose): Step[] {
  return steps.map((step) => {
    const filled = mapInnerLists(step, (inner) => fillSteps(inner, choose));
    if (filled.kind !== "action" && filled.kind !== "lookup") return filled;
    return { ...filled, connection: choose(appOf(filled.action), filled.connection) };
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
