import { type AppName, appOf } from "~/components/ui/app-icon";
import { conditionText } from "~/server/recipes/condition-text";
import type { Step } from "~/server/recipes/definition";
import { isObject } from "~/server/recipes/pointer";
import { spanText } from "./delay-span";
import type { EditorCatalog } from "./editor-catalog";
import { STEP_KINDS } from "./step-kinds";

type FaceCatalog = Pick<EditorCatalog, "actions" | "operators" | "channels">;

/** A step as its node shows it. */
export interface StepFace {
  title: string;
  /** One line of what it does; empty when nothing is filled in. */
  summary: string;
  /** Null for a step that belongs to no app. */
  app: AppName | null;
}

export function stepFace(step: Step, catalog: FaceCatalog): StepFace {
  const action = "action" in step ? catalog.actions.find(({ id }) => id === step.action) : undefined;
  const id = "action" in step && step.action !== "" ? step.action : null;
  return {
    title: step.name ?? action?.title ?? (step.kind === "action" ? step.action : STEP_KINDS[step.kind]),
    summary: summaryOf(step, catalog),
    app: id === null ? null : (action?.app ?? appOf(id)),
  };
}

function summaryOf(step: Step, catalog: FaceCatalog): string {
  switch (step.kind) {
    case "action":
    case "lookup":
      return inputText(step, catalog);
    case "filter":
      return conditionText(step.when, catalog.operators);
    case "branch":
      return countText(step.paths.length, "path");
    case "loop":
      return spoken(step.over) || "No list chosen yet";
    case "delay":
      return step.until === undefined ? `For ${spanText(step.for)}` : `Until ${spoken(step.until) || "…"}`;
    case "dedupe":
      return `${spoken(step.key) || "No key yet"}, within ${spanText(step.window)}`;
    case "stop":
      return step.message ?? `Ends as ${step.status}`;
    case "http":
      return step.url === "" ? "No address yet" : `${step.method} ${spoken(step.url)}`;
    case "notify":
      return spoken(step.message) || "No message yet";
    case "code":
      return codeLine(step.source);
  }
}

/** What is filled in first, in the form's order. */
function inputText(step: Step & { kind: "action" | "lookup" }, { actions }: FaceCatalog): string {
  const fields = actions.find(({ id }) => id === step.action)?.fields ?? [];
  const names = [...fields.map(({ name }) => name), ...Object.keys(step.input)];
  const texts = [...new Set(names)].map((name) => spoken(step.input[name])).filter((text) => text !== "");
  return texts.length === 0 ? "Nothing filled in yet" : texts.slice(0, 2).join(" · ");
}

function codeLine(source: string): string {
  const lines = source.split("\n").map((line) => line.trim());
  return lines.find((line) => line !== "" && !line.startsWith("//")) ?? "No code yet";
}

/** A value without the braces and the words that every event shares. */
function spoken(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? "" : countText(value.length, "item");
  if (isObject(value)) return "";
  const text = value === undefined || value === null ? "" : String(value);
  return text.replace(/\{\{\s*(?:trigger\.(?:data\.(?:object\.)?)?)?(.*?)\s*\}\}/g, "$1").trim();
}

function countText(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
