import { z } from "zod";
import { AUTH_KINDS, HttpCredentials } from "~/server/connectors/http/credentials";

// Header values: a space or line break inside is a mistake in copying.
const Key = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{1,500}$/, { error: "must be one word without spaces. Copy it again, whole." });

const WRONG_KEYS: readonly (readonly [RegExp, string])[] = [
  [
    /^pk_/,
    "is a publishable key (pk_…). Use the restricted (rk_…) or secret key (sk_…) from Stripe's API keys page.",
  ],
  [
    /^whsec_/,
    "is a webhook signing secret (whsec_…). Put it into webhookSecret, and the sk_… or rk_… key here.",
  ],
  [
    /^(?!sk_|rk_)/,
    "is not a Stripe API key: those begin with rk_ or sk_. Copy it from Stripe's API keys page.",
  ],
];

const StripeApiKey = Key.superRefine((key, check) => {
  const wrong = WRONG_KEYS.find(([pattern]) => pattern.test(key));
  if (wrong) check.addIssue({ code: "custom", message: wrong[1] });
}).meta({ title: "Restricted or secret key" });

export const WebhookSecret = Key.refine((secret) => !/^(sk|rk|pk|we)_/.test(secret), {
  error: "is not a signing secret. Copy the one that begins with whsec_ from the endpoint's page in Stripe.",
}).meta({ title: "Webhook signing secret" });

const StripeCredentials = z.strictObject({ apiKey: StripeApiKey, webhookSecret: WebhookSecret.optional() });

const CustomerioCredentials = z.strictObject({
  siteId: Key.meta({ title: "Site ID" }),
  trackApiKey: Key.meta({ title: "Track API key" }),
  appApiKey: Key.optional().meta({ title: "App API key" }),
  cdpApiKey: Key.optional().meta({ title: "Pipelines API key" }),
  webhookSigningKey: Key.optional().meta({ title: "Reporting webhook signing key" }),
});

/** Which of the account's two worlds a key opens; undefined when the key does not say. */
export function modeOfKey(apiKey: string): "live" | "test" | undefined {
  const [, mode] = /^[sr]k_(live|test)_/.exec(apiKey) ?? [];
  return mode as "live" | "test" | undefined;
}

const Name = z.string().trim().min(1).max(80);
const Address = z.url({ protocol: /^https?$/, error: "must be an address like http://127.0.0.1:12111." });
const Origin = Address.refine((url) => ["/", ""].includes(new URL(url).pathname), {
  error: "must be an origin without a path, like http://127.0.0.1:12111: the Stripe SDK adds the path.",
});

const StripeInput = z
  .strictObject({
    app: z.literal("stripe"),
    name: Name,
    mode: z.enum(["live", "test"], { error: 'must be "live" or "test".' }).optional(),
    credentials: StripeCredentials,
    endpoints: z.strictObject({ api: Origin }).optional(),
  })
  .superRefine(({ mode, credentials }, check) => {
    const found = modeOfKey(credentials.apiKey);
    if (!mode || !found || mode === found) return;
    const message = `is "${mode}", but credentials.apiKey is a ${found} key. Use a ${mode} key, or leave mode out.`;
    check.addIssue({ code: "custom", path: ["mode"], message });
  });

const CustomerioInput = z.strictObject({
  app: z.literal("customerio"),
  name: Name,
  credentials: CustomerioCredentials,
  region: z.enum(["us", "eu"], { error: 'must be "us" or "eu".' }).optional(),
  endpoints: z.strictObject({ track: Address, app: Address, cdp: Address.optional() }).optional(),
});

/** Any other web API, for HTTP steps. */
const HttpInput = z.strictObject({ app: z.literal("http"), name: Name, credentials: HttpCredentials });

/** `POST /api/v1/connections` (design, section 7). */
export const CreateConnectionInput = z.discriminatedUnion("app", [StripeInput, CustomerioInput, HttpInput], {
  error: 'must be "stripe", "customerio" or "http".',
});
export type CreateConnectionInput = z.infer<typeof CreateConnectionInput>;

/** The keys that each app's connection has; any of them may be replaced. */
export const KEYS = {
  stripe: StripeCredentials.partial(),
  customerio: CustomerioCredentials.partial(),
  // Whoever only changed the origin would have the kept secret sent there.
  http: HttpCredentials.partial().refine(({ origin, auth }) => origin === undefined || auth !== undefined, {
    path: ["auth"],
    error: "must be given again with a new origin, so that the secret goes nowhere it was not meant for.",
  }),
};

const callsError = "must be a number of calls a second, from 0.01 to 10000.";
const CallsPerSecond = z
  .number({ error: callsError })
  .min(0.01, { error: callsError })
  .max(10_000, { error: callsError });

/** `PATCH /api/v1/connections/{id}`: keys that are not named stay as they are. */
export const UpdateConnectionInput = z.strictObject({
  id: z.string(),
  name: Name.optional(),
  credentials: z.record(z.string(), z.unknown()).optional(),
  limits: z
    .record(z.string(), CallsPerSecond.nullable())
    .optional()
    .meta({ description: "Calls a second by limit; null takes what the vendor publishes again." }),
});

/** A connection as anybody outside may see it: no secret has a field here. */
export const ConnectionView = z.object({
  id: z.string(),
  app: z.enum(["stripe", "customerio", "http"]),
  name: z.string(),
  status: z.enum(["connected", "unverified", "failing"]),
  statusDetail: z.string().nullable(),
  mode: z.enum(["live", "test"]).nullable(),
  region: z.string().nullable(),
  /** The masked key or the account's name. */
  accountLabel: z.string().nullable(),
  sandbox: z.boolean(),
  webhookUrl: z.string().optional(),
  /** What the endpoint that Billhook made sends, in which of Stripe's API versions. */
  webhookEvents: z.array(z.string()).optional(),
  webhookApiVersion: z.string().optional(),
  /** False while a Customer.io account's reports cannot be checked, for want of its signing key. */
  canReport: z.boolean().optional(),
  /** What the account's owner allowed, for a connection made with "Connect with Stripe". */
  scopes: z.string().optional(),
  /** Of another web API: who the secret is sent to, and how. */
  origin: z.string().optional(),
  auth: z.enum(AUTH_KINDS).optional(),
  checkedAt: z.iso.datetime().nullable(),
  /** Since when its keys are refused; runs that need them are held until it is connected again. */
  heldSince: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type ConnectionView = z.infer<typeof ConnectionView>;

/** As kept: with the id of the webhook endpoint that Billhook made at Stripe, if it did. */
export type StripeCredentials = z.infer<typeof StripeCredentials> & {
  webhookEndpointId?: string;
  /** The secret before the last change, and until when (ISO 8601) it is still taken. */
  previousSecret?: { secret: string; until: string };
  /** Set when `apiKey` is an access token that the account's owner granted. */
  oauth?: OAuthGrant;
};

/** What Stripe granted beside the access token. */
export interface OAuthGrant {
  accountId: string;
  /** Null where the access token never ends (Connect). */
  refreshToken: string | null;
  /** When the access token ends, ISO 8601. */
  expiresAt: string | null;
  /** When the owner allowed it, ISO 8601: what was withdrawn before that is not this. */
  grantedAt: string;
}
export type CustomerioCredentials = z.infer<typeof CustomerioCredentials> & {
  /** The reporting webhook that Billhook made at Customer.io, if it did. */
  reportingWebhookId?: string;
};
