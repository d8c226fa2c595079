import type Stripe from "stripe";
import { z } from "zod";
import { customer as newCustomer } from "~/server/connectors/stripe/fixtures";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import type { StripeCall } from "./call";
import { invalidParameter, resourceMissing } from "./errors";
import { clearable, expand, integer, mergeMetadata, metadata, parseParams } from "./params";
import type { StripeSession } from "./session";

const part = clearable.exactOptional();
const AddressFields = z.strictObject({
  city: part,
  country: part,
  line1: part,
  line2: part,
  postal_code: part,
  state: part,
});
const Address = z.union([z.literal(""), AddressFields]);
const Shipping = z.union([
  z.literal(""),
  z.strictObject({ name: z.string(), phone: part, address: AddressFields }),
]);

const CustomerParams = z
  .strictObject({
    name: clearable,
    email: clearable,
    phone: clearable,
    description: clearable,
    address: Address,
    shipping: Shipping,
    balance: integer,
    metadata,
    preferred_locales: z.array(z.string()),
    tax_exempt: z.enum(["none", "exempt", "reverse"]),
    invoice_prefix: z.string().min(3).max(12),
    payment_method: z.string(),
    default_source: z.string(),
    test_clock: z.string(),
    invoice_settings: z.record(z.string(), z.unknown()),
  })
  .partial()
  .extend({ expand });
type CustomerParams = z.output<typeof CustomerParams>;

const NO_ADDRESS: Stripe.Address = {
  city: null,
  country: null,
  line1: null,
  line2: null,
  postal_code: null,
  state: null,
};

function shippingOf(given: Exclude<CustomerParams["shipping"], undefined>): Stripe.Customer.Shipping | null {
  if (given === "") return null;
  return {
    name: given.name,
    ...(given.phone ? { phone: given.phone } : {}),
    address: { ...NO_ADDRESS, ...given.address },
  };
}

function apply(before: Stripe.Customer, params: CustomerParams): Stripe.Customer {
  const { address, shipping, metadata: changed, expand: _ignored, ...rest } = params;
  const { payment_method: _method, test_clock: _clock, invoice_settings: _settings, ...plain } = rest;
  if (plain.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain.email)) {
    throw invalidParameter(`Invalid email address: ${plain.email}`, "email", "email_invalid");
  }
  const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  return {
    ...before,
    ...given,
    ...(address === undefined
      ? {}
      : { address: address === "" ? null : { ...NO_ADDRESS, ...before.address, ...address } }),
    ...(shipping === undefined ? {} : { shipping: shippingOf(shipping) }),
    metadata: mergeMetadata(before.metadata, changed),
  };
}

/** Loads a live customer; refuses with 404 as Stripe does. */
export async function requireCustomer(store: Store, id: string, param = "id"): Promise<Stripe.Customer> {
  const found = await store.get<Stripe.Customer>("customer", id);
  if (!found) throw resourceMissing("customer", id, param);
  return found;
}

/** `POST /v1/customers` */
export async function createCustomer(session: StripeSession, call: StripeCall): Promise<Stripe.Customer> {
  const id = newId("cus_", 14);
  const blank = newCustomer({
    id,
    created: unixNow(),
    email: null,
    name: null,
    invoice_prefix: id.slice(-8).toUpperCase(),
  });
  const made = apply(blank, parseParams(CustomerParams, call.params));
  await session.store.put("customer", id, made);
  await session.emit("customer.created", made);
  return made;
}

/** `GET /v1/customers/{id}`; a deleted one is answered with its remains. */
export async function retrieveCustomer(store: Store, call: StripeCall): Promise<object> {
  return (await store.get<object>("deleted_customer", call.id)) ?? requireCustomer(store, call.id);
}

/** `POST /v1/customers/{id}`; emits `customer.updated` only when something changed. */
export async function updateCustomer(session: StripeSession, call: StripeCall): Promise<Stripe.Customer> {
  const before = await requireCustomer(session.store, call.id);
  const after = apply(before, parseParams(CustomerParams, call.params));
  await session.change("customer.updated", "customer", before, after);
  return after;
}

/** `DELETE /v1/customers/{id}`; live subscriptions end with the customer. */
export async function deleteCustomer(session: StripeSession, call: StripeCall): Promise<object> {
  const gone = await requireCustomer(session.store, call.id);
  const remains = { id: gone.id, object: "customer", deleted: true };
  await session.store.remove("customer", gone.id);
  await session.store.put("deleted_customer", gone.id, remains);
  await session.emit("customer.deleted", gone);
  return remains;
}
