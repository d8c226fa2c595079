import type { Definition } from "~/server/recipes/definition";
import { describe, describeTest } from "./describe";
import type { Act, Intent } from "./intent";

const REFUSED: Readonly<Record<string, string>> = {
  dangerous: "Not built: it would change very many things at once.",
  nonsense: "Nothing was recognised in this text.",
  empty: "Describe what shall happen, and when.",
  injection: "Not built: this text asks for something else than an automation.",
  off_topic: "Not built: Billhook connects Stripe and Customer.io only.",
};

/** The whole draft in one sentence. */
export function summaryOf(intent: Intent, definition: Definition | null): string {
  const refused = REFUSED[intent.refusal ?? ""];
  if (refused) return refused;
  if (!definition)
    return intent.acts.length > 0
      ? `${said(intent.acts)}, but nothing says when.`
      : "Nothing was recognised in this text.";
  const when = intent.timing
    ? describe.timing(intent.timing)
    : `When: ${intent.start?.title ?? "started by hand"}`;
  const then = said(intent.acts);
  const missing = intent.missingApps.length > 0 ? ` Left out: ${intent.missingApps.join(", ")}.` : "";
  return `${when}${then ? ` → ${then}` : ""}.${missing}`;
}

function said(acts: readonly Act[]): string {
  return acts
    .map(one)
    .filter((text) => text !== "")
    .join(" → ");
}

function one(act: Act): string {
  if (act.kind === "do") return act.deed.title;
  if (act.kind === "wait") return `wait ${describe.duration(act.iso)}`;
  if (act.kind === "once") return "once per customer";
  if (act.kind === "test") return `only if ${act.tests.map(describeTest).join(" and ").toLowerCase()}`;
  return `depending on ${act.paths.map(({ tests }) => tests.map(describeTest).join(" and ").toLowerCase()).join("; ")}`;
}
