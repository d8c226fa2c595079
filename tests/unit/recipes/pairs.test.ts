import { expect, test } from "vitest";
import { exampleRequests } from "~/app/(marketing)/example-requests";
import { Definition } from "~/server/recipes/definition";
import { findPair, pairActions, pairDefinition, pairSample, popularPairs } from "~/server/recipes/pairs/pair";

test("every popular pair is a sound recipe whose sample makes the action's request", async () => {
  const failing: string[] = [];
  for (const pair of popularPairs()) {
    const definition = pairDefinition(pair);
    expect(Definition.safeParse(definition).error?.issues ?? []).toEqual([]);
    const { requests, problem } = await exampleRequests(definition, pairSample(pair.event));
    if (problem || requests.length === 0) failing.push(`${pair.event.type} → ${pair.action.id}: ${problem}`);
  }
  expect(failing).toEqual([]);
}, 30_000);

test("a pair joins two apps; unknown ids and pairs inside one app are none", () => {
  expect(findPair("invoice.paid", "customerio.event.track")?.event.title).toBe("Invoice paid");
  expect(findPair("invoice.paid", "stripe.customer.update")).toBeNull();
  expect(findPair("email_bounced", "customerio.event.track")).toBeNull();
  expect(findPair("invoice.paid", "customerio.nothing")).toBeNull();
  expect(findPair(["invoice.paid"], undefined)).toBeNull();
  expect(pairActions("customerio").every(({ app }) => app === "stripe")).toBe(true);
});

test("what names only a payment asks Stripe for the payer; what has no address asks for it", () => {
  const steps = (event: string, action: string) => {
    const pair = findPair(event, action);
    return pair ? pairDefinition(pair).steps : [];
  };
  expect(steps("charge.dispute.created", "customerio.event.track")[0]).toMatchObject({
    kind: "lookup",
    action: "stripe.charge.find",
  });
  expect(steps("customer.subscription.created", "customerio.email.send")).toMatchObject([
    { action: "stripe.customer.get" },
    { action: "customerio.email.send", input: { to: "{{ steps.customer.output.email }}" } },
  ]);
});
