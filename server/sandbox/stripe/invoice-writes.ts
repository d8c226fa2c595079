import type Stripe from "stripe";
import { listOf, wireDecimal } from "~/server/connectors/stripe/fixtures";
import { draftInvoice, invoiceItem } from "~/server/connectors/stripe/fixtures-steps";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { Store } from "~/server/sandbox/store";
import type { StripeCall } from "./call";
import { keep, required } from "./catalog-writes";
import { requireCustomer } from "./customers";
import { StripeRefusal } from "./errors";
import { failInvoice, payInvoice } from "./payments";
import type { StripeSession } from "./session";
import { listOfParams, metadataOf, numberOf, readParams, textOf } from "./typed-params";

type Status = NonNullable<Stripe.Invoice["status"]>;

function refuse(message: string, code?: string): StripeRefusal {
  return new StripeRefusal(400, "invalid_request_error", message, code ? { code } : {});
}

const totals = (total: number) => ({ subtotal: total, total, amount_due: total, amount_remaining: total });

/** The draft's amounts after its items changed. */
async function recount(session: StripeSession, invoice: Stripe.Invoice): Promise<Stripe.Invoice> {
  const items = await session.store.list<Stripe.InvoiceItem>("invoiceitem", {
    where: { invoice: invoice.id },
  });
  const total = items.reduce((all, item) => all + item.amount, 0);
  const after = { ...invoice, ...totals(total) };
  await session.change("invoice.updated", "invoice", invoice, after);
  return after;
}

/** `POST /v1/invoices` */
export async function createInvoice(session: StripeSession, call: StripeCall): Promise<object> {
  const known =
    "description subscription currency footer pending_invoice_items_behavior auto_advance collection_method days_until_due due_date discounts default_payment_method";
  const params = readParams(call, known, "customer");
  const customer = await requireCustomer(session.store, textOf(params.customer), "customer");
  const id = newId("in_1", 23);
  const days = numberOf(params.days_until_due);
  const made: Stripe.Invoice = {
    ...draftInvoice(),
    id,
    created: unixNow(),
    customer: customer.id,
    customer_email: customer.email,
    customer_name: customer.name ?? null,
    currency: textOf(params.currency) || "usd",
    description: textOf(params.description) || null,
    footer: textOf(params.footer) || null,
    auto_advance: params.auto_advance === true,
    collection_method: params.collection_method === "send_invoice" ? "send_invoice" : "charge_automatically",
    due_date: numberOf(params.due_date) ?? (days === undefined ? null : unixNow() + days * 86_400),
    lines: listOf([], `/v1/invoices/${id}/lines`),
    number: null,
    metadata: metadataOf(params),
    ...totals(0),
  };
  await keep(session, "invoice", made, "invoice.created");
  if (params.pending_invoice_items_behavior === "exclude") return made;
  const mine = { where: { customer: customer.id } };
  const waiting = await session.store.list<Stripe.InvoiceItem>("invoiceitem", mine);
  for (const item of waiting.filter(({ invoice }) => invoice === null))
    await session.store.put("invoiceitem", item.id, { ...item, invoice: id });
  return recount(session, made);
}

/** `POST /v1/invoiceitems` */
export async function createInvoiceItem(session: StripeSession, call: StripeCall): Promise<object> {
  const known =
    "amount currency pricing quantity description invoice subscription period discountable discounts";
  const { pricing, ...params } = readParams(call, known, "customer");
  await requireCustomer(session.store, textOf(params.customer), "customer");
  const priceId = (pricing as { price?: string } | undefined)?.price;
  const price = priceId
    ? await required<Stripe.Price>(session.store, "price", priceId, "pricing[price]")
    : null;
  const invoice = params.invoice
    ? await required<Stripe.Invoice>(session.store, "invoice", params.invoice, "invoice")
    : null;
  if (invoice && invoice.status !== "draft")
    throw refuse("The invoice is no longer a draft.", "invoice_not_editable");
  const quantity = numberOf(params.quantity) ?? 1;
  const amount = price ? (price.unit_amount ?? 0) * quantity : (numberOf(params.amount) ?? 0);
  const { subscription: _, discounts: __, ...given } = params;
  const made = {
    ...invoiceItem(),
    ...given,
    id: newId("ii_1", 23),
    date: unixNow(),
    amount,
    quantity,
    quantity_decimal: wireDecimal(quantity),
    currency: price?.currency ?? (textOf(params.currency) || "usd"),
    invoice: invoice?.id ?? null,
    metadata: metadataOf(params),
  };
  await keep(session, "invoiceitem", made, "invoiceitem.created");
  if (invoice) await recount(session, invoice);
  return made;
}

const load = (store: Store, id: string) => required<Stripe.Invoice>(store, "invoice", id, "invoice");

