import type { Bucket } from "./define";

interface Published {
  /** For people: what the vendor says of it. */
  words: string;
  /** Calls in so many seconds (one, unless given), for a live account and for one in test mode. None: no number is known. */
  calls?: number;
  testCalls?: number;
  seconds?: number;
}

/** What a bucket is called that has one line for each kind of Stripe call. */
export const STRIPE_KIND = "stripe.kind";

/** What the vendors publish about how often they may be asked. Sources: docs.stripe.com/rate-limits, docs.customer.io/api. */
export const BUCKETS: Readonly<Record<Bucket, Published>> = {
  stripe: {
    words:
      "100 requests a second for a live account (25 in test mode), and 25 a second for each kind of call.",
    calls: 100,
    testCalls: 25,
  },
  "stripe.kind": { words: "25 a second for each kind of call.", calls: 25 },
  "stripe.search": { words: "20 searches a second for each account.", calls: 20 },
  "stripe.subscription": {
    words:
      "As all of Stripe's calls, and for each subscription 10 new invoices a minute, 20 a day, and 200 changes of quantity an hour.",
  },
  "stripe.meter": { words: "1,000 a second for a live account.", calls: 1_000 },
  "customerio.track": { words: "100 requests a second for each workspace.", calls: 100 },
  "customerio.app": { words: "10 requests a second for each workspace.", calls: 10 },
  "customerio.transactional": { words: "100 messages a second for each workspace.", calls: 100 },
  "customerio.broadcast": { words: "One start in 10 seconds for each broadcast.", calls: 1, seconds: 10 },
  core: { words: "Nothing leaves Billhook. Recipes may call each other 10 deep." },
  "customerio.pipelines": { words: "No number is published; 64 KB for each call." },
};

/** Other programs use the account too: unless a connection says otherwise, Billhook takes this share of what is published. */
export const SHARE = 0.8;

/** The limits that a connection may set for itself. */
export const OWN_LIMITS = {
  stripe: ["stripe", STRIPE_KIND, "stripe.search", "stripe.meter"],
  customerio: [
    "customerio.track",
    "customerio.app",
    "customerio.transactional",
    "customerio.broadcast",
    "customerio.pipelines",
  ],
  http: [],
} as const satisfies Record<"stripe" | "customerio" | "http", readonly Bucket[]>;

/** What decides about a connection's limits. */
export interface Quota {
  workspaceId: string;
  connectionId: string;
  mode: "live" | "test" | null;
  /** Calls a second, by bucket, where the connection sets them. */
  own: Readonly<Record<string, number>>;
  /** False where no vendor is called but somebody's stub, which has only the limits that the connection sets. */
  isVendor: boolean;
}

export interface Limit {
  /** The bucket's, with what it is about where it has many: `customerio.broadcast:12`. */
  name: string;
  /** Null: as often as one likes, until the vendor says no. */
  perSecond: number | null;
}

/** How often a bucket of this connection may be used; null when nothing says. */
export function perSecond({ own, isVendor, mode }: Quota, bucket: Bucket): number | null {
  const set = own[bucket];
  if (set !== undefined) return set;
  const { calls, testCalls = calls, seconds = 1 } = BUCKETS[bucket];
  const published = mode === "test" ? testCalls : calls;
  return isVendor && published !== undefined ? (published * SHARE) / seconds : null;
}

/** What a call is about: its kind (an action's id), and the object that has a limit of its own. */
export interface CallKind {
  kind?: string | undefined;
  about?: string | undefined;
}

/** Every bucket that a call takes from, the account's own last. */
export function limitsOf(quota: Quota, bucket: Bucket, { kind, about }: CallKind = {}): Limit[] {
  const limit = (name: Bucket, detail?: string): Limit => ({
    name: detail === undefined ? name : `${name}:${detail}`,
    perSecond: perSecond(quota, name),
  });
  const ofKind = kind ? [limit(STRIPE_KIND, kind.replace(/^stripe\./, ""))] : [];
  // In test mode the whole account may do no more than one kind of call.
  const narrow = quota.mode === "test" && quota.own[STRIPE_KIND] === undefined ? [] : ofKind;
  switch (bucket) {
    case "core":
      return [];
    case "stripe":
    case "stripe.kind":
    case "stripe.subscription":
      return [...narrow, limit("stripe")];
    case "stripe.search":
      return [limit("stripe.search"), limit("stripe")];
    case "stripe.meter":
      return [limit(quota.mode === "test" && quota.isVendor ? "stripe" : "stripe.meter")];
    default:
      return [limit(bucket, about)];
  }
}

/** The bucket of a request that no action makes: a poll, a picker, a check. */
export function bucketOfUrl(app: "stripe" | "customerio", url: string): Bucket {
  const { host, pathname } = new URL(url);
  if (app === "stripe") return pathname.endsWith("/search") ? "stripe.search" : "stripe";
  if (/\/api\/v[12](\/|$)/.test(pathname)) return "customerio.track";
  return host.startsWith("cdp") || /cdp/.test(pathname) ? "customerio.pipelines" : "customerio.app";
}
