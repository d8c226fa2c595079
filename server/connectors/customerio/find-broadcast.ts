import { z } from "zod";
import type { Clients } from "~/server/connectors/define";
import { answerOf, type LostCall, type OutcomeAnswer, timeOf } from "~/server/connectors/outcome";
import { appOf } from "./keys";

const Triggers = z.looseObject({
  triggers: z.array(z.looseObject({ id: z.coerce.string(), created_at: z.number().nullish() })).nullish(),
});

const SLACK_S = 60;

/** Looks for a start of the broadcast that happened then. https://docs.customer.io/api/app/#operation/listBroadcastTriggers */
export async function findBroadcast(client: Clients["customerio"], call: LostCall): Promise<OutcomeAnswer> {
  const broadcast = Number(call.input.broadcast_id);
  const { triggers } = Triggers.parse(await appOf(client).getBroadcastTriggers(broadcast));
  const then = (triggers ?? []).filter(
    ({ created_at: at }) => at && at >= call.from - SLACK_S && at <= call.until + SLACK_S,
  );
  // Customer.io counts the starts of each broadcast.
  const nameOf = ({ id }: { id: string }) => `${broadcast}:${id}`;
  const known = await call.isKnown(then.map(nameOf));
  const found = then.filter((one) => !known.has(nameOf(one)));
  const evidence = found.map(({ id, created_at: at }) => ({
    id,
    at: at ? timeOf(at) : "",
    text: `Start ${id} of broadcast ${broadcast}`,
  }));
  return answerOf(evidence, call, {
    found: `Customer.io has a start of broadcast ${broadcast} from that time that no other step made.`,
    missing: `Customer.io has no start of broadcast ${broadcast} from that time that another step did not make.`,
  });
}
