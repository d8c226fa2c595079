import type Stripe from "stripe";
import { AppError } from "~/server/errors";
import { readStore } from "~/server/sandbox/account";
import { ACTS } from "~/server/sandbox/stripe/acts";
import { deliverDue, sendAgain } from "~/server/sandbox/stripe/delivery";
import { StripeRefusal } from "~/server/sandbox/stripe/errors";
import { NO_CAUSE, stripeSession } from "~/server/sandbox/stripe/session";
import { requireRole, type ServiceContext } from "~/server/services/context";
import { requireAccount } from "./account";
import type { SandboxActInput, SandboxActResult } from "./schemas";

/**
 * Presses one button of the Stripe sandbox: changes the account and emits its events, in order, to the webhook.
 * Answers once each event was posted once. Throws `conflict` with the remedy when the button does not apply.
 */
export async function actInSandbox(ctx: ServiceContext, input: SandboxActInput): Promise<SandboxActResult> {
  requireRole(ctx, "editor");
  const scope = await requireAccount(ctx, "stripe");
  try {
    const { result, eventIds, delivered } = await stripeSession(scope, NO_CAUSE, (session) =>
      ACTS[input.action](session, input),
    );
    await delivered;
    const store = readStore(scope);
    const events = await Promise.all(eventIds.map((id) => store.get<Stripe.Event>("event", id)));
    return {
      ...result,
      events: events.flatMap((event) => (event ? [{ id: event.id, type: event.type }] : [])),
    };
  } catch (error) {
    if (error instanceof StripeRefusal)
      throw new AppError("conflict", error.message, undefined, { cause: error });
    throw error;
  }
}

/** Tries an undelivered event again. */
export async function resendSandboxEvent(
  ctx: ServiceContext,
  input: { eventId: string },
): Promise<{ eventId: string }> {
  requireRole(ctx, "editor");
  const scope = await requireAccount(ctx, "stripe");
  if (!(await sendAgain(readStore(scope), input.eventId)))
    throw new AppError("not_found", "The sandbox no longer has this event.");
  await deliverDue(scope);
  return input;
}
