import type Stripe from "stripe";
import type { FieldMeta } from "~/server/connectors/fields";
import { AppError } from "~/server/errors";

export const ifManyMeta: FieldMeta = {
  title: "If several have this address",
  description: "Take the one that was first, the newest (unless you choose), or stop with an error.",
  group: "more",
};

/** The customer that is meant among several; undefined when there is none. Throws AppError under `error`. */
export function choose(
  customers: readonly Stripe.Customer[],
  ifMany: "first" | "newest" | "error",
): Stripe.Customer | undefined {
  if (ifMany === "error" && customers.length > 1) {
    const message = `${customers.length} Stripe customers have this e-mail address. Merge them, or choose another rule in this step.`;
    throw new AppError("invalid_input", message);
  }
  const byAge = [...customers].sort((a, b) => a.created - b.created);
  return ifMany === "newest" ? byAge.at(-1) : byAge[0];
}
