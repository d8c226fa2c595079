import type Stripe from "stripe";
import { z } from "zod";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { StripeCall } from "./call";
import { resourceMissing } from "./errors";
import { clearable, expand, flag, mergeMetadata, metadata, parseParams } from "./params";
import type { StripeSession } from "./session";

const Url = z.url({
  protocol: /^https?$/,
  error: "Invalid URL: An explicit scheme (such as https) must be provided.",
});
const Fields = z.strictObject({
  enabled_events: z.array(z.string()).min(1),
  url: Url,
  description: clearable.optional(),
  metadata: metadata.optional(),
  expand,
});
const CreateParams = Fields.extend({ api_version: z.string().optional(), connect: flag.optional() });
const UpdateParams = Fields.partial().extend({ disabled: flag.optional() });

/** `POST /v1/webhook_endpoints`; the signing secret is in this answer only. */
export async function createWebhookEndpoint(
  session: StripeSession,
  call: StripeCall,
): Promise<Stripe.WebhookEndpoint> {
  const params = parseParams(CreateParams, call.params);
  const made: Stripe.WebhookEndpoint = {
    id: newId("we_1", 23),
    object: "webhook_endpoint",
    api_version: params.api_version ?? null,
    application: null,
    created: unixNow(),
    description: params.description ?? null,
    enabled_events: params.enabled_events,
    livemode: false,
    metadata: mergeMetadata({}, params.metadata),
    status: "enabled",
    url: params.url,
  };
  const secret = newId("whsec_", 32);
  await session.store.put("webhook_endpoint", made.id, made);
  await session.store.put("webhook_secret", made.id, { secret });
  return { ...made, secret };
}

/** `POST /v1/webhook_endpoints/{id}` */
export async function updateWebhookEndpoint(
  session: StripeSession,
  call: StripeCall,
): Promise<Stripe.WebhookEndpoint> {
  const params = parseParams(UpdateParams, call.params);
  const before = await session.store.get<Stripe.WebhookEndpoint>("webhook_endpoint", call.id);
  if (!before) throw resourceMissing("webhook endpoint", call.id, "webhook_endpoint");
  const after: Stripe.WebhookEndpoint = {
    ...before,
    url: params.url ?? before.url,
    enabled_events: params.enabled_events ?? before.enabled_events,
    description: params.description === undefined ? before.description : params.description,
    metadata: mergeMetadata(before.metadata, params.metadata),
    status: params.disabled === undefined ? before.status : params.disabled ? "disabled" : "enabled",
  };
  await session.store.put("webhook_endpoint", after.id, after);
  return after;
}

/** `DELETE /v1/webhook_endpoints/{id}` */
export async function deleteWebhookEndpoint(session: StripeSession, call: StripeCall): Promise<object> {
  if (!(await session.store.get("webhook_endpoint", call.id)))
    throw resourceMissing("webhook endpoint", call.id, "webhook_endpoint");
  await session.store.remove("webhook_endpoint", call.id);
  await session.store.remove("webhook_secret", call.id);
  return { id: call.id, object: "webhook_endpoint", deleted: true };
}
