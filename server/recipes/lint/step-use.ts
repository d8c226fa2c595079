import { writtenPath } from "~/server/connectors/stripe/field-path";
import type { Problem } from "~/server/recipes/definition";
import type { Pointer } from "~/server/recipes/pointer";
import { nearest } from "./nearest";
import { outputAt } from "./output-shape";
import { type KnownStep, type LintPlace, problem, warning } from "./place";
import { otherData } from "./repairs";

const ERROR_PARTS = ["code", "message"];

/** A template's `steps.<id>.…`: whether there is such a step here, and such a field in what it gives. */
export function lintStepUse(path: Pointer, text: string, place: LintPlace): Problem[] {
  const [id, part, ...inner] = path;
  if (id === undefined) return [];
  const known = place.known.get(String(id));
  if (!known) return [unknownStep(path, text, place)];
  if (part === "error") return lintError(known, inner, path, text, place);
  if (part !== undefined && part !== "output") {
    const repair = otherData(text, ["steps", ...path], ["steps", id, "output", part, ...inner], place);
    return [problem(place.path, `Step "${id}" has no "${part}".`, `Say steps.${id}.output.${part}.`, repair)];
  }
  if (known.output) return lintOutput(known, inner, path, text, place);
  const fix = `Use steps.${id}.error.message, or the output of an earlier step.`;
  return [problem(place.path, `Step "${id}" has failed here, so that it has no output.`, fix)];
}

function unknownStep(path: Pointer, text: string, place: LintPlace): Problem {
  const [id, ...rest] = path;
  const away = "Refer to a step that always runs before this one, or move this step.";
  if (place.all.includes(String(id))) {
    const message = `Step "${id}" has no output here: it comes later, or runs only in another path.`;
    return problem(place.path, message, away);
  }
  const withOutput = [...place.known].flatMap(([name, { output }]) => (output ? [name] : []));
  const near = nearest(String(id), withOutput);
  const fix = near ? `Did you mean steps.${near}?` : "Refer to an earlier step that has an output.";
  const repair =
    near && rest[0] === "output"
      ? otherData(text, ["steps", ...path], ["steps", near, ...rest], place)
      : undefined;
  return problem(place.path, `There is no step "${id}".`, fix, repair);
}

/** A vendor may send more than is declared, so this never keeps anyone from publishing. */
function lintOutput(
  { step }: KnownStep,
  inner: Pointer,
  path: Pointer,
  text: string,
  place: LintPlace,
): Problem[] {
  const found = outputAt(step, inner);
  if (found.is !== "absent") return [];
  const name = String(inner[found.depth]);
  const near = nearest(name, found.beside);
  const right = near && [...path.slice(0, found.depth + 2), near, ...inner.slice(found.depth + 1)];
  const repair = right ? otherData(text, ["steps", ...path], ["steps", ...right], place) : undefined;
  const has =
    found.beside.length > 0 ? `It has ${found.beside.slice(0, 8).join(", ")}.` : "Use what is there.";
  const fix = near ? `Did you mean ${near}?` : has;
  return [warning(place.path, `The output of step "${step.id}" has no ${writtenPath(inner)}.`, fix, repair)];
}

function lintError(
  { step, error }: KnownStep,
  inner: Pointer,
  path: Pointer,
  text: string,
  place: LintPlace,
): Problem[] {
  if (!error) {
    const fix = "Choose that the run goes on when that step fails, or give it a fallback.";
    const message = `Step "${step.id}" ends the run when it fails, so that it never has an error here.`;
    return [warning(place.path, message, fix)];
  }
  const [part] = inner;
  if (part === undefined || ERROR_PARTS.includes(String(part))) return [];
  const repair = otherData(text, ["steps", ...path], ["steps", step.id, "error", "message"], place);
  return [warning(place.path, `A step's error has no "${part}".`, "It has a code and a message.", repair)];
}
