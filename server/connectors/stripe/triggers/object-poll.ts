import { createHash } from "node:crypto";
import { z } from "zod";
import { defineTrigger, type Found, ownEvent } from "~/server/connectors/define-trigger";
import { JsonObject, optional, required } from "~/server/connectors/fields";
import { nextPoll, pollInterval } from "~/server/connectors/poll-fields";
import { customer } from "~/server/connectors/stripe/fixtures";
import { asQuery, LISTABLE, LISTABLE_NAMES } from "~/server/connectors/stripe/listable";

const TYPE = "stripe.object.poll";
const PAGE = 100;
/** How many of the newest objects are watched for changes. */
const WATCHED = 1000;

const StripeObject = z.looseObject({ id: z.string(), created: z.int().optional() });
const Page = z.object({ data: z.array(StripeObject), has_more: z.boolean() });
type StripeObject = z.output<typeof StripeObject>;
/** What each object looked like, as a hash; and, when there are more than are watched, how old the oldest is. */
const Cursor = z.object({ hashes: z.record(z.string(), z.string()), oldest: z.int() });

export const stripeObjectPollTrigger = defineTrigger({
  id: TYPE,
  app: "stripe",
  title: "Look for new or changed objects in Stripe",
  summary: `Lists one kind of object every few minutes and starts for each of the newest ${WATCHED} that is new or has changed.`,
  words: ["poll object", "look|check for new|changed object", "poll stripe new|changed product|price|coupon"],
  docs: "https://docs.stripe.com/api/pagination",
  origin: "recipe",
  dedupe: "The object's id and what it looks like: the same state of an object starts one run.",
  config: z.strictObject({
    object: required(z.enum(LISTABLE_NAMES), { title: "Object", description: "What to list." }),
    changes: optional(z.enum(["new", "new or changed"]), {
      title: "Start for",
      description: "Only new ones, unless you choose otherwise.",
    }),
    filter: optional(JsonObject(), {
      title: "Filter",
      description: "As Stripe's list call takes it, for example status and active.",
      group: "more",
    }),
    interval: pollInterval,
  }),
  sample: {
    config: { object: "customers", changes: "new or changed" },
    event: ownEvent("cus_123:1f0a", TYPE, new Date(1_790_000_000_000), { object: customer(), change: "new" }),
  },
  next: nextPoll,
  async look({ client, config, cursor, now }) {
    const before = Cursor.safeParse(cursor).data;
    const path = `/v1/${LISTABLE[config.object]}`;
    const objects: StripeObject[] = [];
    for (let after: string | undefined; objects.length < WATCHED; ) {
      const query = { ...config.filter, limit: PAGE, ...(after ? { starting_after: after } : {}) };
      const page = Page.parse(await client.rawRequest("GET", `${path}?${asQuery(query)}`));
      objects.push(...page.data);
      after = page.data.at(-1)?.id;
      if (!page.has_more || !after) break;
    }
    const hashes = Object.fromEntries(objects.map((object) => [object.id, hashOf(object)]));
    const oldest = objects.length < WATCHED ? 0 : (objects.at(-1)?.created ?? 0);
    const seen = { hashes, oldest };
    if (!before) return { found: [], cursor: seen };
    // What comes back into view because newer ones were deleted is not new.
    const isNew = ({ id, created = before.oldest }: StripeObject) =>
      !(id in before.hashes) && created >= before.oldest;
    const isChanged = ({ id }: StripeObject) => id in before.hashes && before.hashes[id] !== hashes[id];
    const wantsChanged = config.changes === "new or changed";
    const found = objects.filter((object) => isNew(object) || (wantsChanged && isChanged(object)));
    return { found: found.reverse().map((object) => foundObject(object, isNew(object), now)), cursor: seen };
  },
});

function hashOf(object: StripeObject): string {
  return createHash("sha256").update(JSON.stringify(object)).digest("base64url").slice(0, 16);
}

function foundObject(object: StripeObject, isNew: boolean, now: Date): Found {
  const at = isNew && object.created ? new Date(object.created * 1000) : now;
  const externalId = `${object.id}:${hashOf(object)}`;
  const payload = ownEvent(externalId, TYPE, at, { object, change: isNew ? "new" : "changed" });
  return { externalId, type: TYPE, occurredAt: at, payload };
}
