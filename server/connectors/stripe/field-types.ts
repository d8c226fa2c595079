import { CHUNKS } from "./event-fields/chunks";
import index from "./event-fields/index.json";

/** `[name, kind, description, of?]`, as server/cli/event-field-types.mjs writes it and explains it. */
export type Row = readonly [name: string, kind: string, description: string, of?: readonly string[]];
/** The rows of every type that was loaded, by id: `invoices#Invoice`. */
export type FieldTypes = ReadonlyMap<string, readonly Row[]>;
type Chunk = Readonly<Record<string, readonly Row[]>>;

const OBJECTS = new Map<string, readonly string[]>(
  Object.entries(index.objects).flatMap(([ids, types]) =>
    types.split(" ").map((type): [string, string[]] => [type, ids.split(" ")]),
  ),
);

/** The type ids of what an event's `data.object` may be; undefined for an event the SDK does not know. */
export function objectsOf(type: string): readonly string[] | undefined {
  return OBJECTS.get(type);
}

const NAMES = new Map<string, string>(Object.entries(index.names));

/** The least that an event's object says of itself: its name and, where such objects have one, an id. */
export function bareObject(type: string): object | undefined {
  const name = NAMES.get(objectsOf(type)?.[0] ?? "");
  if (name === undefined) return undefined;
  return name.endsWith("*") ? { object: name.slice(0, -1) } : { id: "obj_sample", object: name };
}

/** The type id of what every event has around its object. */
export const ENVELOPE = index.envelope;

/** The ids under which a table keeps one event's own type and its data's. */
export const EVENT = "event#Event";
export const DATA = "event#Data";

export const isTypeId = (word: string | undefined): word is string => word?.includes("#") ?? false;

const chunks = new Map<string, Promise<Chunk>>();

function loadChunk(name: string): Promise<Chunk> {
  const known = chunks.get(name);
  if (known) return known;
  const loading = readChunk(name);
  chunks.set(name, loading);
  // One that could not be fetched is asked for again.
  loading.catch(() => chunks.delete(name));
  return loading;
}

async function readChunk(name: string): Promise<Chunk> {
  const { default: types } = (await CHUNKS[name]?.()) ?? { default: {} };
  // Generated, and a test keeps it as the generator writes it.
  return types as Chunk;
}

/** Loads these types and all they refer to. */
export async function loadFieldTypes(ids: Iterable<string>): Promise<FieldTypes> {
  const types = new Map<string, readonly Row[]>();
  for (let open = [...new Set(ids)]; open.length > 0; ) {
    const found = await Promise.all(open.map(loadRows));
    for (const [at, rows] of found.entries()) types.set(open[at] ?? "", rows);
    const next = found.flat().flatMap(([, , , of = []]) => of.filter((id) => isTypeId(id) && !types.has(id)));
    open = [...new Set(next)];
  }
  return types;
}

async function loadRows(id: string): Promise<readonly Row[]> {
  const [chunk = "", name = ""] = id.split("#");
  return (await loadChunk(chunk))[name] ?? [];
}