async function opened(session: StripeSession, before: Stripe.Invoice): Promise<Stripe.Invoice> {
  const now = unixNow();
  const hosted = `https://invoice.stripe.com/i/acct_sandbox/test_${before.id}`;
  const after: Stripe.Invoice = {
    ...before,
    status: "open",
    number: `SANDBOX-${before.id.slice(-6).toUpperCase()}`,
    effective_at: now,
    hosted_invoice_url: hosted,
    invoice_pdf: `${hosted}/pdf`,
    status_transitions: { ...before.status_transitions, finalized_at: now },
  };
  return keep(session, "invoice", after, "invoice.finalized");
}

/** `POST /v1/invoices/{id}/finalize`; one of nothing is paid at once. */
export async function finalizeInvoice(session: StripeSession, call: StripeCall): Promise<object> {
  readParams(call, "auto_advance");
  const before = await load(session.store, call.id);
  if (before.status !== "draft")
    throw refuse("This invoice is already finalized.", "invoice_already_finalized");
  const after = await opened(session, before);
  return after.total === 0 ? payInvoice(session, after) : after;
}

/** `POST /v1/invoices/{id}/send` */
export async function sendInvoice(session: StripeSession, call: StripeCall): Promise<object> {
  readParams(call, "");
  const before = await load(session.store, call.id);
  const open = before.status === "draft" ? await opened(session, before) : before;
  if (open.status !== "open") throw refuse(`An invoice that is ${open.status} cannot be sent.`);
  await session.emit("invoice.sent", open);
  return open;
}

/** `POST /v1/invoices/{id}/pay`; a payment method named …chargeDeclined is declined. */
export async function payOneInvoice(session: StripeSession, call: StripeCall): Promise<object> {
  const params = readParams(call, "payment_method off_session paid_out_of_band");
  const before = await load(session.store, call.id);
  if (before.status === "paid") throw refuse("Invoice is already paid", "invoice_already_paid");
  const open = before.status === "draft" ? await opened(session, before) : before;
  if (open.status !== "open" && open.status !== "uncollectible")
    throw refuse(`An invoice that is ${open.status} cannot be paid.`);
  if (/declined/i.test(textOf(params.payment_method))) return failInvoice(session, open);
  return payInvoice(session, params.paid_out_of_band === true ? { ...open, amount_remaining: 0 } : open);
}

const ending =
  (status: Status, from: readonly string[], event: "invoice.voided" | "invoice.marked_uncollectible") =>
  async (session: StripeSession, call: StripeCall): Promise<object> => {
    readParams(call, "");
    const before = await load(session.store, call.id);
    if (!from.includes(before.status ?? ""))
      throw refuse(`An invoice that is ${before.status} cannot become ${status}.`);
    return keep(session, "invoice", { ...before, status, auto_advance: false }, event);
  };

/** `POST /v1/invoices/{id}/void` and `/mark_uncollectible` */
export const voidInvoice = ending("void", ["open", "uncollectible"], "invoice.voided");
export const markUncollectible = ending("uncollectible", ["open"], "invoice.marked_uncollectible");

/** `POST /v1/invoices/create_preview` */
export async function previewInvoice(session: StripeSession, call: StripeCall): Promise<object> {
  const params = readParams(call, "customer subscription subscription_details discounts preview_mode");
  const details = (params.subscription_details ?? {}) as { items?: unknown };
  const prices = await Promise.all(
    listOfParams(details.items).map(async ({ price, quantity }) =>
      price
        ? ((await required<Stripe.Price>(session.store, "price", price, "price")).unit_amount ?? 0) *
          (numberOf(quantity) ?? 1)
        : 0,
    ),
  );
  const total = prices.reduce((all, amount) => all + amount, 0);
  const customer = textOf(params.customer) || null;
  return { ...draftInvoice(), id: newId("upcoming_in_1", 23), customer, ...totals(total), metadata: {} };
}

/** `POST /v1/credit_notes` */
export async function createCreditNote(session: StripeSession, call: StripeCall): Promise<object> {
  const known =
    "amount lines reason refund_amount credit_amount out_of_band_amount memo email_type effective_at";
  const params = readParams(call, known, "invoice");
  const invoice = await load(session.store, textOf(params.invoice));
  const byLine = listOfParams(params.lines).map((line) => {
    const { amount, unit_amount, quantity } = line;
    return numberOf(amount) ?? (numberOf(unit_amount) ?? 0) * (numberOf(quantity) ?? 1);
  });
  const total = numberOf(params.amount) ?? byLine.reduce((all, amount) => all + amount, 0);
  if (invoice.status === "draft" || total > invoice.total)
    throw refuse("The amount is larger than what is left.");
  const earlier = await session.store.list("credit_note", { where: { invoice: invoice.id } });
  const made = {
    object: "credit_note",
    memo: null,
    reason: null,
    ...params,
    lines: listOf([], "/v1/credit_notes"),
    id: newId("cn_1", 23),
    amount: total,
    total,
    created: unixNow(),
    currency: invoice.currency,
    customer: invoice.customer,
    livemode: false,
    metadata: metadataOf(params),
    number: `${invoice.number}-CN-0${earlier.length + 1}`,
    pdf: "https://pay.stripe.com/credit_notes/sandbox/pdf",
    status: "issued",
  };
  return keep(session, "credit_note", made, "credit_note.created");
}
