import type { Bucket } from "./define";

/** What the vendors publish about how often they may be asked. Sources: docs.stripe.com/rate-limits, docs.customer.io/api. */
export const LIMITS: Readonly<Record<Bucket, string>> = {
  stripe:
    "100 requests a second for a live account (25 in test mode), and 25 a second for each kind of call.",
  "stripe.search": "20 searches a second for each account.",
  "stripe.subscription":
    "As all of Stripe's calls, and for each subscription 10 new invoices a minute, 20 a day, and 200 changes of quantity an hour.",
  "stripe.meter": "1,000 a second for a live account.",
  "customerio.track": "100 requests a second for each workspace.",
  "customerio.app": "10 requests a second for each workspace.",
  "customerio.transactional": "100 messages a second for each workspace.",
  "customerio.broadcast": "One start in 10 seconds for each broadcast.",
  core: "Nothing leaves Billhook. Recipes may call each other 10 deep.",
  "customerio.pipelines": "No number is published; 64 KB for each call.",
};
