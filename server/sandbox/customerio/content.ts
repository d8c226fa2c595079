import { SAMPLE_TIME } from "~/server/connectors/stripe/fixtures";
import type { Store } from "~/server/sandbox/store";

interface Thing {
  id: number;
  name: string;
  [field: string]: unknown;
}

const times = { created: SAMPLE_TIME, updated: SAMPLE_TIME };
const timesAt = { created_at: SAMPLE_TIME, updated_at: SAMPLE_TIME };

function sending(id: number, name: string, more: object = {}): Thing {
  return { id, deduplicate_id: `${id}:1`, name, ...times, active: true, actions: [], tags: null, ...more };
}

function message(id: number, name: string, description: string): Thing {
  const tracking = { link_tracking: true, open_tracking: true, hide_message_body: false };
  return { id, name, description, send_to_unsubscribed: true, ...tracking, queue_drafts: false, ...timesAt };
}

/** What every account has from the beginning; what is stored under the same id takes its place. */
const BUILT_IN: Record<string, readonly Thing[]> = {
  broadcast: [sending(1, "Product news"), sending(2, "Win-back offer"), sending(3, "Invoice is ready")],
  campaign: [
    sending(1, "Onboarding", { type: "segment" }),
    sending(2, "Trial ends soon", { type: "segment" }),
    sending(3, "Summer sale", { type: "segment", active: false }),
  ],
  transactional: [
    message(1, "Receipt", "After every payment."),
    message(2, "Payment failed", "Asks for another card."),
    message(3, "Welcome", "After signing up."),
  ],
  object_type: [
    { id: 1, name: "Companies", slug: "companies", enabled: true },
    { id: 2, name: "Subscriptions", slug: "subscriptions", enabled: true },
  ],
  collection: [
    { id: 1, name: "plans", bytes: 412, rows: 3, schema: ["id", "name", "price"], ...timesAt },
    { id: 2, name: "coupons", bytes: 198, rows: 2, schema: ["code", "percent_off"], ...timesAt },
  ],
};

const MOST = 10_000;

async function all(store: Store, kind: string): Promise<Thing[]> {
  const stored = await store.list<Thing>(kind, { oldestFirst: true, limit: MOST });
  const ids = new Set(stored.map(({ id }) => String(id)));
  return [...(BUILT_IN[kind] ?? []).filter(({ id }) => !ids.has(String(id))), ...stored];
}

/** The App API's lists of what a marketer makes, by path below `/v1`; each is answered whole. */
export const LISTINGS: Record<string, (store: Store) => Promise<object>> = {
  broadcasts: async (store) => ({ broadcasts: await all(store, "broadcast") }),
  campaigns: async (store) => ({ campaigns: await all(store, "campaign") }),
  transactional: async (store) => ({ messages: await all(store, "transactional") }),
  object_types: async (store) => ({ types: await all(store, "object_type") }),
  collections: async (store) => ({ collections: await all(store, "collection") }),
};
