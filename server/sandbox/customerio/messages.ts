import { z } from "zod";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import { appInvalid } from "./errors";
import type { Message } from "./model";
import { findPerson, type Identifier, identify } from "./people";
import { report } from "./reporting";

const Email = z.looseObject({
  to: z.string().min(1),
  transactional_message_id: z.union([z.string().min(1), z.number()]).optional(),
  identifiers: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  message_data: z.record(z.string(), z.unknown()).default({}),
  subject: z.string().optional(),
  body: z.string().optional(),
  from: z.string().optional(),
  auto_create: z.boolean().optional(),
});
type Email = z.output<typeof Email>;

function parse(body: unknown): Email {
  const parsed = Email.safeParse(body);
  const issue = parsed.error?.issues[0];
  if (!parsed.success) throw appInvalid(`${issue?.path.join(".") || "body"}: ${issue?.message}`);
  const { transactional_message_id: template, body: text, subject, from } = parsed.data;
  if (template === undefined && !(text && subject && from)) {
    throw appInvalid("transactional_message_id is required unless body, subject and from are given");
  }
  return parsed.data;
}

function identifierOf(identifiers: Email["identifiers"]): Identifier {
  for (const by of ["id", "email", "cio_id"] as const) {
    const value = identifiers?.[by];
    if (value !== undefined && value !== "") return { by, value: String(value) };
  }
  throw appInvalid("identifiers must contain one of id, email, cio_id");
}

/** Keeps a transactional message as sent. https://docs.customer.io/api/app/#operation/sendEmail */
export async function sendEmail(
  store: Store,
  body: unknown,
): Promise<{ delivery_id: string; queued_at: number }> {
  const email = parse(body);
  const identifier = identifierOf(email.identifiers);
  if (email.auto_create === true) await identify(store, identifier, {});
  const person = await findPerson(store, identifier);
  const message: Message = {
    delivery_id: newId("dgS", 24),
    person: person?.cio_id ?? null,
    to: email.to,
    transactional_message_id:
      email.transactional_message_id === undefined ? null : String(email.transactional_message_id),
    subject: email.subject ?? null,
    body: email.body ?? null,
    from: email.from ?? null,
    message_data: email.message_data,
    identifiers: email.identifiers ?? {},
    queued_at: unixNow(),
  };
  await store.put("message", message.delivery_id, message);
  await report(store, message, "email", ["sent", "delivered"]);
  return { delivery_id: message.delivery_id, queued_at: message.queued_at };
}
