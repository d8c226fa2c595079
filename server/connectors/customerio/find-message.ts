import { IdentifierType } from "customerio-node";
import { z } from "zod";
import type { Clients } from "~/server/connectors/define";
import { answerOf, type LostCall, type OutcomeAnswer, timeOf } from "~/server/connectors/outcome";
import { unlessMissing } from "./answers";
import { appOf } from "./keys";

const Message = z.looseObject({
  id: z.string(),
  type: z.string().nullish(),
  recipient: z.string().nullish(),
  subject: z.string().nullish(),
  created: z.number().nullish(),
});
type Message = z.output<typeof Message>;
const Messages = z.looseObject({ messages: z.array(Message).nullish(), next: z.string().nullish() });

const Person = z.looseObject({
  id: z.coerce.string().min(1).optional(),
  email: z.string().min(1).optional(),
  cio_id: z.string().min(1).optional(),
});

/** What Customer.io calls the messages of each channel in its lists. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  email: ["email"],
  push: ["push"],
  sms: ["twilio", "sms"],
  whatsapp: ["whatsapp"],
  in_app: ["in_app"],
  inbox_message: ["inbox_message", "in_app"],
};

/** Our clock and Customer.io's need not agree. */
const SLACK_S = 60;
const PAGE = 100;
const MOST_PAGES = 10;

/**
 * Looks among a person's messages for one that was sent then and that no other step is known to have sent.
 * https://docs.customer.io/api/app/#operation/getPersonMessages
 */
export async function findMessage(client: Clients["customerio"], call: LostCall): Promise<OutcomeAnswer> {
  const { input } = call;
  const to = typeof input.to === "string" ? addressOf(input.to) : null;
  const channel = typeof input.channel === "string" ? input.channel : "email";
  const person = personOf(input.identifiers, to);
  if (!person) return { found: "unknown", detail: "It is not known to whom it was sent.", evidence: [] };
  const listed = await listMessages(client, person, call);
  const between = (created: number) => created >= call.from - SLACK_S && created <= call.until + SLACK_S;
  const fits = ({ type, recipient, created }: Message) =>
    (!type || (TYPES[channel] ?? [channel]).includes(type)) &&
    (channel !== "email" || !recipient || !to || addressOf(recipient) === to) &&
    (!created || between(created));
  const then = listed.filter(fits);
  const known = await call.isKnown(then.map(({ id }) => id));
  const found = then.filter(({ id }) => !known.has(id));
  const whom = to ?? person.value;
  return answerOf(found.map(lineOf), call, {
    found: `Customer.io has ${found.length === 1 ? "one message" : `${found.length} messages`} to ${whom} from that time that no other step sent.`,
    missing: `Customer.io has no message to ${whom} from that time that another step did not send.`,
  });
}

const lineOf = ({ id, created, subject, recipient }: Message) => ({
  id,
  at: created ? timeOf(created) : "",
  text: [subject, recipient].filter(Boolean).join(" · ") || "A message",
});

/** `Ada <ada@example.com>` is written in two ways. */
const addressOf = (text: string) => (/<([^>]+)>/.exec(text)?.[1] ?? text).trim().toLowerCase();

interface Whom {
  by: IdentifierType;
  value: string;
}

function personOf(given: unknown, to: string | null): Whom | null {
  const { id, email = id ? undefined : to, cio_id } = Person.safeParse(given ?? {}).data ?? { email: to };
  if (id) return { by: IdentifierType.Id, value: id };
  if (email) return { by: IdentifierType.Email, value: email };
  return cio_id ? { by: IdentifierType.CioId, value: cio_id } : null;
}

/** A person's messages of that time; of somebody whom Customer.io does not keep, those in the whole account's. */
async function listMessages(client: Clients["customerio"], { by, value }: Whom, call: LostCall) {
  const app = appOf(client);
  const window = { start_ts: call.from - SLACK_S, end_ts: call.until + SLACK_S, limit: PAGE };
  const ofPerson = await pages((start) =>
    unlessMissing(app.getCustomerMessages(value, { idType: by, ...window, ...start })),
  );
  return ofPerson ?? (await pages((start) => app.getMessages({ ...window, ...start }))) ?? [];
}

/** All pages of a list, up to a thousand messages; null when there is no such list. */
async function pages(
  fetchPage: (start: { start?: string }) => Promise<Record<string, unknown> | null>,
): Promise<Message[] | null> {
  const all: Message[] = [];
  let start: { start?: string } = {};
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await fetchPage(start);
    if (answer === null) return null;
    const { messages, next } = Messages.parse(answer);
    all.push(...(messages ?? []));
    if (!next) break;
    start = { start: next };
  }
  return all;
}
