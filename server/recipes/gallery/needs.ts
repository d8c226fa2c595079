import { getAction } from "~/server/connectors/catalog";
import type { Definition, Step } from "~/server/recipes/definition";
import { allSteps } from "~/server/recipes/step-tree";
import { triggerApp } from "~/server/recipes/trigger";

export interface Needs {
  /** Connections of these apps, in the order in which the recipe meets them. */
  apps: readonly ("stripe" | "customerio" | "http")[];
  /** Whether Customer.io's App API key is needed besides the Track key. */
  appApiKey: boolean;
  /** Transactional messages in Customer.io, by the trigger name that the recipe calls. */
  messages: readonly string[];
  /** Manual segments in Customer.io; the recipe makes those that are not there. */
  segments: readonly string[];
  /** Whether a channel of the team has to be chosen. */
  channel: boolean;
}

/** What a definition needs, read from its trigger and steps. */
export function needsOf({ trigger, steps }: Definition): Needs {
  const all = allSteps(steps).map(({ step }) => step);
  const used = all.flatMap((step) => ("action" in step ? (getAction(step.action) ?? []) : []));
  const apps = [
    triggerApp(trigger.type),
    ...used.map(({ app }) => app),
    ...all.map(({ kind }) => (kind === "http" ? "http" : null)),
  ];
  const isApp = (app: (typeof apps)[number]) => app === "stripe" || app === "customerio" || app === "http";
  const isTrack = (bucket: string) => !bucket.startsWith("customerio.") || bucket === "customerio.track";
  return {
    apps: [...new Set(apps.filter(isApp))],
    appApiKey: triggerApp(trigger.type) === "customerio" || used.some(({ bucket }) => !isTrack(bucket)),
    messages: textsAt(all, "transactional_message_id"),
    segments: textsAt(all.filter(isSegmentMade), "name"),
    channel: all.some(({ kind }) => kind === "notify"),
  };
}

const isSegmentMade = (step: Step) => "action" in step && step.action === "customerio.segment.manage";

function textsAt(steps: readonly Step[], field: string): string[] {
  const found = steps.map((step) => ("action" in step ? step.input[field] : undefined));
  return [...new Set(found.filter((value) => typeof value === "string"))];
}

export interface Flow {
  /** Where it begins; `core` for a schedule or a request. */
  from: "stripe" | "customerio" | "core";
  /** Where it changes something or tells somebody. */
  to: readonly ("stripe" | "customerio" | "core")[];
}

/** From where to where a recipe carries things; what it only looks up is no destination. */
export function flowOf({ trigger, steps }: Definition): Flow {
  const to = allSteps(steps).flatMap(({ step }) => {
    if (step.kind === "notify" || step.kind === "http") return ["core" as const];
    const action = step.kind === "action" ? getAction(step.action) : undefined;
    return action && action.effect !== "read" ? [action.app] : [];
  });
  return { from: triggerApp(trigger.type) ?? "core", to: [...new Set(to)] };
}
