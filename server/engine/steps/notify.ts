import type { Walk } from "~/server/engine/walk";
import type { NotifyStep } from "~/server/recipes/definition";
import type { Preparation } from "./calling";

export function prepareNotify(_at: Walk, _step: NotifyStep): Preparation {
  throw new Error("not built yet");
}
