import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { loadFieldTable } from "~/server/connectors/stripe/event-fields";
import { ingestStripe } from "~/server/events/ingest";
import { TEMPLATES } from "~/server/recipes/gallery/index";
import { lint } from "~/server/recipes/lint";
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
