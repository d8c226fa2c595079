import type Stripe from "stripe";
import { customer as newCustomer } from "~/server/connectors/stripe/fixtures";
import { checkoutSession } from "~/server/connectors/stripe/fixtures-checkout";
import { newId, unixNow } from "~/server/sandbox/ids";
import type { SandboxActInput } from "~/server/services/sandbox/schemas";
import { chosenCustomer, nameOf, type SandboxAct } from "./act-context";
import { startSubscription } from "./act-subscriptions";
import { randomPerson, randomPhone } from "./names";
import type { StripeSession } from "./session";
import { currentSubscription, endSubscription } from "./subscriptions";

async function makeCustomer(session: StripeSession, input: SandboxActInput): Promise<Stripe.Customer> {
  const person = randomPerson();
  const id = newId("cus_", 14);
  const made = newCustomer({
    id,
    created: unixNow(),
    name: input.name ?? person.name,
    email: input.email ?? person.email,
    invoice_prefix: id.slice(-8).toUpperCase(),
  });
  await session.store.put("customer", id, made);
  await session.emit("customer.created", made);
  return made;
}

export const newCustomerAct: SandboxAct = async (session, input) => {
  const made = await makeCustomer(session, input);
  return { customerId: made.id, message: `${nameOf(made)} is a new customer.` };
};

/** Gives the customer what the input names, else a phone number and a higher loyalty. */
export const updateCustomerAct: SandboxAct = async (session, input) => {
  const before = await chosenCustomer(session, input);
  const named = {
    ...(input.name ? { name: input.name } : {}),
    ...(input.email ? { email: input.email } : {}),
  };
  const made = {
    phone: randomPhone(),
    metadata: { ...before.metadata, updates: String(Number(before.metadata.updates ?? 0) + 1) },
  };
  const after: Stripe.Customer = { ...before, ...(Object.keys(named).length > 0 ? named : made) };
  await session.change("customer.updated", "customer", before, after);
  return { customerId: after.id, message: `${nameOf(after)} was updated.` };
};

export const deleteCustomerAct: SandboxAct = async (session, input) => {
  const gone = await chosenCustomer(session, input);
  const subscription = await currentSubscription(session.store, gone.id);
  if (subscription) await endSubscription(session, subscription);
  await session.store.remove("customer", gone.id);
  await session.store.put("deleted_customer", gone.id, { id: gone.id, object: "customer", deleted: true });
  await session.emit("customer.deleted", gone);
  return { customerId: gone.id, message: `${nameOf(gone)} was deleted.` };
};

/** Somebody new pays on a checkout page: customer, subscription with its invoice, then the session. */
export const checkoutCompletedAct: SandboxAct = async (session, input) => {
  const customer = await makeCustomer(session, input);
  const { subscription, invoice } = await startSubscription(session, customer, input.plan ?? "pro");
  const base = checkoutSession({ id: newId("cs_test_", 40), created: unixNow() });
  const completed: Stripe.Checkout.Session = {
    ...base,
    customer: customer.id,
    customer_details: base.customer_details && {
      ...base.customer_details,
      email: customer.email,
      name: customer.name ?? null,
    },
    amount_subtotal: invoice.subtotal,
    amount_total: invoice.total,
    currency: invoice.currency,
    invoice: invoice.id,
    subscription: subscription.id,
  };
  await session.store.put("checkout.session", completed.id, completed);
  await session.emit("checkout.session.completed", completed);
  return { customerId: customer.id, message: `${nameOf(customer)} completed a checkout.` };
};
