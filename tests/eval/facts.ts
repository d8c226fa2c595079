import { getAction } from "~/server/connectors/catalog";
import type { Condition, Definition, Step } from "~/server/recipes/definition";
import type { ExpectedFilter } from "./expected";

/** What a draft does, in the terms of the expectations. */
export interface Facts {
  trigger: string;
  events: string[];
  actions: string[];
  filters: ExpectedFilter[];
  delays: string[];
  hasBranch: boolean;
  hasLoop: boolean;
  dedupe: string | null;
  inputs: Record<string, Record<string, unknown>[]>;
  config: Record<string, unknown>;
}

export function factsOf({ trigger, steps }: Definition): Facts {
  const facts: Facts = {
    trigger: trigger.type,
    events: Array.isArray(trigger.config.events) ? trigger.config.events.map(String) : [],
    actions: [],
    filters: [],
    delays: [],
    hasBranch: false,
    hasLoop: false,
    dedupe: null,
    inputs: {},
    config: trigger.config,
  };
  for (const step of steps) collect(step, facts);
  return facts;
}

function collect(step: Step, facts: Facts) {
  const did = (id: string, input: Record<string, unknown>) => {
    facts.actions.push(id);
    facts.inputs[id] = [...(facts.inputs[id] ?? []), input];
  };
  if (step.kind === "action" || step.kind === "lookup") did(step.action, step.input);
  if (step.kind === "notify") did("core.notify", { channel: step.channel });
  if (step.kind === "http") did("core.http", { url: step.url });
  if (step.kind === "code") did("core.code", {});
  if (step.kind === "filter") facts.filters.push(...filtersIn(step.when));
  if (step.kind === "delay" && step.for) facts.delays.push(step.for);
  if (step.kind === "dedupe") facts.dedupe = step.window;
  if (step.kind === "loop") {
    facts.hasLoop = true;
    for (const inner of step.steps) collect(inner, facts);
  }
  if (step.kind !== "branch") return;
  facts.hasBranch = true;
  for (const path of step.paths) {
    facts.filters.push(...filtersIn(path.when));
    for (const inner of path.steps) collect(inner, facts);
  }
  for (const inner of step.otherwise ?? []) collect(inner, facts);
}

/** Reads leave no trace. */
export const withoutReads = (actions: readonly string[]) =>
  actions.filter((id) => getAction(id)?.effect !== "read");

const PREVIOUS = "previous_attributes.";

function filtersIn(condition: Condition): ExpectedFilter[] {
  const all = leaves(condition);
  const before = all.filter(({ left }) => String(left).includes(PREVIOUS));
  const now = all.filter(({ left }) => !String(left).includes(PREVIOUS));
  const changed = new Set(before.map(({ left }) => aboutOf(String(left))));
  const turned = now.map(({ left, op, right }): ExpectedFilter => {
    const about = aboutOf(String(left));
    if (String(right).includes(PREVIOUS))
      return {
        about: about === "quantity" ? about : "plan",
        op: "changed_to",
        value: null,
        direction: op === "gt" ? "up" : "down",
      };
    const isChange =
      op === "eq" &&
      [...changed].some(
        (one) => one === about || (one === "items" && /plan|interval|quantity|price/.test(about)),
      );
    const value = op === "is_true" ? true : op === "is_false" ? false : right;
    return {
      about,
      op:
        isChange || (/^is_(?:true|false)$/.test(op) && changed.has(about))
          ? "changed_to"
          : op.startsWith("is_")
            ? "eq"
            : op,
      value,
    };
  });
  const told = new Set(turned.filter(({ op }) => op === "changed_to").map(({ about }) => about));
  const rest = before.flatMap(({ left, op, right }): ExpectedFilter[] => {
    const about = aboutOf(String(left));
    if (op === "eq") return [{ about, op: "changed_from", value: right }];
    return told.has(about) || (about === "items" && told.size > 0)
      ? []
      : [{ about: about === "items" ? "plan" : about, op: "changed_to", value: null }];
  });
  return [...turned, ...rest];
}

function leaves(condition: Condition): { left: unknown; op: string; right?: unknown }[] {
  if ("all" in condition) return condition.all.flatMap(leaves);
  if ("any" in condition) return condition.any.flatMap(leaves);
  return "not" in condition ? leaves(condition.not) : [condition];
}

const ABOUT: readonly [RegExp, string][] = [
  [/recurring\.interval/, "interval"],
  [/nickname|lookup_key|price\.product|lines\.data\[0\]\.description/, "plan"],
  [/unit_amount|amount|total\b/, "amount"],
  [/campaign_id/, "campaign"],
];

function aboutOf(left: string): string {
  const path = /\{\{\s*([^}|]+?)\s*(?:\||\}\})/.exec(left)?.[1] ?? left;
  return ABOUT.find(([pattern]) => pattern.test(path))?.[1] ?? path.split(".").at(-1) ?? path;
}
