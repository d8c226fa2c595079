import { z } from "zod";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import { appInvalid, appMissing, CustomerioRefusal, trackInvalid } from "./errors";
import type { Message, Person, Segment } from "./model";
import { deletePerson, findPerson, type Identifier, identify } from "./people";
import { report } from "./reporting";

const Named = z.record(z.string(), z.union([z.string(), z.number()]));

/** The first of the identifiers that is given. */
export function identifierOf(given: unknown): Identifier | null {
  const identifiers = Named.safeParse(given).data ?? {};
  for (const by of ["id", "email", "cio_id"] as const) {
    const value = identifiers[by];
    if (value !== undefined && value !== "")
      return { by, value: by === "email" ? String(value).toLowerCase() : String(value) };
  }
  return null;
}

/** `POST /api/v1/merge_customers`: nothing happens when the one who stays is not there, as at Customer.io. */
export async function mergePeople(store: Store, body: unknown): Promise<void> {
  const pair = z.object({ primary: Named, secondary: Named }).safeParse(body);
  const [keptId, goneId] = [identifierOf(pair.data?.primary), identifierOf(pair.data?.secondary)];
  if (!keptId || !goneId) throw trackInvalid("primary and secondary must each have one identifier");
  const [kept, gone] = [await findPerson(store, keptId), await findPerson(store, goneId)];
  if (!kept || !gone) return;
  await store.put("person", kept.cio_id, { ...kept, attributes: { ...gone.attributes, ...kept.attributes } });
  await deletePerson(store, goneId);
}

/** `POST /api/v1/customers/{id}/suppress` and `/unsuppress` */
export async function suppress(store: Store, identifier: Identifier, isOn: boolean): Promise<void> {
  const key = `${identifier.by}:${identifier.value}`;
  if (!isOn) return store.remove("suppressed", key);
  await deletePerson(store, identifier);
  await store.put("suppressed", key, { at: unixNow() });
}

/** `POST /api/v1/forms/{id}/submit`: the person is made when unknown. */
export async function submitForm(store: Store, formId: string, body: unknown): Promise<void> {
  const data = z.object({ data: z.record(z.string(), z.unknown()) }).safeParse(body).data?.data ?? {};
  const identifier = identifierOf(data);
  if (!identifier) throw trackInvalid("data must have one of email and id");
  await identify(store, identifier, data);
  await store.put("form_submission", newId("", 20), { form: formId, data, at: unixNow() });
}

const Segments = z.object({
  segment: z.object({ name: z.string().min(1), description: z.string().default("") }),
});

/** `POST /v1/segments` */
export async function createSegment(store: Store, body: unknown): Promise<Segment> {
  const parsed = Segments.safeParse(body);
  if (!parsed.success) throw appInvalid("segment.name is required");
  const known = await store.list<Segment>("segment", { limit: 10_000 });
  const made = { id: Math.max(0, ...known.map(({ id }) => id)) + 1, ...parsed.data.segment };
  await store.put("segment", String(made.id), made);
  return made;
}

/** `GET /v1/segments/{id}/membership` */
export async function membership(store: Store, segment: string) {
  if (!(await store.get("segment", segment))) throw appMissing("segment");
  const members = await store.list<{ person: string }>("member", { where: { segment }, limit: 30_000 });
  const people = await store.list<Person>("person", {
    where: { cio_id: members.map(({ person }) => person) },
    limit: 30_000,
  });
  const identifiers = people.map(({ cio_id, id, email }) => ({ cio_id, id, email }));
  return { ids: people.map(({ id, cio_id }) => id ?? cio_id), identifiers, next: "" };
}

const Send = z.looseObject({
  transactional_message_id: z.union([z.string(), z.number()]),
  identifiers: Named,
  to: z.string().optional(),
  message_data: z.record(z.string(), z.unknown()).default({}),
});

/** `POST /v1/send/{push,sms,whatsapp,in_app,inbox_message}` */
export async function sendMessage(store: Store, channel: string, body: unknown) {
  const parsed = Send.safeParse(body);
  const identifier = identifierOf(parsed.data?.identifiers);
  if (!parsed.success || !identifier)
    throw appInvalid("transactional_message_id and identifiers are required");
  const person = await findPerson(store, identifier);
  const { transactional_message_id: template, identifiers, message_data, to } = parsed.data;
  const message: Message = {
    delivery_id: newId("dgS", 24),
    person: person?.cio_id ?? null,
    to: to ?? channel,
    channel,
    transactional_message_id: String(template),
    subject: null,
    body: null,
    from: null,
    message_data,
    identifiers,
    queued_at: unixNow(),
  };
  await store.put("message", message.delivery_id, message);
  await report(store, message, channel, ["sent", "delivered"]);
  return { delivery_id: message.delivery_id, queued_at: message.queued_at };
}

