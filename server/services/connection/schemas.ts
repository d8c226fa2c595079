import { z } from "zod";

const StripeCredentials = z.strictObject({
  apiKey: z.string().trim().min(1).meta({ title: "Restricted or secret key" }),
  webhookSecret: z.string().trim().min(1).optional().meta({ title: "Webhook signing secret" }),
});

const CustomerioCredentials = z.strictObject({
  siteId: z.string().trim().min(1).meta({ title: "Site ID" }),
  trackApiKey: z.string().trim().min(1).meta({ title: "Track API key" }),
  appApiKey: z.string().trim().min(1).optional().meta({ title: "App API key" }),
});

const Name = z.string().trim().min(1).max(80);

/** `POST /api/v1/connections` (design, section 7). */
export const CreateConnectionInput = z.discriminatedUnion("app", [
  z.strictObject({
    app: z.literal("stripe"),
    name: Name,
    mode: z.enum(["live", "test"]).optional(),
    credentials: StripeCredentials,
    endpoints: z.strictObject({ api: z.url() }).optional(),
  }),
  z.strictObject({
    app: z.literal("customerio"),
    name: Name,
    credentials: CustomerioCredentials,
    region: z.enum(["us", "eu"]).optional(),
    endpoints: z.strictObject({ track: z.url(), app: z.url() }).optional(),
  }),
]);
export type CreateConnectionInput = z.infer<typeof CreateConnectionInput>;

/** A connection as anybody outside may see it: no secret has a field here. */
export const ConnectionView = z.object({
  id: z.string(),
  app: z.enum(["stripe", "customerio"]),
  name: z.string(),
  status: z.enum(["connected", "unverified", "failing"]),
  statusDetail: z.string().nullable(),
  mode: z.enum(["live", "test"]).nullable(),
  region: z.string().nullable(),
  /** The masked key or the account's name. */
  accountLabel: z.string().nullable(),
  sandbox: z.boolean(),
  webhookUrl: z.string().optional(),
  checkedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
});
export type ConnectionView = z.infer<typeof ConnectionView>;

export type StripeCredentials = z.infer<typeof StripeCredentials>;
export type CustomerioCredentials = z.infer<typeof CustomerioCredentials>;
