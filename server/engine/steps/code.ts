import type { Walk } from "~/server/engine/walk";
import type { CodeStep } from "~/server/recipes/definition";
import type { Preparation } from "./calling";

export function prepareCode(_at: Walk, _step: CodeStep): Preparation {
  throw new Error("not built yet");
}
