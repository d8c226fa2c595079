import { z } from "zod";
import { unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import { CustomerioRefusal, trackInvalid } from "./errors";
import { SEGMENTS, type Segment, type SegmentMember } from "./model";
import { findPerson, type Identifier } from "./people";

const IdType = z.enum(["id", "email", "cio_id"]);
const Ids = z.object({ ids: z.array(z.coerce.string<string | number>()).min(1).max(1000) });

/** Puts the manual segments into a new account. */
export async function seedSegments(store: Store): Promise<void> {
  for (const segment of SEGMENTS) await store.put("segment", String(segment.id), segment);
}

async function peopleOf(store: Store, by: Identifier["by"], ids: string[]): Promise<string[]> {
  const found = await Promise.all(ids.map((value) => findPerson(store, { by, value })));
  return found.flatMap((person) => (person ? [person.cio_id] : []));
}

/** Adds people to a manual segment or takes them out; ids that nobody has are ignored, as at Customer.io. */
export async function changeMembers(
  store: Store,
  change: "add" | "remove",
  segmentId: string,
  idType: string | undefined,
  body: unknown,
): Promise<void> {
  const by = IdType.safeParse(idType ?? "id");
  if (!by.success) throw trackInvalid("id_type must be one of id, email, cio_id");
  const parsed = Ids.safeParse(body);
  if (!parsed.success) throw trackInvalid("ids must be a list of 1 to 1000 identifiers");
  const segment = await store.get<Segment>("segment", segmentId);
  if (!segment) throw new CustomerioRefusal(404, { meta: { errors: ["segment not found"] } });
  for (const person of await peopleOf(store, by.data, parsed.data.ids)) {
    const key = `${segmentId}:${person}`;
    const member: SegmentMember = { segment: segmentId, person, added_at: unixNow() };
    if (change === "remove") await store.remove("member", key);
    else if (!(await store.get("member", key))) await store.put("member", key, member);
  }
}
