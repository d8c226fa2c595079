import type { Clients } from "~/server/connectors/define";
import { eventsCausedBy } from "~/server/connectors/emits";
import { answerOf, type LostCall, type OutcomeAnswer, timeOf } from "~/server/connectors/outcome";

const SLACK_S = 60;
const MOST = 2_000;
/** Stripe keeps its events for 30 days. */
const KEPT_S = 30 * 86_400;

/** Looks among the account's events of that time for one that a request with this key caused. https://docs.stripe.com/api/events/object#event_object-request */
export async function findEffect(stripe: Clients["stripe"], call: LostCall): Promise<OutcomeAnswer> {
  const causes = eventsCausedBy(call.action, call.input);
  const created = { gte: Math.floor(call.from - SLACK_S), lte: Math.ceil(call.until + SLACK_S) };
  let [seen, isWhole] = [0, true];
  for await (const event of stripe.events.list({ created, limit: 100 })) {
    if (event.request?.idempotency_key === call.key) {
      const object = event.data.object as { id?: string };
      const line = { id: object.id ?? event.id, at: timeOf(event.created), text: event.type };
      return { found: true, detail: "Stripe has an event that this very request caused.", evidence: [line] };
    }
    seen += 1;
    if (seen >= MOST) {
      isWhole = false;
      break;
    }
  }
  const missing = "Stripe has no event from that time that this request caused.";
  if (causes.length === 0 || !isWhole || Date.now() / 1000 - call.from > KEPT_S)
    return {
      found: "unknown",
      detail: `${missing} That alone does not say that it was not done.`,
      evidence: [],
    };
  return answerOf([], call, { found: "", missing });
}
