import { z } from "zod";
import type { Action } from "~/server/connectors/define";
import type { Problem } from "~/server/recipes/definition";
import { lintInput } from "./input";
import { problem, under } from "./place";
import { setTo } from "./repairs";

/** An action's input; where it does what cannot be undone, somebody has to have said yes in the recipe itself. */
export function lintConfirmed(input: Record<string, unknown>, action: Action, path: string): Problem[] {
  const found = lintInput(input, action.input, path);
  const confirm = under(path, "confirm");
  const unconfirmed = asksForConsent(action) ? found.find((one) => one.path === confirm) : undefined;
  if (!unconfirmed) return found;
  const what = /Confirm it first: (.+)/.exec(unconfirmed.message)?.[1] ?? action.danger;
  const message = `Confirm this first: ${what ?? "what it does cannot be undone."}`;
  const fix = "Tick “I understand” if this is what you want.";
  const asked = problem(confirm, message, fix, setTo("I understand", confirm, true));
  // The rest is checked as if it were confirmed, so that saying yes brings up nothing new.
  return [asked, ...lintInput({ ...input, confirm: true }, action.input, path)];
}

/** Not every field of that name is a consent: a payment is confirmed too. */
function asksForConsent({ input }: Action): boolean {
  const field = input.shape.confirm;
  return field !== undefined && z.globalRegistry.get(field)?.title === "I understand";
}
