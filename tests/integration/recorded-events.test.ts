import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { fieldsOf, loadFieldTable } from "~/server/connectors/stripe/event-fields";
import { ingestStripe } from "~/server/events/ingest";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import { lint } from "~/server/recipes/lint";
import { resolve } from "~/server/recipes/values";
import { createConnection } from "~/server/services/connection/create";
import { readEvents } from "~/tests/support/specs";
import { signEvent } from "~/tests/support/stripe";
import { specsDir } from "~/tests/support/vendors";
import { makeWorkspace } from "~/tests/support/workspace";

const secret = "whsec_recorded";

test("all recorded and composed events pass ingest and lint without a crash", async ({ skip }) => {
  const events = [...readEvents("events"), ...readEvents("events-composed")];
  if (events.length === 0) skip(`There is no ${specsDir}/events here.`);
  const ctx = await makeWorkspace();
  const connection = await createConnection(
    ctx,
    { app: "stripe", name: "Shop", credentials: { apiKey: "sk_test_x", webhookSecret: secret } },
    { verify: false },
  );
  const endpointToken = connection.webhookUrl?.split("/").at(-1) ?? "";
  const types = new Set<string>();
  for (const event of events) {
    const own = { ...event, id: `evt_${randomUUID()}` };
    const { body, signature } = signEvent(own, secret);
    const answer = await ingestStripe({ endpointToken, signature, body: Buffer.from(body) });
    expect(answer, event.type).toMatchObject({ received: true, seen: false });
    types.add(event.type);
  }
  for (const type of types) {
    const [{ definition } = { definition: undefined }] = TEMPLATES;
    const trigger = { type: "stripe.event", connection: connection.id, config: { events: [type] } };
    const environment = { connections: [], fields: await loadFieldTable([type]) };
    expect(Array.isArray(lint({ ...definition, trigger }, environment)), type).toBe(true);
  }
  expect(events.length).toBeGreaterThan(300);
});

test("every field that Stripe documents is found or missing in events of old versions, and lint knows it", async ({
  skip,
}) => {
  const all = readEvents("events");
  if (all.length === 0) skip(`There is no ${specsDir}/events here.`);
  const events = [...new Map(all.map((event) => [event.type, event])).values()];
  expect(events.length).toBeGreaterThan(50);
  for (const event of events) {
    const listed = (await fieldsOf(event.type)) ?? [];
    const data = Object.fromEntries(listed.map(({ path }, index) => [`f${index}`, `{{ trigger.${path} }}`]));
    const track = {
      id: "track",
      kind: "action",
      action: "customerio.event.track",
      input: { identifier: "ada", name: "paid", data },
    };
    const trigger = { type: "stripe.event", connection: null, config: { events: [event.type] } };
    const problems = lint(
      { version: 1, trigger, steps: [track] },
      { connections: [], fields: await loadFieldTable([event.type]) },
    );
    expect(problems.filter(({ path }) => path.startsWith("steps[0].input"))).toEqual([]);
    const { value, missing } = resolve(data, { trigger: event, steps: {} });
    expect(Object.keys(value as object).length + missing.length).toBe(listed.length);
  }
}, 60_000);
