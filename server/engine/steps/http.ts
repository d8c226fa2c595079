import type { Walk } from "~/server/engine/walk";
import type { HttpStep } from "~/server/recipes/definition";
import type { Preparation } from "./calling";

export function prepareHttp(_at: Walk, _step: HttpStep): Preparation {
  throw new Error("not built yet");
}
