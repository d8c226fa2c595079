import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Connected, Contract } from "~/tests/support/contract";
import { customerEvents, customerOf, type StripeEvent } from "~/tests/support/specs";
import { type Stack, startStack } from "~/tests/support/stack";
import { postEvent, postRaw, signEvent } from "~/tests/support/stripe";
import { startVendors, type VendorRequest } from "~/tests/support/vendors";

const SECRET = "whsec_contract_flow";
const vendors = await startVendors();

const CUSTOMER = "{{ trigger.data.object.customer | default: trigger.data.object.id }}";
const EMAIL =
  "{{ trigger.data.object.customer_email | default: trigger.data.object.receipt_email | default: trigger.data.object.email }}";
const AMOUNT = "{{ trigger.data.object.amount_due | default: trigger.data.object.amount | default: 0 }}";

function definition({ stripe, customerio }: Connected, events: string[]): object {
  const track = (id: string, name: string) => ({
    id,
    kind: "action",
    action: "customerio.event.track",
    connection: customerio.id,
    input: { identifier: CUSTOMER, name, data: { type: "{{ trigger.type }}", amount: AMOUNT } },
  });
  return {
    version: 1,
    trigger: { type: "stripe.event", connection: stripe.id, config: { events } },
    steps: [
      {
        id: "person",
        kind: "action",
        action: "customerio.person.upsert",
        connection: customerio.id,
        input: { identifier: CUSTOMER, attributes: { last_event: "{{ trigger.type }}" } },
      },
      { id: "has_email", kind: "filter", when: { left: EMAIL, op: "exists" } },
      {
        id: "size",
        kind: "branch",
        paths: [
          { id: "big", when: { left: AMOUNT, op: "gte", right: 2000 }, steps: [track("big_event", "big")] },
        ],
        otherwise: [track("small_event", "small")],
      },
    ],
  };
}

/** What Billhook ought to send for one event, worked out without any of its code. */
function expectedOf(event: StripeEvent): { person: string; track?: { name: string; amount: number } } {
  const { object } = event.data;
  const first = (...names: string[]) =>
    names.map((name) => object[name]).find((value) => value !== undefined && value !== null && value !== "");
  const amount = Number(first("amount_due", "amount") ?? 0);
  const person = String(customerOf(event));
  return first("customer_email", "receipt_email", "email")
    ? { person, track: { name: amount >= 2000 ? "big" : "small", amount } }
    : { person };
}

/** Few recorded objects carry an e-mail: every second one gets one, with amounts on both sides of the branch. */
function varied(event: StripeEvent, index: number): StripeEvent {
  if (index % 2 === 1) return event;
  const object = { ...event.data.object, receipt_email: `p${index}@example.com`, amount: index * 100 };
  return { ...event, data: { ...event.data, object } };
}

const described = (requests: VendorRequest[]) =>
  requests.map(({ operationId, pathParams, body }) => {
    const { name, data } = body as { name?: string; data?: { type: string; amount: number } };
    return `${operationId} ${pathParams.identifier}${name ? ` ${name} ${data?.type} ${data?.amount}` : ""}`;
  });

describe.skipIf(!vendors)(
  "through the public contract alone, with both vendors judging every request",
  () => {
    const events = vendors ? customerEvents(50).map(varied) : [];
    let stack: Stack;
    let contract: Contract;
    let connected: Connected;
    let recipeId: string;

    const vendorRequests = async () => (await vendors?.requests()) ?? [];
    const postAll = () =>
      Promise.all(events.map((event) => postEvent(connected.stripe.webhookUrl, event, SECRET)));

    beforeAll(async () => {
      if (!vendors) return;
      stack = await startStack();
      contract = new Contract(stack.url, await stack.token());
      connected = await contract.connect(vendors, SECRET);
      recipeId = await contract.setLive(
        "Flow",
        definition(connected, [...new Set(events.map(({ type }) => type))]),
      );
      await vendors.reset();
    }, 120_000);
    afterAll(async () => {
      await stack?.stop();
      await vendors?.stop();
    });

    test("every expected request arrives once and is valid", async () => {
      expect((await postAll()).map(({ status }) => status)).toEqual(events.map(() => 200));
      await contract.untilEnded(recipeId, events.length);
      const requests = await vendorRequests();
      expect(requests.filter(({ valid }) => !valid)).toEqual([]);
      const expected = events.flatMap((event) => {
        const { person, track } = expectedOf(event);
        const lines = [`identify ${person}`];
        return track ? [...lines, `track ${person} ${track.name} ${event.type} ${track.amount}`] : lines;
      });
      expect(described(requests).sort()).toEqual(expected.sort());
      const ids = requests
        .filter(({ operationId }) => operationId === "track")
        .map(({ body }) => (body as { id: string }).id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(5);
    });

    test("each run's log says what was sent", async () => {
      for (const { id } of await contract.runs(recipeId)) {
        const run = await contract.run(id);
        const event = events.find((candidate) => candidate.id === run.event.externalId);
        const { person, track } = expectedOf(event as StripeEvent);
        expect(run.status, run.event.externalId).toBe(track ? "succeeded" : "filtered");
        const sent = run.steps.flatMap((step) => step.attempts.flatMap((attempt) => attempt.requests));
        expect(sent.map(({ response }) => response?.status)).toEqual(track ? [200, 200] : [200]);
        expect(sent.every(({ url }) => url.includes(encodeURIComponent(person)))).toBe(true);
        expect(run.steps.map(({ path }) => path)[0]).toBe("person");
      }
    });

    test("the same events again cause no request", async () => {
      const before = (await vendorRequests()).length;
      expect((await postAll()).map(({ status }) => status)).toEqual(events.map(() => 200));
      await sleep(2000);
      expect((await vendorRequests()).length).toBe(before);
      expect((await contract.runs(recipeId)).length).toBe(events.length);
    });

    test("a wrong signature is refused and stores nothing; so are an unknown endpoint and a body over 1 MB", async () => {
      const event = { ...(events[0] as StripeEvent), id: "evt_forged" };
      const { body, signature } = signEvent(event, "whsec_somebody_else");
      expect((await postRaw(connected.stripe.webhookUrl, body, signature)).status).toBe(400);
      expect((await postRaw(connected.stripe.webhookUrl, body)).status).toBe(400);
      const late = signEvent(event, SECRET, new Date(Date.now() - 400_000));
      expect((await postRaw(connected.stripe.webhookUrl, late.body, late.signature)).status).toBe(400);
      expect(
        (await postEvent(`${stack.url}/api/webhooks/stripe/unknown-endpoint`, event, SECRET)).status,
      ).toBe(404);
      expect(await statusOfLargeBody(connected.stripe.webhookUrl)).toBe(413);
      const { data } = await contract.call<{ data: { externalId: string }[] }>("GET", "/events?limit=100");
      expect(data.map(({ externalId }) => externalId)).not.toContain("evt_forged");
    });
  },
);

/** Sends 2 MB and returns the status; the server may answer and hang up before it has read it all. */
function statusOfLargeBody(url: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    let answered = false;
    const request = http.request(
      url,
      { method: "POST", headers: { "stripe-signature": "t=1,v1=00" } },
      (response) => {
        answered = true;
        resolve(response.statusCode);
        response.resume();
      },
    );
    request.on("error", (error) => (answered ? undefined : reject(error)));
    request.end(Buffer.alloc(2 * 1024 * 1024, 32));
  });
}