/** `POST /v1/campaigns/{id}/triggers` */
export async function triggerBroadcast(store: Store, broadcast: string, body: unknown) {
  const earlier = await store.list("broadcast_trigger", {
    where: { broadcast_id: broadcast },
    limit: 10_000,
  });
  const id = earlier.length + 1;
  const made = {
    id: String(id),
    broadcast_id: Number(broadcast),
    created_at: unixNow(),
    processed_at: unixNow(),
  };
  await store.put("broadcast_trigger", `${broadcast}:${id}`, {
    ...made,
    broadcast_id: broadcast,
    request: body,
  });
  return { id };
}

interface BroadcastTrigger {
  id: string;
  broadcast_id: string;
  created_at: number;
  processed_at: number;
}

/** `GET /v1/broadcasts/{id}/triggers` */
export async function listTriggers(store: Store, broadcast: string) {
  const where = { broadcast_id: broadcast };
  const made = await store.list<BroadcastTrigger>("broadcast_trigger", { where, limit: 10_000 });
  const triggers = made.map(({ id, broadcast_id, created_at, processed_at }) => ({
    id: Number(id),
    broadcast_id: Number(broadcast_id),
    created_at,
    processed_at,
  }));
  return { triggers };
}

/** `GET /v1/campaigns/{id}/triggers/{trigger}` */
export async function triggerStatus(store: Store, broadcast: string, trigger: string) {
  const found = await store.get<Record<string, unknown>>("broadcast_trigger", `${broadcast}:${trigger}`);
  if (!found) throw appMissing("trigger");
  return { ...found, broadcast_id: Number(broadcast) };
}

/** `PUT /v1/collections/{id}/content` */
export async function replaceCollection(store: Store, id: string, body: unknown) {
  const rows = z.array(z.unknown()).safeParse(body);
  if (!rows.success) throw appInvalid("the body must be a list of rows");
  const collection = {
    id: Number(id),
    name: `Collection ${id}`,
    rows: rows.data.length,
    updated_at: unixNow(),
  };
  await store.put("collection", id, { ...collection, content: rows.data });
  return { collection };
}

const Object_ = z.looseObject({
  type: z.enum(["object", "person"]),
  action: z.enum(["identify", "delete", "add_relationships", "delete_relationships"]),
  identifiers: Named,
  attributes: z.record(z.string(), z.unknown()).default({}),
  cio_relationships: z.array(z.looseObject({ identifiers: Named })).default([]),
});

interface Related {
  attributes: Record<string, unknown>;
  people: string[];
}

const objectKey = ({ object_type_id, object_id }: z.output<typeof Named>) => `${object_type_id}:${object_id}`;

/** Objects and relationships of the v2 API; true when the operation was about them. */
export async function objectOperation(store: Store, body: unknown): Promise<boolean> {
  const parsed = Object_.safeParse(body);
  const isLink = parsed.data?.action.endsWith("relationships") ?? false;
  if (!parsed.success || (parsed.data.type === "person" && !isLink)) return false;
  const { type, action, identifiers, attributes, cio_relationships } = parsed.data;
  if (type === "person") {
    const person = identifierOf(identifiers);
    if (!person) throw new CustomerioRefusal(400, { errors: [{ reason: "required", field: "identifiers" }] });
    for (const { identifiers: object } of cio_relationships)
      await relate(store, objectKey(object), `${person.by}:${person.value}`, action === "add_relationships");
    return true;
  }
  const key = objectKey(identifiers);
  if (action === "delete") await store.remove("object", key);
  if (action === "identify") {
    const before = (await store.get<Related>("object", key)) ?? { attributes: {}, people: [] };
    await store.put("object", key, { ...before, attributes: { ...before.attributes, ...attributes } });
  }
  for (const { identifiers: named } of cio_relationships) {
    const person = identifierOf(named);
    if (person) await relate(store, key, `${person.by}:${person.value}`, action !== "delete_relationships");
  }
  return true;
}

async function relate(store: Store, key: string, person: string, isAdded: boolean): Promise<void> {
  const before = (await store.get<Related>("object", key)) ?? { attributes: {}, people: [] };
  const others = before.people.filter((one) => one !== person);
  await store.put("object", key, { ...before, people: isAdded ? [...others, person] : others });
}
