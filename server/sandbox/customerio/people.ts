import { newId, unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import { trackInvalid } from "./errors";
import type { Person } from "./model";

/** One of the three identifiers a person can be found by. */
export interface Identifier {
  by: "id" | "email" | "cio_id";
  value: string;
}

/** Attributes that steer a write and are not kept. */
const DIRECTIVES = new Set(["_timestamp", "_update", "id", "email", "cio_id", "cio_relationships"]);
const MAX_NAME_BYTES = 150;
const MAX_VALUE_BYTES = 1000;
const MAX_ATTRIBUTES = 300;

/** Reads an identifier as the Track path carries it: `cio_…`, an e-mail address, or an id. */
export function readIdentifier(text: string): Identifier {
  if (text === "" || Buffer.byteLength(text) > MAX_NAME_BYTES)
    throw trackInvalid("identifier must have 1 to 150 bytes");
  if (/^cio_[0-9a-z]+$/.test(text)) return { by: "cio_id", value: text.slice(4) };
  return text.includes("@") ? { by: "email", value: text.toLowerCase() } : { by: "id", value: text };
}

export async function findPerson(store: Store, { by, value }: Identifier): Promise<Person | null> {
  if (by === "cio_id") return store.get<Person>("person", value.replace(/^cio_/, ""));
  return store.findBy<Person>("person", by, by === "email" ? value.toLowerCase() : value);
}

async function blank(store: Store, { by, value }: Identifier): Promise<Person> {
  const cio_id = newId("", 14).toLowerCase();
  const person: Person = {
    cio_id,
    id: null,
    email: null,
    attributes: {},
    timestamps: {},
    created_at: unixNow(),
  };
  if (by === "id") person.id = value;
  if (by === "email") person.email = value;
  await store.put("person", cio_id, person);
  return person;
}

/** Finds the person or makes one; a `cio_id` never makes one. */
export async function findOrCreate(store: Store, identifier: Identifier): Promise<Person | null> {
  const found = await findPerson(store, identifier);
  return found ?? (identifier.by === "cio_id" ? null : blank(store, identifier));
}

function checkAttributes(attributes: Record<string, unknown>): void {
  if (Object.keys(attributes).length > MAX_ATTRIBUTES)
    throw trackInvalid(`more than ${MAX_ATTRIBUTES} attributes`);
  for (const [name, value] of Object.entries(attributes)) {
    if (Buffer.byteLength(name) > MAX_NAME_BYTES)
      throw trackInvalid(`attribute name ${name.slice(0, 20)}… is longer than ${MAX_NAME_BYTES} bytes`);
    if (typeof value === "string" && Buffer.byteLength(value) > MAX_VALUE_BYTES) {
      throw trackInvalid(`attribute ${name} is longer than ${MAX_VALUE_BYTES} bytes`);
    }
  }
}

/** Sets an identifier in the person unless another person already has it. */
async function claim(store: Store, person: Person, by: "id" | "email", value: unknown): Promise<void> {
  if (typeof value !== "string" && typeof value !== "number") return;
  const wanted = by === "email" ? String(value).toLowerCase() : String(value);
  if (wanted === "" || person[by] === wanted) return;
  const other = await findPerson(store, { by, value: wanted });
  if (!other || other.cio_id === person.cio_id) person[by] = wanted;
}

function setAttribute(person: Person, name: string, value: unknown, at: number): void {
  if ((person.timestamps[name] ?? 0) > at) return;
  person.timestamps[name] = at;
  if (value === null || value === "") delete person.attributes[name];
  else person.attributes[name] = value;
}

/**
 * Creates or updates a person. An attribute written with an older `_timestamp` than it already has stays;
 * `_update: true` never creates. https://docs.customer.io/api/track/#operation/identify
 */
export async function identify(
  store: Store,
  identifier: Identifier,
  attributes: Record<string, unknown>,
): Promise<void> {
  checkAttributes(attributes);
  const person = await locate(store, identifier, attributes);
  if (!person) return;
  const at = typeof attributes._timestamp === "number" ? attributes._timestamp : unixNow();
  for (const by of ["id", "email"] as const) {
    if ((person.timestamps[by] ?? 0) > at || attributes[by] === undefined) continue;
    await claim(store, person, by, attributes[by]);
    person.timestamps[by] = at;
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (!DIRECTIVES.has(name)) setAttribute(person, name, value, at);
  }
  await store.put("person", person.cio_id, person);
}

async function locate(
  store: Store,
  identifier: Identifier,
  attributes: Record<string, unknown>,
): Promise<Person | null> {
  const found = await findPerson(store, identifier);
  if (found) return found;
  // A new id whose e-mail address belongs to somebody without an id is that somebody.
  if (identifier.by === "id" && typeof attributes.email === "string") {
    const known = await findPerson(store, { by: "email", value: attributes.email });
    if (known && known.id === null) return { ...known, id: identifier.value };
  }
  return attributes._update === true ? null : findOrCreate(store, identifier);
}

/** Deletes a person with memberships; events and messages stay in the log without a person. */
export async function deletePerson(store: Store, identifier: Identifier): Promise<void> {
  const person = await findPerson(store, identifier);
  if (!person) return;
  await store.remove("person", person.cio_id);
  for (const member of await store.list<{ segment: string }>("member", {
    where: { person: person.cio_id },
  })) {
    await store.remove("member", `${member.segment}:${person.cio_id}`);
  }
}
