import type Stripe from "stripe";
import { price as newPrice, product as newProduct } from "~/server/connectors/stripe/fixtures";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import type { StripeCall } from "./call";
import { invalidParameter, resourceMissing } from "./errors";
import type { StripeSession } from "./session";
import { metadataOf, type Params, readParams, textOf } from "./typed-params";

/** Loads a thing that another one names; refuses with 404 as Stripe does. */
export async function required<T>(store: Store, kind: string, id: unknown, param: string): Promise<T> {
  const found = await store.get<T>(kind, textOf(id));
  if (!found) throw resourceMissing(kind.replaceAll("_", " "), textOf(id), param);
  return found;
}

/** Keeps a new object and says so, if Stripe does. */
export async function keep<T extends { id: string }>(
  session: StripeSession,
  kind: string,
  made: T,
  event?: Stripe.Event["type"],
): Promise<T> {
  await session.store.put(kind, made.id, made);
  if (event) await session.emit(event, made);
  return made;
}

async function refuseTaken(store: Store, kind: string, id: string): Promise<void> {
  if (id && (await store.get(kind, id)))
    throw invalidParameter(`${kind} already exists: ${id}`, "id", "resource_already_exists");
}

/** `POST /v1/products` */
export async function createProduct(session: StripeSession, call: StripeCall): Promise<object> {
  const known =
    "id description default_price_data active images url statement_descriptor unit_label tax_code";
  const { default_price_data, ...params } = readParams(call, known, "name");
  await refuseTaken(session.store, "product", textOf(params.id));
  const id = textOf(params.id) || newId("prod_", 14);
  const blank = newProduct({ id, created: unixNow(), default_price: null });
  const made = { ...blank, ...params, id, metadata: metadataOf(params) };
  if (!default_price_data) return keep(session, "product", made, "product.created");
  const price = priceOf({ ...(default_price_data as Params), product: id });
  await keep(session, "product", { ...made, default_price: price.id }, "product.created");
  await keep(session, "price", price, "price.created");
  return { ...made, default_price: price.id };
}

function priceOf(params: Params): Stripe.Price {
  const id = newId("price_1", 23);
  const recurring = params.recurring as Partial<Stripe.Price.Recurring> | undefined;
  const blank = newPrice({ id, created: unixNow(), lookup_key: null, nickname: null });
  const { transfer_lookup_key: _, ...given } = params;
  return {
    ...blank,
    ...(given as Partial<Stripe.Price>),
    id,
    metadata: metadataOf(params),
    type: recurring ? "recurring" : "one_time",
    recurring: recurring && blank.recurring ? { ...blank.recurring, interval_count: 1, ...recurring } : null,
  };
}

/** `POST /v1/prices` */
export async function createPrice(session: StripeSession, call: StripeCall): Promise<object> {
  const known = "recurring lookup_key nickname transfer_lookup_key tax_behavior active";
  const params = readParams(call, known, "product currency unit_amount");
  await required(session.store, "product", params.product, "product");
  const key = textOf(params.lookup_key);
  const taken = key ? await session.store.findBy<Stripe.Price>("price", "lookup_key", key) : null;
  if (taken && params.transfer_lookup_key !== true)
    throw invalidParameter(`A price (\`${taken.id}\`) already uses that lookup key.`, "lookup_key");
  if (taken) await session.change("price.updated", "price", taken, { ...taken, lookup_key: null });
  return keep(session, "price", priceOf(params), "price.created");
}

/** `POST /v1/coupons` */
export async function createCoupon(session: StripeSession, call: StripeCall): Promise<object> {
  const known =
    "percent_off amount_off currency duration duration_in_months name id max_redemptions redeem_by applies_to";
  const params = readParams(call, known);
  await refuseTaken(session.store, "coupon", textOf(params.id));
  const coupon = {
    object: "coupon",
    amount_off: null,
    currency: null,
    duration: "once",
    duration_in_months: null,
    max_redemptions: null,
    name: null,
    percent_off: null,
    redeem_by: null,
    ...params,
    id: textOf(params.id) || newId("", 8),
    created: unixNow(),
    livemode: false,
    metadata: metadataOf(params),
    times_redeemed: 0,
    valid: true,
  };
  return keep(session, "coupon", coupon, "coupon.created");
}

/** `POST /v1/promotion_codes` */
export async function createPromotionCode(session: StripeSession, call: StripeCall): Promise<object> {
  const params = readParams(
    call,
    "code customer expires_at max_redemptions active restrictions",
    "promotion",
  );
  const promotion = params.promotion as { coupon?: string };
  await required(session.store, "coupon", promotion.coupon, "promotion[coupon]");
  const code = textOf(params.code) || newId("", 8).toUpperCase();
  const same = await session.store.list<Stripe.PromotionCode>("promotion_code", { where: { code } });
  if (same.some(({ active }) => active))
    throw invalidParameter(`An active promotion code with \`code: ${code}\` already exists.`, "code");
  const made = {
    object: "promotion_code",
    active: true,
    customer: null,
    expires_at: null,
    max_redemptions: null,
    ...params,
    id: newId("promo_1", 23),
    code,
    created: unixNow(),
    livemode: false,
    metadata: metadataOf(params),
    restrictions: { first_time_transaction: false, minimum_amount: null, minimum_amount_currency: null },
    times_redeemed: 0,
  };
  return keep(session, "promotion_code", made, "promotion_code.created");
}
